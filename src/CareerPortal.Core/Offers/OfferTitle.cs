using System.Text.RegularExpressions;
using CareerPortal.French;

namespace CareerPortal.Offers;

/// <summary>What the title of an offer says of the work, without what boards and employers hang on it: gender marks, urgency, contract, towns.</summary>
public static partial class OfferTitle
{
    /// <summary>What is longer is no title: the rest is not read.</summary>
    public const int MostCharacters = 300;

    private static readonly HashSet<string> Hangers = new(StringComparer.Ordinal)
    {
        "interim",
        "interimaire",
        "temporaire",
        "contrat",
        "belgique",
        "belgium",
        "wallonie",
        "x",
        "h",
        "f",
        "be",
        "immediat",
        "immediatement",
    };

    /// <summary>The title without such parts, its other parts joined by « - »; the whole title where nothing else would be left.</summary>
    /// <param name="title">As the source wrote it.</param>
    /// <param name="isTown">Whether words in small plain letters are the name of a town that may be left out.</param>
    public static string Bare(string title, Func<string, bool> isTown)
    {
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(isTown);
        var read = title.Length > MostCharacters ? title[..MostCharacters] : title;
        var plain = Phrases().Replace(GenderMarks().Replace(Endings().Replace(read, ""), " "), " ");
        var parts = Separators().Split(plain).Select(p => WithoutTown(p, isTown)).Where(p => !IsHanger(p, isTown)).ToList();
        return parts.Count > 0 ? string.Join(" - ", parts) : read.Trim();
    }

    /// <summary>Whether a title says that it means all: « (H/F/X) », « employé·e », « homme/femme ».</summary>
    public static bool HasGenderMark(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return GenderMarks().IsMatch(title) || Endings().IsMatch(title) || BracketedEnding().IsMatch(title);
    }

    private static string WithoutTown(string part, Func<string, bool> isTown)
    {
        var found = AtTown().Match(part);
        return found.Success && isTown(TitleWords.Fold(found.Groups["town"].Value)) ? part[..found.Index].Trim() : part.Trim();
    }

    private static bool IsHanger(string part, Func<string, bool> isTown)
    {
        var folded = TitleWords.Fold(part);
        if (folded.Length == 0 || Hangers.Contains(folded) || isTown(folded))
        {
            return true;
        }

        var place = PlaceWords().Replace(folded, "");
        return place.Length == 0 || (place.Length < folded.Length && isTown(place));
    }

    // « (H/F/X) », « m/v/x », and what boards cut off of it: « /x) », « (/X) ».
    [GeneratedRegex(
        @"[\(\[]\s*[hfmvxwdn](?:\s*[/|\\\-., ]\s*[hfmvxwdn]){1,3}\s*[\)\]]|[\(\[]?\s*[/\\]\s*[xhfmvd]\s*[\)\]]|[\(\[]\s*(?:hfx?|mvx|mfx|fhx|x|h|f|m)\s*[\)\]]"
            + @"|(?<![\p{L}\p{N}])(?:[hmfvw]\s*/\s*[hfmvw](?:\s*/\s*[xdnm])?|[hf]\s*-\s*[hf](?:\s*-\s*x)?|[hmfv]\s+[hfv]\s+x"
            + @"|hfx|mvx|mfx|fhx|vmx)(?![\p{L}\p{N}/])"
            + @"|(?<!\p{L})homme\s*/\s*femme(?:\s*/\s*x)?(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex GenderMarks();

    // « employé·e », « directeur/trice ».
    [GeneratedRegex(
        @"(?<=\p{L}{3})[·•/.](?:e|ne|rice|trice|euse|ère|fe|ve|se|le|te|esse|ienne|ière)(?:[·•.]?s)?(?![\p{L}\p{N}])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Endings();

    // « employé(e) », « vérificateur(trice) ».
    [GeneratedRegex(
        @"(?<=\p{L}{2})\s?\((?:e|ne|rice|trice|euse|ère|fe|ve|se|le|te|esse|ienne|ière)\)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex BracketedEnding();

    [GeneratedRegex(
        @"(?<!\p{L})(?:(?:très\s+)?urgent(?:e|es)?|asap|nous recrutons|on recrute|nous (?:re)?cherchons(?:\s+une?)?|offre d['’]emploi|cdi|cdd|cdr"
            + @"|(?:contrat\s+)?(?:à\s+)?dur[ée]e\s+(?:in)?d[ée]termin[ée]e|contrat de remplacement|dès que possible"
            + @"|(?:avec\s+)?option\s+(?:sur\s+)?(?:un\s+)?contrat fixe|engagement imm[ée]diat|entr[ée]e (?:en (?:service|fonction) )?imm[ée]diate"
            + @"|int[ée]rim\s+en\s+vue\s+(?:de|d['’])\s*(?:un\s+)?(?:engagement|contrat fixe|fixe)?)(?!\p{L})\s*!*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Phrases();

    // A bracket behind a word may be its ending: « vérificateur (trice) ».
    [GeneratedRegex(@"\s[-–—]+(?=\s|$)|^\s*[-–—]+\s|\s*[–—|•:;]\s*|,\s|(?:^|\s)\((?!\p{Ll}{1,5}\))|(?<!\(\p{Ll}{1,5})\)|[\[\]]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"(?:^|\s)(?:[àÀ]|sur|(?:en\s+)?r[ée]gion\s+(?:de\s+|d['’])?)\s*(?:\d{4}\s+)?(?<town>\p{L}[\p{L}'’ \-]+)$")]
    private static partial Regex AtTown();

    [GeneratedRegex(
        @"^(?:(?:a|au|sur|pour|en|region|province|arrondissement|secteur|zone|pres|ville|commune) )?(?:(?:de|d|du|des) )?(?:(?:la|le|les|l) )?(?:\d{4}(?: |$))?"
    )]
    private static partial Regex PlaceWords();
}
