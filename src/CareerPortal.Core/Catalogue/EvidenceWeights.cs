namespace CareerPortal.Catalogue;

/// <summary>
/// What weighs how much when one of several near titles is chosen. Learned by logistic regression on one half of the questions of a benchmark, without the
/// titles that equal a question.
/// </summary>
/// <param name="Words">The cosine of the stems of the title.</param>
/// <param name="Letters">The cosine of its groups of letters.</param>
/// <param name="Together">The cosine of all words under its key.</param>
/// <param name="LettersTogether">The cosine of all groups of letters under its key.</param>
/// <param name="Related">The cosine of all words under its key with those of the nearest titles elsewhere.</param>
/// <param name="RelatedTitle">As <paramref name="Related"/>, for the words of the title.</param>
/// <param name="Covered">The share of the title's roots that was asked or stands for what was asked, rare ones counting more.</param>
/// <param name="PlainWords">BM25 of all plain words under its key, as a share of the most possible.</param>
/// <param name="OtherNumber">One of the two names many people, the other one.</param>
/// <param name="IsName">The title is the first under its key.</param>
/// <param name="Names">For the logarithm of how many titles its key has.</param>
/// <param name="SamePerson">A title under its key begins with the word that was asked first.</param>
/// <param name="StandsForPerson">How often its first word stands under one key with the word that was asked first.</param>
internal sealed record EvidenceWeights(
    double Words,
    double Letters,
    double Together,
    double LettersTogether,
    double Related,
    double RelatedTitle,
    double Covered,
    double PlainWords,
    double OtherNumber,
    double IsName,
    double Names,
    double SamePerson,
    double StandsForPerson
)
{
    /// <summary>Where other titles tell what else a title may mean.</summary>
    public static readonly EvidenceWeights WithOthers = new(1, 3.243, -1.079, 3.035, 3.944, 2.978, 1.833, 1.503, -4.084, 0.561, -0.2536, 1.096, 1.9);

    /// <summary>Where there are no other titles.</summary>
    public static readonly EvidenceWeights Alone = new(0.952, 4.409, 0.211, 2.778, 0, 0, 0.736, 2.664, -3.745, 0.386, -0.1796, 1.183, 1.605);
}
