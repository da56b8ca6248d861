using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Calibration;

/// <summary>
/// What is believed of an item before anyone answered it: (ln a, b₁ … b₍ₖ₋₁₎) is a mean, plus what is off for all items of its kind, plus a shift of the
/// thresholds that the items of its dimension share, plus its own part. All three are normal.
/// </summary>
public sealed class ItemPrior
{
    /// <summary>
    /// How far the norms of a kind may be off for items in another language (standard deviations): of ln a, of each threshold for itself, and at least of
    /// all thresholds together. Judgements; the data can move them.
    /// </summary>
    private const double ForeignSlope = 0.15;
    private const double ForeignThreshold = 0.1;
    private const double LeastCommon = 0.1;

    /// <summary>No shift is believed to be known better than this (z).</summary>
    private const double LeastShared = 0.05;

    /// <summary>Takes the numbers of an item with K possible answers.</summary>
    /// <param name="kind">What is off for one item of this name is off for all.</param>
    /// <param name="mean">K numbers: ln of the slope, then the thresholds (z), which increase.</param>
    /// <param name="own">K × K: covariance of the part that each item has for itself.</param>
    /// <param name="sharedDeviation">Standard deviation (z, above 0) of the shift that the items of a dimension share.</param>
    /// <param name="ofKind">K × K: how far the means of a kind may be off together; foreign norms are off further.</param>
    /// <exception cref="ArgumentException">The shapes do not agree, or a covariance is not positive definite.</exception>
    public ItemPrior(string kind, ReadOnlySpan<double> mean, SymmetricMatrix own, double sharedDeviation, SymmetricMatrix ofKind)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(own);
        ArgumentNullException.ThrowIfNull(ofKind);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sharedDeviation);
        if (own.Size != mean.Length || ofKind.Size != mean.Length)
        {
            throw new ArgumentException($"A prior of {mean.Length} numbers needs as many rows of both covariances.", nameof(mean));
        }

        Kind = kind;
        Mean = mean.ToArray();
        Own = own;
        SharedDeviation = sharedDeviation;
        OfKind = ofKind;
        Start = new ItemParameters(Math.Exp(mean[0]), mean[1..]);
        PrecisionOfOwn = SymmetricInverse.Of(own, nameof(own));
        PrecisionOfKind = SymmetricInverse.Of(ofKind, nameof(ofKind));
    }

    /// <summary>
    /// What is believed of an item before anyone here answered it: its start parameters with their uncertainty, from norms of other items and other
    /// people, which may be off for all of a kind together.
    /// </summary>
    public static ItemPrior Of(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var uncertainty = item.Uncertainty ?? StartNorms.Shipped.Of(item).For(item.Parameters.Answers).Uncertainty;
        return new ItemPrior(
            item.Kind.ToString(),
            [Math.Log(item.Parameters.A), .. item.Parameters.B],
            uncertainty.Covariance,
            Math.Max(LeastShared, uncertainty.SharedDeviation),
            Foreign(item.Parameters.Answers, Math.Max(LeastCommon, uncertainty.CommonDeviation))
        );
    }

    private static SymmetricMatrix Foreign(int answers, double common) =>
        SymmetricMatrix.Create(
            answers,
            (i, j) =>
                i == 0 && j == 0 ? ForeignSlope * ForeignSlope
                : i == 0 || j == 0 ? 0
                : common * common + (i == j ? ForeignThreshold * ForeignThreshold : 0)
        );

    /// <summary>The kind of items.</summary>
    public string Kind { get; }

    /// <summary>ln of the slope, then the thresholds (z).</summary>
    public IReadOnlyList<double> Mean { get; }

    /// <summary>Covariance of an item's own part.</summary>
    public SymmetricMatrix Own { get; }

    /// <summary>Standard deviation (z) of the shift that the items of a dimension share.</summary>
    public double SharedDeviation { get; }

    /// <summary>Covariance of what is off for all items of the kind.</summary>
    public SymmetricMatrix OfKind { get; }

    /// <summary>The parameters of an item of which nothing else is known.</summary>
    public ItemParameters Start { get; }

    internal double[] PrecisionOfOwn { get; }

    internal double[] PrecisionOfKind { get; }
}
