namespace CareerPortal.Quiz.Matching;

/// <summary>Answers "what would change my result": which qualities, once acquired, would move it most.</summary>
public static class ResultChanges
{
    /// <summary>
    /// The qualities that were asked about, are not acquired and would raise the compatibility if they were, the greatest gain first; equal gains in
    /// the order of the occupation.
    /// </summary>
    /// <remarks>
    /// Acquired means here that the deciding interval of the quality begins at the requirement: the mean rises, the standard error stays. Where
    /// too much of a quality costs (λ above 0), that may gain nothing; the quality is then left out.
    /// </remarks>
    /// <param name="score">What was scored.</param>
    /// <param name="occupation">The occupation it was scored against.</param>
    /// <exception cref="ArgumentException">The score belongs to another occupation.</exception>
    public static IReadOnlyList<ResultChange> Find(CompatibilityScore score, OccupationProfile occupation)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentNullException.ThrowIfNull(occupation);
        if (!score.Contributions.Select(part => part.QualityId).SequenceEqual(occupation.Requirements.Select(required => required.QualityId)))
        {
            throw new ArgumentException($"The score is not one of the occupation '{occupation.Id}'.", nameof(score));
        }

        var loss = 0.0;
        for (var k = 0; k < score.Contributions.Count; k++)
        {
            loss += occupation.Weights[k] * Loss(occupation.Requirements[k], score.Contributions[k], 0);
        }

        var now = CompatibilityScale.Compatibility(loss);
        var changes = new List<ResultChange>();
        for (var k = 0; k < score.Contributions.Count; k++)
        {
            var part = score.Contributions[k];
            var rise = part.Threshold - part.LikelyLow;
            if (part.Status is not (QualityStatus.ToCheck or QualityStatus.ToDevelop) || rise <= 0)
            {
                continue;
            }

            var required = occupation.Requirements[k];
            var then = CompatibilityScale.Compatibility(loss + occupation.Weights[k] * (Loss(required, part, rise) - Loss(required, part, 0)));
            if (then > now)
            {
                changes.Add(new ResultChange(part.QualityId, part.Status, then - now));
            }
        }

        return [.. changes.OrderByDescending(change => change.Gain)];
    }

    private static double Loss(RequiredQuality required, Contribution part, double rise) =>
        OccupationScorer.ExpectedLoss(required, part.Mean + rise, part.StandardError);
}
