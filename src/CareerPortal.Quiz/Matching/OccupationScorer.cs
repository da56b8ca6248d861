using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Matching;

/// <summary>Scores one person against one occupation by expected shortfall.</summary>
/// <remarks>
/// u = (R − d − m)/√v; shortfall √v·(uΦ(u) + φ(u)), surplus the same with −u; loss = Σ w(shortfall + λ·surplus); compatibility = 100·exp(−loss/c).
/// Allocation of the points: every quality has a compatibility of its own, sᵢ = exp(−lossᵢ/c); it gets the share wᵢsᵢ/Σwⱼsⱼ of the compatibility.
/// The points then sum to the compatibility, are never negative, and by Jensen's inequality never exceed 100·wᵢ.
/// </remarks>
public static class OccupationScorer
{
    private const int Draws = 1024;

    /// <summary>Scores a profile; a quality that the profile does not hold counts as unknown (mean 0, standard error 1).</summary>
    /// <param name="profile">The person.</param>
    /// <param name="occupation">The occupation.</param>
    /// <param name="widening">
    /// Factor on the deviations behind the interval and behind what is said of each quality; above 1 where the answers look careless.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="widening"/> is below 1.</exception>
    public static CompatibilityScore Score(Profile profile, OccupationProfile occupation, double widening = 1)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(occupation);
        ArgumentOutOfRangeException.ThrowIfLessThan(widening, 1);

        var n = occupation.Requirements.Count;
        var mean = new double[n];
        var covariance = new double[n * n];
        var places = occupation.Requirements.Select(requirement => profile.IndexOf(requirement.QualityId)).ToArray();
        for (var i = 0; i < n; i++)
        {
            mean[i] = places[i] < 0 ? 0 : profile.Mean[places[i]];
            for (var j = 0; j < n; j++)
            {
                covariance[i * n + j] =
                    places[i] >= 0 && places[j] >= 0 ? profile.Covariance[places[i], places[j]]
                    : i == j ? 1
                    : 0;
            }
        }

        var loss = 0.0;
        var shares = new double[n];
        var allShares = 0.0;
        for (var i = 0; i < n; i++)
        {
            var own = ExpectedLoss(occupation.Requirements[i], mean[i], Math.Sqrt(covariance[i * n + i]));
            loss += occupation.Weights[i] * own;
            shares[i] = occupation.Weights[i] * Math.Exp(-own / CompatibilityScale.Scale);
            allShares += shares[i];
        }

        var compatibility = CompatibilityScale.Compatibility(loss);
        var contributions = new Contribution[n];
        var answers = 0;
        for (var i = 0; i < n; i++)
        {
            var requirement = occupation.Requirements[i];
            var deviation = widening * Math.Sqrt(covariance[i * n + i]);
            var meets = Gaussian.Below((mean[i] + CompatibilityScale.Tolerance - requirement.Required) / deviation);
            var count = places[i] < 0 ? 0 : profile.Estimates[places[i]].Answers;
            answers += count;
            contributions[i] = new Contribution(
                requirement.QualityId,
                allShares > 0 ? compatibility * shares[i] / allShares : 0,
                100 * occupation.Weights[i],
                requirement.Level,
                requirement.Required,
                mean[i],
                deviation,
                meets,
                count == 0 ? QualityStatus.NotAsked
                    : meets > CompatibilityScale.AcquiredAbove ? QualityStatus.Acquired
                    : meets < CompatibilityScale.ToDevelopBelow ? QualityStatus.ToDevelop
                    : QualityStatus.ToCheck,
                count
            );
        }

        var (low, high, settled) = Interval(occupation, mean, covariance, widening, CompatibilityScale.Band(compatibility));
        low = Math.Min(low, compatibility);
        high = Math.Max(high, compatibility);
        var verdict = answers == 0 || high - low > CompatibilityScale.WidestInterval ? Verdict.Indeterminate : CompatibilityScale.Band(compatibility);
        return new CompatibilityScore(occupation.Id, compatibility, low, high, verdict, contributions, answers) { BandProbability = settled };
    }

    /// <summary>The expected loss of one requirement, before its weight, for a level known to be normal with this mean and deviation (z).</summary>
    public static double ExpectedLoss(RequiredQuality requirement, double mean, double deviation)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        var shortfall = Gaussian.ExpectedExcess(requirement.Required - CompatibilityScale.Tolerance - mean, deviation);
        return requirement.Surplus == 0
            ? shortfall
            : shortfall + requirement.Surplus * Gaussian.ExpectedExcess(mean - requirement.Required + CompatibilityScale.Tolerance, deviation);
    }

    /// <summary>The loss of one requirement, before its weight, for a known level (z).</summary>
    public static double Loss(RequiredQuality requirement, double level)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        var missing = requirement.Required - CompatibilityScale.Tolerance - level;
        return Math.Max(0, missing) + requirement.Surplus * Math.Max(0, -missing);
    }

    /// <summary>The 5th and 95th percentile of the compatibility over 1 024 quasi-random draws of the person's levels.</summary>
    /// <remarks>By <see cref="QuasiNormals"/>: the same on every call.</remarks>
    private static (double Low, double High, double InBand) Interval(
        OccupationProfile occupation,
        double[] mean,
        double[] covariance,
        double widening,
        Verdict band
    )
    {
        var n = mean.Length;
        var factor = (double[])covariance.Clone();
        for (var i = 0; i < n; i++)
        {
            factor[i * n + i] += 1e-10;
        }

        if (!Cholesky.TryFactor(factor, n))
        {
            throw new InvalidOperationException("The covariance of the profile is not positive definite.");
        }

        var normals = QuasiNormals.Of(Draws, n);
        Span<double> losses = stackalloc double[Draws];
        for (var draw = 0; draw < Draws; draw++)
        {
            var normal = normals.AsSpan(draw * n, n);
            var loss = 0.0;
            for (var i = 0; i < n; i++)
            {
                var shift = 0.0;
                for (var k = 0; k <= i; k++)
                {
                    shift += factor[i * n + k] * normal[k];
                }

                loss += occupation.Weights[i] * Loss(occupation.Requirements[i], mean[i] + widening * shift);
            }

            losses[draw] = loss;
        }

        var inBand = 0;
        foreach (var loss in losses)
        {
            inBand += CompatibilityScale.Band(CompatibilityScale.Compatibility(loss)) == band ? 1 : 0;
        }

        losses.Sort();
        const int low = Draws / 20;
        return (CompatibilityScale.Compatibility(losses[Draws - 1 - low]), CompatibilityScale.Compatibility(losses[low]), (double)inBand / Draws);
    }
}
