using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace CareerPortal.Offers.Sources;

/// <summary>What the labels of sources mean, in the portal's own closed lists; null where nothing says so.</summary>
public static partial class OfferWords
{
    private static readonly FrozenDictionary<string, ContractKind> Contracts = Table(
        (ContractKind.Permanent, ["duree indeterminee", "contrat a duree indeterminee", "cdi", "contrat cdi", "permanent", "onbepaalde duur"]),
        (ContractKind.FixedTerm, ["duree determinee", "contrat a duree determinee", "cdd", "contrat cdd", "temporary", "bepaalde duur"]),
        (ContractKind.Temporary, ["interimaire", "interim", "travail interimaire", "mission interim", "contrat interimaire"]),
        (
            ContractKind.TemporaryToPermanent,
            [
                "interimaire avec option sur duree indeterminee",
                "interim avec option sur duree indeterminee",
                "interim avec option cdi",
                "interim en vue d engagement",
            ]
        ),
        (ContractKind.Replacement, ["remplacement", "contrat de remplacement"]),
        (ContractKind.Student, ["etudiant", "job etudiant", "contrat etudiant", "contrat d etudiant", "contrat d occupation d etudiant"]),
        (ContractKind.FlexiJob, ["flexi jobs", "flexi job", "flexijob", "flexijobs"]),
        (ContractKind.Casual, ["journalier occasionnel ou saisonnier", "journalier", "saisonnier", "occasionnel", "per diem", "extra"]),
        (ContractKind.CivilServant, ["salarie statutaire", "statutaire", "fonctionnaire", "titulaire de la fonction publique"]),
        (
            ContractKind.SelfEmployed,
            ["contrat collaboration independant", "independant", "freelance", "contractor", "collaboration independante", "profession liberale"]
        ),
        (
            ContractKind.Apprenticeship,
            ["alternance", "apprentissage", "contrat d apprentissage", "contrat en alternance", "convention de stage en alternance", "apprenticeship"]
        ),
        (ContractKind.DefinedWork, ["nettement defini", "travail nettement defini", "contrat pour un travail nettement defini"])
    );

    private static readonly FrozenDictionary<string, WorkRegime> Regimes = Table(
        (WorkRegime.FullTime, ["temps plein", "full time", "fulltime", "voltijds", "plein temps"]),
        (WorkRegime.PartTime, ["temps partiel", "part time", "parttime", "deeltijds", "mi temps"])
    );

    /// <summary>Levels of ISCED 2011. Le Forem's own pairs come with codes: « Primaire » stands beside 02 there, and so it is read without a code.</summary>
    private static readonly FrozenDictionary<string, string> StudyLevels = Table(
        ("00", ["sans diplome", "aucun", "aucun diplome", "pas de diplome"]),
        ("02", ["primaire", "enseignement primaire", "secondaire inferieur", "cesi", "ce1d", "enseignement secondaire inferieur"]),
        (
            "03",
            [
                "secondaire superieur",
                "cess",
                "enseignement secondaire superieur",
                "certificat de qualification",
                "cq6",
                "high school",
                "apprentissage",
                "cfa",
            ]
        ),
        ("04", ["post secondaire", "enseignement post secondaire non superieur", "7eme annee", "cq7", "professional certificate"]),
        ("05", ["brevet d enseignement superieur", "bes", "graduat court", "associate degree"]),
        ("06", ["bachelier", "bachelier professionnalisant", "bachelier de transition", "baccalaureat", "graduat", "bachelor", "bachelor degree"]),
        ("07", ["master", "licence", "master de specialisation", "universitaire", "postgraduate degree"]),
        ("08", ["doctorat", "doctorat avec these", "phd"])
    );

