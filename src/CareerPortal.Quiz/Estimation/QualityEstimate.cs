namespace CareerPortal.Quiz.Estimation;

/// <summary>What is known of one quality of one person, on the z scale (0 is average, 1 a standard deviation above).</summary>
/// <param name="QualityId">The quality or interest.</param>
/// <param name="Mean">Expected a posteriori mean from the answers to this quality alone.</param>
/// <param name="StandardError">Standard deviation of that estimate; 1 without an answer.</param>
/// <param name="Answers">Number of answers to this quality, skipped items not counted.</param>
/// <param name="BorrowedMean">The mean after borrowing from the related qualities.</param>
/// <param name="BorrowedStandardError">The standard error after borrowing.</param>
public sealed record QualityEstimate(
    string QualityId,
    double Mean,
    double StandardError,
    int Answers,
    double BorrowedMean,
    double BorrowedStandardError
);
