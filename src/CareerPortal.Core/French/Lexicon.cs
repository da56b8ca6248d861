using System.Collections.Frozen;

namespace CareerPortal.French;

/// <summary>What must be known word by word about acronyms and institutions: spelling, gender, whether the article belongs to the name.</summary>
internal static class Lexicon
{
    // Common nouns. An acronym whose small letters are a word of their own (tic, cap, ris) is in AlsoWords.
    private const string MasculineNouns =
        "API BIM BTP CD CDD CDI CE1D CEB CEFA CESS CEO CHU CMS CPAS CPMS CRM CSS CSV CTO CV DJ DVD ERP ETP FALC FLE GPS GPU GSM "
        + "HACCP HLM HSE HTML IPP IT JPEG JSON LLM MBA NAS NISS OCR OIP OISP PC PDF PDG PFI QHSE QR RGPD RH RIS RMMMG SDK SEO "
        + "SEPP SIG SIPP SMS SPF SPP SQL SSD SVG TAL TIFF UI USB UX XML CAP IBAN VTC";

    private const string FeminineNouns =
        "2D 3D ALE APE ASBL BCD BD CAO CCT CVC DAO DRH ESN FAO GED GRH IA IRM ONG PAO PME QA R&D RSE SARL SPRL SRL TIC TPE TV TVA "
        + "URL VAE VCA VR";

    // Names: French says « de l’ONEM », never « d’ONEM ».
    private const string MasculineNames = "Forem FSE IFAPME INASTI INAMI ONEM ONE ONSS SFPME SIEP SPW TEC VDAB";

    private const string FeminineNames =
        "AViQ BCE COCOF CSC EPHEC FEB FGTB FWB GRAPA HE2B HEPL KBR OIT ONU RTBF RVA SNCB STIB UCLouvain UE ULB ULiège UMONS UNamur";

    // Names used bare: « d’Actiris ».
    private const string BareNames = "Actiris BeCode HELMo Technobel Technifutur Digitalcity";

    private const string AlsoWords = "TIC CAP RIS ALE APE ONE TAL NAS QR";

    private static readonly FrozenDictionary<string, LexiconEntry> Entries = Build();

    public static LexiconEntry? Find(string word) => Entries.GetValueOrDefault(word);

    /// <summary>The known spelling of a word found in any letter case, unless its small letters are another word.</summary>
    public static string? Spelling(string word) => Find(word) is { AlsoWord: false } entry ? entry.Form : null;

    private static FrozenDictionary<string, LexiconEntry> Build()
    {
        var alsoWords = AlsoWords.Split(' ').ToHashSet(StringComparer.Ordinal);
        return List(MasculineNouns, Gender.Masculine, false)
            .Concat(List(FeminineNouns, Gender.Feminine, false))
            .Concat(List(MasculineNames, Gender.Masculine, true))
            .Concat(List(FeminineNames, Gender.Feminine, true))
            .Concat(List(BareNames, Gender.Masculine, false))
            .ToFrozenDictionary(entry => entry.Form, StringComparer.OrdinalIgnoreCase);

        IEnumerable<LexiconEntry> List(string forms, Gender gender, bool withArticle) =>
            forms.Split(' ').Select(form => new LexiconEntry(form, gender, withArticle, alsoWords.Contains(form)));
    }
}

/// <summary>One known acronym or name.</summary>
internal sealed record LexiconEntry(string Form, Gender Gender, bool WithArticle, bool AlsoWord);
