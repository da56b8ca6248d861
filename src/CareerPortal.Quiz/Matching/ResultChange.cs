namespace CareerPortal.Quiz.Matching;

/// <summary>The smallest rise of one quality that would lift a result into the next band.</summary>
/// <param name="QualityId">The quality.</param>
/// <param name="From">The person's level now, 1 to 5.</param>
/// <param name="To">The level at which the next band begins, 1 to 5.</param>
/// <param name="Rise">The rise on the z scale, with everything else unchanged.</param>
/// <param name="Compatibility">The compatibility that it leads to.</param>
/// <param name="Band">The band that it leads to.</param>
public sealed record ResultChange(string QualityId, double From, double To, double Rise, double Compatibility, Verdict Band);
