namespace CareerPortal.Quiz.Matching;

/// <summary>The part of one quality in a compatibility.</summary>
/// <param name="QualityId">The quality.</param>
/// <param name="Points">Points of the compatibility that it brings; from 0 to <paramref name="MaximumPoints"/>, and all together exactly the
/// compatibility.</param>
/// <param name="MaximumPoints">100 × the weight: what it would bring to a perfect match.</param>
/// <param name="Level">The level asked for, 1 to 5.</param>
/// <param name="Required">The level asked for, on the z scale.</param>
/// <param name="Mean">The person's level, on the z scale.</param>
/// <param name="StandardError">The uncertainty of that level, on the z scale.</param>
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
);
