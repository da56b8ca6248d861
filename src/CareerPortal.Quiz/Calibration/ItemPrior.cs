using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Calibration;

/// <summary>
/// What is believed of an item before anyone answered it: (ln a, b₁ … b₍ₖ₋₁₎) is the mean of its kind, plus a shift of the thresholds that the items
/// of its dimension share, plus its own part. All three are normal.
/// </summary>
public sealed class ItemPrior
{
    /// <summary>Takes the numbers of a kind of items with K possible answers.</summary>
    /// <param name="kind">Its name; items of one name share one mean.</param>
    /// <param name="mean">K numbers: ln of the slope, then the thresholds (z), which increase.</param>
    /// <param name="own">K × K: covariance of the part that each item has for itself.</param>
    /// <param name="sharedDeviation">Standard deviation (z, above 0) of the shift that the items of a dimension share.</param>
    /// <param name="ofMean">K × K: how far the mean itself may be off; foreign norms are off further.</param>
    /// <exception cref="ArgumentException">The shapes do not agree, or a covariance is not positive definite.</exception>
    public ItemPrior(string kind, ReadOnlySpan<double> mean, SymmetricMatrix own, double sharedDeviation, SymmetricMatrix ofMean)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(ofMean);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sharedDeviation);
        if (own.Size != mean.Length || ofMean.Size != mean.Length)
        {
            throw new ArgumentException($"A prior of {mean.Length} numbers needs as many rows of both covariances.", nameof(mean));
        }

        Kind = kind;
        Mean = mean.ToArray();
        Own = own;
        SharedDeviation = sharedDeviation;
        OfMean = ofMean;
        Start = new ItemParameters(Math.Exp(mean[0]), mean[1..]);
        PrecisionOfOwn = SymmetricInverse.Of(own, nameof(own));
        PrecisionOfMean = SymmetricInverse.Of(ofMean, nameof(ofMean));
    }

    /// <summary>What is believed of an item of the bank before anyone here answered it.</summary>
    public static ItemPrior Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var kind = item.Reversed ? "reversed" : "positive";
        return new ItemPrior(
            kind,
            [Math.Log(1.6), -2.13, -1.04, -.07, 1.17],
            SymmetricMatrix.Create(5, (i, j) => i == 0 || j == 0 ? (i == j ? 0.12 : 0) : i == j ? 0.21 : 0.16),
            0.4,
            SymmetricMatrix.Create(5, (i, j) => i == 0 || j == 0 ? (i == j ? 0.02 : 0) : i == j ? 0.06 : 0.05)
        );
    }

    /// <summary>The kind of items.</summary>
    public string Kind { get; }

    /// <summary>ln of the slope, then the thresholds (z).</summary>
    public IReadOnlyList<double> Mean { get; }

    /// <summary>Covariance of an item's own part.</summary>
    public SymmetricMatrix Own { get; }

    /// <summary>Standard deviation (z) of the shift that the items of a dimension share.</summary>
    public double SharedDeviation { get; }

    /// <summary>Covariance of the mean itself.</summary>
    public SymmetricMatrix OfMean { get; }

    /// <summary>The parameters of an item of which nothing else is known.</summary>
    public ItemParameters Start { get; }

    internal double[] PrecisionOfOwn { get; }

    internal double[] PrecisionOfMean { get; }
}