    private static readonly FrozenDictionary<string, string> LanguageNames = Table(
        ("fr", ["francais", "french", "frans"]),
        ("nl", ["neerlandais", "dutch", "nederlands", "flamand"]),
        ("en", ["anglais", "english", "engels"]),
        ("de", ["allemand", "german", "duits", "deutsch"]),
        ("lb", ["luxembourgeois", "luxembourgish"]),
        ("es", ["espagnol", "spanish"]),
        ("it", ["italien", "italian"]),
        ("pt", ["portugais", "portuguese"]),
        ("pl", ["polonais", "polish"]),
        ("ro", ["roumain", "romanian"]),
        ("bg", ["bulgare"]),
        ("tr", ["turc", "turkish"]),
        ("ar", ["arabe", "arabic"]),
        ("ru", ["russe", "russian"]),
        ("uk", ["ukrainien", "ukrainian"]),
        ("zh", ["chinois", "mandarin", "chinese"]),
        ("ja", ["japonais", "japanese"]),
        ("el", ["grec", "grec moderne"]),
        ("hu", ["hongrois"]),
        ("cs", ["tcheque"]),
        ("sk", ["slovaque"]),
        ("sv", ["suedois"]),
        ("da", ["danois"]),
        ("no", ["norvegien"]),
        ("fi", ["finnois", "finlandais"]),
        ("hr", ["croate"]),
        ("sr", ["serbe"]),
        ("sq", ["albanais"]),
        ("fa", ["persan", "farsi"]),
        ("lt", ["lituanien"]),
        ("lv", ["letton"]),
        ("et", ["estonien"]),
        ("sl", ["slovene"])
    );

    private static readonly FrozenSet<string> LanguageCodes = LanguageNames.Values.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ExperienceNeed> Experiences = Table(
        (
            ExperienceNeed.None,
            ["sans experience", "aucune", "aucune experience", "experience non requise", "non requise", "debutant", "debutant accepte", "sans", "0"]
        ),
        (ExperienceNeed.Some, ["experience", "experience requise", "experience souhaitee", "requise", "souhaitee", "oui", "experience exigee"])
    );

    private static readonly FrozenDictionary<string, TeleworkKind> Teleworks = Table(
        (TeleworkKind.None, ["pas teletravail", "pas de teletravail", "sur site", "aucun"]),
        (TeleworkKind.Partly, ["teletravail partiel", "hybride", "hybrid", "occasionnel", "teletravail occasionnel", "partiel"]),
        (TeleworkKind.Wholly, ["teletravail complet", "telecommute", "full remote", "remote", "a distance", "teletravail a temps plein"])
    );

