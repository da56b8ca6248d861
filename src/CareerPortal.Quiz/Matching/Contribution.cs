using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Matching;

/// <summary>The part of one quality in a compatibility.</summary>
/// <param name="QualityId">The quality.</param>
/// <param name="Points">Points of the compatibility that it brings; from 0 to <paramref name="MaximumPoints"/>, and all together exactly the
/// compatibility.</param>
/// <param name="MaximumPoints">100 × the weight: what it would bring to a perfect match.</param>
/// <param name="Level">The level asked for, 1 to 5.</param>
/// <param name="Required">The level asked for, on the z scale.</param>
/// <param name="Mean">The person's level, on the z scale.</param>
/// <param name="StandardError">The uncertainty of that level, on the z scale; widened where the answers look careless.</param>
/// <param name="ProbabilityMeets">The probability that the person meets the requirement, within the tolerance.</param>
/// <param name="Status">The same in three classes, where the quality was asked about.</param>
/// <param name="Answers">Number of answers to this quality.</param>
public sealed record Contribution(
    string QualityId,
    double Points,
    double MaximumPoints,
    double Level,
    double Required,
    double Mean,
    double StandardError,
    double ProbabilityMeets,
    QualityStatus Status,
    int Answers
)
{
    /// <summary>Half of the 90 % interval, in standard errors.</summary>
    private static readonly double Widest = Gaussian.Quantile(0.95);

    /// <summary>Half of the interval that decides the status, in standard errors.</summary>
    private static readonly double Deciding = Gaussian.Quantile(CompatibilityScale.AcquiredAbove);

    /// <summary>The level from which on the requirement is met (z): what is asked for, less the tolerance.</summary>
    public double Threshold => Required - CompatibilityScale.Tolerance;

    /// <summary>Lower end of the 90 % interval of the person's level (z).</summary>
    public double Low => Mean - Widest * StandardError;

    /// <summary>Upper end of the 90 % interval of the person's level (z).</summary>
    public double High => Mean + Widest * StandardError;

    /// <summary>
    /// Lower end of the interval that decides <see cref="Status"/> (z): where it lies above <see cref="Threshold"/>, and only there, the
    /// requirement is more than 80 % likely to be met.
    /// </summary>
    public double LikelyLow => Mean - Deciding * StandardError;

    /// <summary>Its upper end (z): where it lies below <see cref="Threshold"/>, and only there, that is less than 20 % likely.</summary>
    public double LikelyHigh => Mean + Deciding * StandardError;
}
