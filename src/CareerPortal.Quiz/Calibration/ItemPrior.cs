using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Calibration;

/// <summary>
/// What is believed of an item before anyone answered it: (ln a, b₁ … b₍ₖ₋₁₎) is the mean of its kind, plus a shift of the thresholds that the items
/// of its dimension share, plus its own part. All three are normal.
/// </summary>
public sealed class ItemPrior
{
    /// <summary>
    /// How far the mean of a kind may be off for items in another language and for other people (standard deviations): of ln a, of the place of all
    /// thresholds together, of each threshold for itself. Judgements: about half of what dimensions differ by.
    /// </summary>
    private const double ForeignSlope = 0.15;
    private const double ForeignPlace = 0.25;
    private const double ForeignThreshold = 0.1;

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

    /// <summary>
    /// What is believed of an item before anyone here answered it: its start parameters with their uncertainty, around a mean that comes from other
    /// items and other people and may be off for all of them together.
    /// </summary>
    public static ItemPrior Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var uncertainty = item.Uncertainty ?? StartNorms.Shipped.Of(item.Kind).For(item.Parameters.Answers).Uncertainty;
        return new ItemPrior(
            FormattableString.Invariant($"{item.Kind} {item.Parameters.A:R} {string.Join(' ', item.Parameters.B.Select(b => $"{b:R}"))}"),
            [Math.Log(item.Parameters.A), .. item.Parameters.B],
            uncertainty.Covariance,
            uncertainty.SharedDeviation,
            Foreign(item.Parameters.Answers)
        );
    }

    private static SymmetricMatrix Foreign(int answers) =>
        SymmetricMatrix.Create(
            answers,
            (i, j) =>
                i == 0 && j == 0 ? ForeignSlope * ForeignSlope
                : i == 0 || j == 0 ? 0
                : ForeignPlace * ForeignPlace + (i == j ? ForeignThreshold * ForeignThreshold : 0)
        );

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
