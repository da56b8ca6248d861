using System.Text.RegularExpressions;

namespace CareerPortal.French;

/// <summary>Finds the words of France's schools, offices and laws for which Belgium has others; quotations are left out.</summary>
public static class BelgianWords
{
    // A word of France as a pattern, what Belgium says, and whether that takes its place without anything else changing.
    private static readonly (string Pattern, string Belgian, bool IsSafe)[] Entries =
    [
        ("(?i:pôle[ -]emploi)|France Travail|ANPE|Assedic|ASSEDIC|Apec|APEC", "le Forem, Actiris ou l’ADG", false),
        ("SMIC|Smic|smic", "salaire minimum", true),
        ("(?i:baccalauréat)", "CESS", true),
        (@"(?i:bac ?\+ ?\d|bac pro(?:fessionnel)?|niveau bac)", "CESS, bachelier ou master", false),
        ("BTS|DUT|(?i:licence pro(?:fessionnelle)?)", "bachelier", true),
        ("CAP|BEP", "certificat de qualification (CQ6), IFAPME ou SFPME", false),
        ("CFA", "CEFA, IFAPME ou SFPME", false),
        ("AFPA|Afpa|GRETA|Greta", "promotion sociale, Forem ou Bruxelles Formation", false),
        ("(?i:brevet des collèges)", "CE1D", false),
        ("lycéen(?:ne)?s?", "élève du secondaire", false),
        (@"lycées?(?! \p{Lu})", "école secondaire", false),
        ("(?i:éducation nationale)", "Fédération Wallonie-Bruxelles", false),
        ("(?i:mairie)", "maison communale", true),
        ("(?i:mairies)", "maisons communales", true),
        ("(?i:maire)", "bourgmestre", true),
        ("(?i:maires)", "bourgmestres", true),
        ("(?i:(?:sous-)?préfectures?|conseil départemental|conseils départementaux)", "commune ou province", false),
        (@"(?i:(?<=\b(?:votre|leur|son|mon|chaque) )département)(?! (?:des?|du|d['’]|\p{Ll}+(?:ique|ier|ières?|al)\b))", "province", false),
        ("RSA", "revenu d’intégration sociale (CPAS)", false),
        ("(?i:urssaf)", "ONSS ou caisse d’assurances sociales", false),
        ("(?i:(?:auto|micro)-?entrepreneure?s?)", "indépendant ou indépendante, à titre principal ou complémentaire", false),
        ("SIRET|Siret|SIREN|Siren", "numéro d’entreprise (BCE)", false),
        ("(?i:carte vitale)|CPAM", "mutualité", false),
        ("(?i:prud['’]hommes)", "tribunal du travail", false),
        ("(?i:comité d['’]entreprise)", "conseil d’entreprise", true),
        ("CPF|(?i:compte personnel de formation)", "congé-éducation payé ou chèques-formation", false),
        ("CNIL|Cnil", "Autorité de protection des données (APD)", false),
        ("(?i:soixante-dix)", "septante", true),
        ("(?i:quatre-vingt-dix)", "nonante", true),
    ];

    private static readonly Regex Word = Any(Entries.Select((entry, at) => $"(?<e{at}>{entry.Pattern})"));

    // The same without telling which, sooner: most texts have none of them.
    private static readonly Regex AnyWord = Any(Entries.Select(entry => entry.Pattern));

    /// <summary>The words in their order.</summary>
    public static IReadOnlyList<WordFinding> Findings(string text) =>
        [
            .. Word.Matches(Candidate(ProtectedText.Blot(text)))
                .Select(match =>
                {
                    var entry = Entries[Enumerable.Range(0, Entries.Length).First(at => match.Groups[$"e{at}"].Success)];
                    var isCapital = char.IsUpper(match.Value[0]) && match.Value.Any(char.IsLower) && entry.IsSafe;
                    return new WordFinding(match.Value, isCapital ? Sentence.Capitalise(entry.Belgian) : entry.Belgian, match.Index, entry.IsSafe);
                }),
        ];

    /// <summary>The text where one of the words may stand in it: most have none, which the one plain pattern tells sooner.</summary>
    private static string Candidate(string prose) => AnyWord.IsMatch(prose) ? prose : "";

    private static Regex Any(IEnumerable<string> patterns) =>
        new(
            @"(?<![\p{L}\p{N}_@./-])(?:" + string.Join('|', patterns) + @")(?![\p{L}\p{N}_@])",
            RegexOptions.Compiled | RegexOptions.CultureInvariant
        );
}
