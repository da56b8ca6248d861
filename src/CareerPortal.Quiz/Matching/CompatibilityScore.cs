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
    int AnswerCount
)
{
    /// <summary>The probability that the true compatibility lies in the band of <see cref="Compatibility"/>.</summary>
    public double BandProbability { get; init; }

    /// <summary>The width of the interval in points.</summary>
    public double IntervalWidth => IntervalHigh - IntervalLow;

    /// <summary>The band of the interval's lower end.</summary>
    public Verdict LowestBand => CompatibilityScale.Band(IntervalLow);

    /// <summary>The band of the interval's upper end.</summary>
    public Verdict HighestBand => CompatibilityScale.Band(IntervalHigh);

    /// <summary>The compatibility as a whole number, for show.</summary>
    public int Shown => (int)Math.Round(Compatibility, MidpointRounding.AwayFromZero);

    /// <summary>
    /// The contributions as whole points that sum to <see cref="Shown"/>, by largest remainder, none above its <see cref="ShownMaximums"/>; in
    /// the order of <see cref="Contributions"/>.
    /// </summary>
    public IReadOnlyList<int> ShownPoints() => Whole([.. Contributions.Select(contribution => contribution.Points)], Shown, ShownMaximums());

    /// <summary>
    /// The maxima of the contributions as whole points that sum to 100, by largest remainder; in the order of <see cref="Contributions"/>.
    /// </summary>
    public IReadOnlyList<int> ShownMaximums() => Whole([.. Contributions.Select(contribution => contribution.MaximumPoints)], 100, null);

    /// <summary>
    /// The contributions to two decimals that sum to the compatibility to two decimals, by largest remainder; in the order of <see
    /// cref="Contributions"/>.
    /// </summary>
    public IReadOnlyList<double> PointsInHundredths() =>
        [
            .. Whole(
                    [.. Contributions.Select(contribution => contribution.Points * 100)],
                    (int)Math.Round(Compatibility * 100, MidpointRounding.AwayFromZero),
                    null
                )
                .Select(hundredths => hundredths / 100.0),
        ];

    private static int[] Whole(double[] parts, int total, IReadOnlyList<int>? limits)
    {
        // A hair above a whole number is that number: 100/3 three times must not floor to less than it is.
        var whole = parts.Select(part => (int)Math.Floor(part + 1e-9)).ToArray();
        var order = Enumerable.Range(0, parts.Length).OrderByDescending(at => parts[at] - whole[at]).ThenBy(at => at).ToArray();
        var missing = total - whole.Sum();
        for (var before = missing + 1; missing > 0 && missing < before; )
        {
            before = missing;
            foreach (var at in order)
            {
                if (missing == 0 || (limits is not null && whole[at] >= limits[at]))
                {
                    continue;
                }

                whole[at]++;
                missing--;
            }
        }

        return whole;
    }
}
