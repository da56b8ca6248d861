using CareerPortal.Quiz.Estimation;

namespace CareerPortal.Quiz.Matching;

/// <summary>Answers "what would change my result": which single quality, raised how far, moves the band.</summary>
public static class ResultChanges
{
    /// <summary>Nobody is told to rise further than this (z).</summary>
    public const double FurthestRise = 3;

    /// <summary>
    /// The changes that reach the next band, the smallest rise first; empty in the highest band, and without those qualities that cannot do it alone.
    /// The person's uncertainty is kept as it is; the rise is found by bisection to 10⁻⁶.
    /// </summary>
    public static IReadOnlyList<ResultChange> Find(Profile profile, OccupationProfile occupation)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(occupation);

        var now = Loss(profile, occupation, -1, 0);
        var band = CompatibilityScale.Band(CompatibilityScale.Compatibility(now));
        if (band == Verdict.Strong)
        {
            return [];
        }

        var floor = band switch
        {
            Verdict.Distant => CompatibilityScale.PartialFrom,
            Verdict.Partial => CompatibilityScale.GoodFrom,
            _ => CompatibilityScale.StrongFrom,
        };

        var changes = new List<ResultChange>();
        for (var k = 0; k < occupation.Requirements.Count; k++)
        {
            if (CompatibilityScale.Compatibility(Loss(profile, occupation, k, FurthestRise)) < floor)
            {
                continue;
            }

            double low = 0,
                high = FurthestRise;
            while (high - low > 1e-6)
            {
                var middle = (low + high) / 2;
                if (CompatibilityScale.Compatibility(Loss(profile, occupation, k, middle)) >= floor)
                {
                    high = middle;
                }
                else
                {
                    low = middle;
                }
            }

            var reached = CompatibilityScale.Compatibility(Loss(profile, occupation, k, high));
            var at = profile.IndexOf(occupation.Requirements[k].QualityId);
            var mean = at < 0 ? 0 : profile.Mean[at];
            changes.Add(
                new ResultChange(
                    occupation.Requirements[k].QualityId,
                    RequiredQuality.FromZ(mean),
                    RequiredQuality.FromZ(mean + high),
                    high,
                    reached,
                    CompatibilityScale.Band(reached)
                )
            );
        }

        return [.. changes.OrderBy(change => change.Rise)];
    }

    private static double Loss(Profile profile, OccupationProfile occupation, int raised, double rise)
    {
        var loss = 0.0;
        for (var k = 0; k < occupation.Requirements.Count; k++)
        {
            var at = profile.IndexOf(occupation.Requirements[k].QualityId);
            var mean = (at < 0 ? 0 : profile.Mean[at]) + (k == raised ? rise : 0);
            loss +=
                occupation.Weights[k]
                * OccupationScorer.ExpectedLoss(occupation.Requirements[k], mean, at < 0 ? 1 : Math.Sqrt(profile.Covariance[at, at]));
        }

        return loss;
    }
}