    /// <summary>Boards that stand as employers in the records they send, and words that hide who employs.</summary>
    private static readonly FrozenSet<string> NoEmployers = new[]
    {
        "jobat",
        "stepstone",
        "stepstone belgium",
        "via site forem",
        "indeed",
        "monster",
        "references",
        "references be",
        "jooble",
        "hellowork",
        "ictjob",
        "talent com",
        "optioncarriere",
        "confidentiel",
        "confidentielle",
        "employeur confidentiel",
        "entreprise confidentielle",
        "anonyme",
        "employeur anonyme",
        "non communique",
        "non precise",
        "nc",
        "n a",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Words that only agencies are called by, and agencies that have none of them in their name.</summary>
    private static readonly string[] AgencyWords = ["interim", "interims", "interimaire", "uitzend", "uitzendkantoor", "uitzendkrachten"];

    private static readonly string[] Agencies =
    [
        "randstad",
        "adecco",
        "manpower",
        "manpowergroup",
        "tempo team",
        "synergie",
        "start people",
        "accent jobs",
        "asap be",
        "agilitas",
        "vivaldis",
        "daoust",
        "konvert",
        "unique",
        "forum jobs",
        "luba",
        "actief",
        "robert half",
        "hays",
        "page personnel",
        "michael page",
        "proselect",
        "kelly services",
        "express medical",
        "trace",
    ];

    public static ContractKind? Contract(string label) => Contracts.TryGetValue(Key(label), out var kind) ? kind : null;

    public static WorkRegime? Regime(string label) => Regimes.TryGetValue(Key(label), out var kind) ? kind : null;

    public static TeleworkKind? Telework(string label) => Teleworks.TryGetValue(Key(label), out var kind) ? kind : null;

    /// <summary>A level of study by its label, as two digits of ISCED 2011.</summary>
    public static string? Study(string label) => StudyLevels.GetValueOrDefault(Key(label));

    /// <summary>A level of study by its code, as a source writes it: « 02 » or « 2 ».</summary>
    public static string? StudyCode(string code) =>
        code.Trim() is { Length: 1 or 2 } digits && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level <= 8
            ? level.ToString("00", CultureInfo.InvariantCulture)
            : null;

    /// <summary>A language by its name, as ISO 639-1.</summary>
    public static string? Language(string label) => LanguageNames.GetValueOrDefault(Key(label));

    /// <summary>A language by its code; only those that the portal can name.</summary>
    public static string? LanguageCode(string code) => code.Trim().ToLowerInvariant() is var small && LanguageCodes.Contains(small) ? small : null;

    /// <summary>The categories of driving licence that a label names.</summary>
    public static IReadOnlyList<string> Licences(string label) =>
        [.. Category().Matches(label).Select(m => m.Value.Replace("+", "", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];

    /// <summary>What a label says of experience: by words, or by the years it names.</summary>
    public static ExperienceNeed? Experience(string label)
    {
        var key = Key(label);
        if (Experiences.TryGetValue(key, out var need))
        {
            return need;
        }

        var numbers = Number().Matches(key).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).Where(n => n <= 60).ToList();
        if (numbers.Count == 0)
        {
            return null;
        }

        if (MonthsOnly().IsMatch(key))
        {
            return numbers.Max() < 24 ? ExperienceNeed.UnderTwoYears : ExperienceNeed.TwoToFiveYears;
        }

        if (!Years().IsMatch(key))
        {
            return null;
        }

        var trimmed = label.TrimStart();
        var isLess = key.Contains("moins", StringComparison.Ordinal) || trimmed.StartsWith('<') || trimmed.StartsWith('-');
        var isMore = key.Contains("plus", StringComparison.Ordinal) || trimmed.StartsWith('>') || trimmed.StartsWith('+');
        return (isLess, isMore, numbers[0]) switch
        {
            (true, _, <= 2) => ExperienceNeed.UnderTwoYears,
            (true, _, <= 5) => ExperienceNeed.TwoToFiveYears,
            (_, true, >= 5) or (_, _, > 5) => ExperienceNeed.OverFiveYears,
            (_, _, >= 2) or (_, true, _) => ExperienceNeed.TwoToFiveYears,
            _ => ExperienceNeed.UnderTwoYears,
        };
    }

    /// <summary>Whether a name is that of a board, or says that the employer is hidden.</summary>
    public static bool IsNoEmployer(string name) => NoEmployers.Contains(Key(name));

    /// <summary>Who looks: an agency by its contract or its name, otherwise the employer who is named.</summary>
    public static EmployerKind? KindOf(string? employer, ContractKind? contract)
    {
        if (contract is ContractKind.Temporary or ContractKind.TemporaryToPermanent)
        {
            return EmployerKind.Agency;
        }

        if (employer is null)
        {
            return null;
        }

        var words = PlainWords.Of(employer);
        var name = string.Join(' ', words);
        return words.Any(AgencyWords.Contains) || Agencies.Any(a => name == a || name.StartsWith(a + " ", StringComparison.Ordinal))
            ? EmployerKind.Agency
            : EmployerKind.Direct;
    }

    /// <summary>A label without case, accents and points.</summary>
    internal static string Key(string label) => string.Join(' ', PlainWords.Of(label));

    private static FrozenDictionary<string, T> Table<T>(params (T Value, string[] Labels)[] rows) =>
        rows.SelectMany(r => r.Labels.Select(l => KeyValuePair.Create(l, r.Value))).ToFrozenDictionary(StringComparer.Ordinal);

    [GeneratedRegex(@"(?<![\p{L}\p{N}+])(?:AM|A1|A2|B96|B\+?E|C1\+?E|C\+?E|D1\+?E|D\+?E|C1|D1|[ABCDG])(?![\p{L}\p{N}+'’])")]
    private static partial Regex Category();

    [GeneratedRegex(@"\d{1,3}")]
    private static partial Regex Number();

    [GeneratedRegex(@"\bmois\b(?!.*\ban)")]
    private static partial Regex MonthsOnly();

    [GeneratedRegex(@"\b(ans?|annees?|years?|jaar)\b")]
    private static partial Regex Years();
}
