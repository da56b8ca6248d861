using CareerPortal.French;

namespace CareerPortal.Occupations;

/// <summary>How an occupation is called in one language, ready to be shown.</summary>
public sealed record OccupationName(string Language, string Masculine, string Feminine)
{
    /// <summary>For headings: « Annotateur / Annotatrice de données IA ».</summary>
    public string Heading => Masculine == Feminine ? Sentence.Capitalise(Masculine) : Gendered.Both;

    /// <summary>For lists and sentences: « annotateur·rice de données IA » in French, both titles elsewhere.</summary>
    public string Inclusive =>
        Masculine == Feminine ? Masculine
        : Language == Languages.Default ? Gendered.Inclusive
        : $"{Masculine} / {Feminine}";

    /// <summary>For reading aloud and for running text: « annotateur ou annotatrice de données IA ».</summary>
    public string Doublet =>
        Masculine == Feminine ? Masculine
        : Language == Languages.Default ? Gendered.Doublet
        : $"{Masculine} / {Feminine}";

    /// <summary>After « le métier »: « d’annotateur·rice de données IA » in French; elsewhere the name alone.</summary>
    public string AfterDe =>
        Language != Languages.Default ? Inclusive
        : Masculine == Feminine ? Elision.De(Masculine)
        : Gendered.AfterDe;

    private GenderedTitle Gendered => new(Masculine, Feminine);
}
