namespace CareerPortal.Quiz.Evaluation;

/// <summary>Where people are led: counts by occupation, in the order of <see cref="Ids"/>.</summary>
/// <param name="Ids">The occupations.</param>
/// <param name="First">For how many people it came first.</param>
/// <param name="Near">For how many it was among the first places that count as near.</param>
/// <param name="FirstByLikelihood">For how many it would have come first by the likelihood of the answers alone.</param>
/// <param name="Fitting">By person: how many occupations fit.</param>
public sealed record Reach(IReadOnlyList<string> Ids, int[] First, int[] Near, int[] FirstByLikelihood, int[] Fitting)
{
    /// <summary>The share of people for whom the most frequent first place came first.</summary>
    public double LargestFirst => (double)First.Max() / Fitting.Length;

    /// <summary>The same, by the likelihood of the answers alone.</summary>
    public double LargestFirstByLikelihood => (double)FirstByLikelihood.Max() / Fitting.Length;

    /// <summary>The share of occupations that are near to somebody.</summary>
    public double Reached => 1 - (double)Unreached.Count / Ids.Count;

    /// <summary>Occupations that are near to nobody.</summary>
    public IReadOnlyList<string> Unreached => [.. Ids.Where((_, j) => Near[j] == 0)];
}
