namespace CareerPortal.Catalogue;

/// <summary>What weighs how much when titles are compared.</summary>
/// <param name="Words">The cosine of the stems of the nearest title.</param>
/// <param name="Letters">The cosine of its groups of letters.</param>
/// <param name="Together">The cosine of all words under one key.</param>
/// <param name="Head">What the first word, which names the person, weighs more than the second.</param>
/// <param name="Fading">What each further word weighs of the one before.</param>
/// <param name="HeadLetters">As <paramref name="Head"/>, for groups of letters.</param>
/// <param name="LongestGroup">Letters in the longest group; the shortest has three.</param>
internal sealed record TitleWeights(double Words, double Letters, double Together, double Head, double Fading, double HeadLetters, int LongestGroup)
{
    /// <summary>Chosen on half of the titles of a benchmark, measured on the other half.</summary>
    public static readonly TitleWeights Learned = new(0.4, 0.4, 0.2, 1.3, 0.9, 1.2, 4);
}
