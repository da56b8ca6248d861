namespace CareerPortal.Quiz.Evaluation;

/// <summary>Where people are led: counts by occupation, in the order of <see cref="Ids"/>.</summary>
/// <param name="Ids">The occupations.</param>
/// <param name="First">For how many people it came first.</param>
/// <param name="Near">For how many it was among the first three.</param>
/// <param name="FirstByLikelihood">For how many it would have come first by the likelihood of the answers alone.</param>
/// <param name="Fitting">By person: how many occupations fit.</param>
public sealed record Reach(IReadOnlyList<string> Ids, int[] First, int[] Near, int[] FirstByLikelihood, int[] Fitting)
{
    /// <summary>The share of people for whom the most frequent first place came first.</summary>
    public double LargestFirst => (double)First.Max() / Fitting.Length;

    /// <summary>The same, by the likelihood of the answers alone.</summary>
    public double LargestFirstByLikelihood => (double)FirstByLikelihood.Max() / Fitting.Length;

    /// <summary>Occupations that are among nobody's first three.</summary>
    public IReadOnlyList<string> Unreached => [.. Ids.Where((_, j) => Near[j] == 0)];
}
