namespace CareerPortal.Quiz.Matching;

/// <summary>How well a person fits one occupation, with its uncertainty and its reasons.</summary>
/// <param name="OccupationId">The occupation.</param>
/// <param name="Compatibility">0 to 100.</param>
/// <param name="IntervalLow">Lower end of the 90 % interval, 0 to 100.</param>
/// <param name="IntervalHigh">Upper end of the 90 % interval, 0 to 100.</param>
/// <param name="Verdict">The band.</param>
/// <param name="Contributions">One per requirement, in the occupation's order; their points sum to <paramref name="Compatibility"/>.</param>
/// <param name="AnswerCount">Number of answers to the occupation's qualities.</param>
public sealed record CompatibilityScore(
    string OccupationId,
    double Compatibility,
    double IntervalLow,
    double IntervalHigh,
    Verdict Verdict,
    IReadOnlyList<Contribution> Contributions,
    int AnswerCount)
{
    /// <summary>The probability that the true compatibility lies in the band of <see cref="Compatibility"/>.</summary>
    public double BandProbability { get; init; }

    /// <summary>The width of the interval in points.</summary>
    public double IntervalWidth => IntervalHigh - IntervalLow;

    /// <summary>The compatibility as a whole number, for show.</summary>
    public int Shown => (int)Math.Round(Compatibility, MidpointRounding.AwayFromZero);

    /// <summary>The contributions as whole points that sum to <see cref="Shown"/>, by largest remainder; in the order of <see cref="Contributions"/>.</summary>
    public IReadOnlyList<int> ShownPoints()
    {
        var points = Contributions.Select(contribution => (int)Math.Floor(contribution.Points)).ToArray();
        var missing = Shown - points.Sum();
        foreach (var at in Enumerable.Range(0, points.Length).OrderByDescending(at => Contributions[at].Points - points[at]).ThenBy(at => at).Take(Math.Max(0, missing)))
            points[at]++;
        return points;
    }
}
