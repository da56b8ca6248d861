namespace CareerPortal.Catalogue;

/// <summary>What weighs how much when it is asked how near titles are.</summary>
/// <param name="Words">The cosine of the stems of the nearest title.</param>
/// <param name="Letters">The cosine of its groups of letters.</param>
/// <param name="Together">The cosine of all words under one key.</param>
/// <param name="Head">What the first word, which names the person, weighs more than the second.</param>
/// <param name="Fading">What each further word weighs of the one before.</param>
/// <param name="HeadLetters">As <paramref name="Head"/>, for groups of letters.</param>
/// <param name="LongestGroup">Letters in the longest group; the shortest has three.</param>
/// <param name="LettersTogether">The cosine of all groups of letters under one key.</param>
/// <param name="OtherNumber">What is left where one title names one person and the other many.</param>
/// <param name="Rarity">The power of a feature's rarity.</param>
/// <param name="Related">The cosine of all words under one key with those of the nearest titles elsewhere.</param>
/// <param name="RelatedTitle">As <paramref name="Related"/>, for the words of the nearest title.</param>
/// <param name="Reach">What a word of those weighs beside one of the title itself.</param>
internal sealed record TitleWeights(
    double Words,
    double Letters,
    double Together,
    double Head,
    double Fading,
    double HeadLetters,
    int LongestGroup,
    double LettersTogether,
    double OtherNumber,
    double Rarity,
    double Related,
    double RelatedTitle,
    double Reach
)
{
    /// <summary>Chosen by hand on half of the titles of a benchmark; they say what is near, <see cref="EvidenceWeights"/> which of it is meant.</summary>
    public static readonly TitleWeights Learned = new(0.1, 0.56, 0.16, 2.7, 0.96, 0.42, 4, 0.08, 0.64, 0.86, 0.12, 0.08, 1.1);

    /// <summary>What two titles that are the same come to.</summary>
    public double Sum => Words + Letters + Together + LettersTogether + Related + RelatedTitle;
}
