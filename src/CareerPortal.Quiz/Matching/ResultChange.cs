namespace CareerPortal.Quiz.Matching;

/// <summary>A quality that would change a result, and by how much.</summary>
/// <param name="QualityId">The quality.</param>
/// <param name="Status">Whether it is to be checked or to be developed first.</param>
/// <param name="Gain">What the compatibility would gain if the quality were acquired and nothing else changed, in points; above 0.</param>
public sealed record ResultChange(string QualityId, QualityStatus Status, double Gain);
