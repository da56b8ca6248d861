using System.Globalization;
using CareerPortal.Search;

namespace CareerPortal.Offers.Board;

/// <summary>
/// What somebody asks of the board as it stands in an address, and back. Addresses are saved, sent and subscribed to: each names the version by whose
/// rules it was written, and is read by them for ever.
/// </summary>
/// <remarks>
/// Version 1 (also where none is named): « contrat=interim » is any contract through an agency. Version 2: it is such a contract without the prospect
/// of a permanent one, which has a word of its own, « interim-cdi ».
/// </remarks>
public static class OfferAddress
{
    public const string Path = "/offres";

    /// <summary>The version in which addresses are written now.</summary>
    public const int Newest = 2;

    public const string VersionKey = "v";
    public const string TextKey = "q";
    public const string PlaceKey = "lieu";
    public const string DistanceKey = "km";
    public const string OccupationKey = "metier";
    public const string DaysKey = "jours";
    public const string PayKey = "salaire";
    public const string SortKey = "tri";
    public const string PageKey = "page";

    /// <summary>The word for offers that do not say.</summary>
    public const string UnstatedWord = "non-precise";

    private const string Yes = "oui";
    private const int MostValues = 30;
    private const int ValueMaxLength = 100;
    private const int PlaceMaxLength = 100;

    /// <summary>The distances that can be chosen, in kilometres.</summary>
    public static IReadOnlyList<int> Distances { get; } = [5, 10, 15, 20, 30, 50];

    /// <summary>How recent offers can be asked for, in days.</summary>
    public static IReadOnlyList<int> Recent { get; } = [1, 3, 7, 14, 30];

    /// <summary>The facets by their names in the address, in the order in which they are offered.</summary>
    public static IReadOnlyList<(OfferFacet Facet, string Key)> Facets { get; } =
    [
        (OfferFacet.Province, "province"),
        (OfferFacet.Contract, "contrat"),
        (OfferFacet.Regime, "regime"),
        (OfferFacet.Experience, "experience"),
        (OfferFacet.Studies, "etudes"),
        (OfferFacet.Domain, "domaine"),
        (OfferFacet.Sector, "secteur"),
        (OfferFacet.Telework, "teletravail"),
        (OfferFacet.Language, "langue"),
        (OfferFacet.Licence, "permis"),
        (OfferFacet.EmployerKind, "par"),
        (OfferFacet.Board, "source"),
    ];

    private static readonly Dictionary<OfferFacet, (string Word, string Value)[]> Words = new()
    {
        [OfferFacet.Contract] =
        [
            ("cdi", nameof(ContractKind.Permanent)),
            ("cdd", nameof(ContractKind.FixedTerm)),
            ("interim", nameof(ContractKind.Temporary)),
            ("interim-cdi", nameof(ContractKind.TemporaryToPermanent)),
            ("remplacement", nameof(ContractKind.Replacement)),
            ("etudiant", nameof(ContractKind.Student)),
            ("flexi-job", nameof(ContractKind.FlexiJob)),
            ("occasionnel", nameof(ContractKind.Casual)),
            ("statutaire", nameof(ContractKind.CivilServant)),
            ("independant", nameof(ContractKind.SelfEmployed)),
            ("alternance", nameof(ContractKind.Apprenticeship)),
            ("travail-defini", nameof(ContractKind.DefinedWork)),
        ],
        [OfferFacet.Regime] = [("temps-plein", nameof(WorkRegime.FullTime)), ("temps-partiel", nameof(WorkRegime.PartTime))],
        [OfferFacet.Experience] =
        [
            ("sans", nameof(ExperienceNeed.None)),
            ("moins-de-2-ans", nameof(ExperienceNeed.UnderTwoYears)),
            ("2-a-5-ans", nameof(ExperienceNeed.TwoToFiveYears)),
            ("plus-de-5-ans", nameof(ExperienceNeed.OverFiveYears)),
            ("avec", nameof(ExperienceNeed.Some)),
        ],
        [OfferFacet.Telework] =
        [
            ("non", nameof(TeleworkKind.None)),
            ("partiel", nameof(TeleworkKind.Partly)),
            ("complet", nameof(TeleworkKind.Wholly)),
        ],
        [OfferFacet.EmployerKind] = [("employeur", nameof(EmployerKind.Direct)), ("agence", nameof(EmployerKind.Agency))],
    };

    private static readonly (string Word, OfferSort Sort)[] Sorts =
    [
        ("pertinence", OfferSort.Relevance),
        ("date", OfferSort.Newest),
        ("distance", OfferSort.Nearest),
        ("salaire", OfferSort.Pay),
    ];

    /// <summary>Reads what an address asks. What it does not know it leaves out: an address is never refused.</summary>
    public static OfferQuery Read(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var sent = parameters.ToLookup(p => p.Key, p => p.Value ?? "", StringComparer.Ordinal);
        var version = Number(sent[VersionKey].FirstOrDefault()) is { } named and >= 1 and <= Newest ? named : 1;
        var place = TypedText.Clean(sent[PlaceKey].FirstOrDefault(), PlaceMaxLength);
        return new OfferQuery
        {
            Text = TypedText.Clean(sent[TextKey].FirstOrDefault(), OfferQuery.TextMaxLength),
            Place = place,
            Kilometres = place is null ? null : Chosen(sent[DistanceKey], Distances),
            Chosen = Facets
                .Select(f => (f.Facet, Values: ValuesOf(f.Facet, sent[f.Key], version)))
                .Where(f => f.Values.Count > 0)
                .ToDictionary(f => f.Facet, f => f.Values),
            Occupation = OccupationOf(sent[OccupationKey].FirstOrDefault()),
            Days = Chosen(sent[DaysKey], Recent),
            IsPayStated = sent[PayKey].Contains(Yes, StringComparer.Ordinal),
            Sort = Sorts.FirstOrDefault(s => s.Word == sent[SortKey].FirstOrDefault()).Sort,
            Page = Number(sent[PageKey].FirstOrDefault()) is { } page and >= 1 ? page : 1,
        };
    }

    /// <summary>
    /// The first parameter of an address whose value asks nothing that is known; null where there is none. Pages leave such values out, but a program that
    /// was told of all offers would take them for those it asked for.
    /// </summary>
    public static string? UnknownOf(IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var sent = parameters.Where(p => p.Value is { Length: > 0 }).ToLookup(p => p.Key, p => p.Value!, StringComparer.OrdinalIgnoreCase);
        var isPlaceNamed = sent[PlaceKey].Any(p => !string.IsNullOrWhiteSpace(p));
        (string Key, int Most, Func<string, bool> IsKnown)[] rules =
        [
            (VersionKey, 1, v => Number(v) is >= 1 and <= Newest),
            (DistanceKey, 1, v => isPlaceNamed && Chosen([v], Distances) is not null),
            (OccupationKey, 1, v => OccupationOf(v) is not null),
            (DaysKey, 1, v => Chosen([v], Recent) is not null),
            (PayKey, 1, v => v == Yes),
            (SortKey, 1, v => Array.Exists(Sorts, s => s.Word == v)),
            .. Facets.Select(f => (f.Key, int.MaxValue, (Func<string, bool>)(v => IsKnown(f.Facet, WordsOf(f.Facet, v))))),
        ];
        return rules.FirstOrDefault(r => !sent[r.Key].All(r.IsKnown) || sent[r.Key].Distinct().Count() > r.Most).Key
            ?? sent.Select(s => s.Key)
                .FirstOrDefault(k => Array.Exists(rules, r => r.Key != k && r.Key.Equals(k, StringComparison.OrdinalIgnoreCase)));
    }

    private static bool IsKnown(OfferFacet facet, string[] words) =>
        words.Length > 0 && Array.TrueForAll(words, w => ValuesOf(facet, w, Newest).Any());

    /// <summary>The parameters that ask this, in one order; nothing where all is asked for.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Write(OfferQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var parts = new List<KeyValuePair<string, string>>();
        Part(TextKey, query.Text);
        Part(PlaceKey, query.Place);
        Part(DistanceKey, query.Place is null ? null : query.Kilometres?.ToString(CultureInfo.InvariantCulture));
        foreach (var (facet, key) in Facets)
        {
            foreach (var value in query.Chosen.GetValueOrDefault(facet, []).Order(StringComparer.Ordinal))
            {
                Part(key, WordOf(facet, value));
            }
        }

        Part(OccupationKey, query.Occupation);
        Part(DaysKey, query.Days?.ToString(CultureInfo.InvariantCulture));
        Part(PayKey, query.IsPayStated ? Yes : null);
        Part(SortKey, query.Sort == OfferSort.Relevance ? null : Sorts.First(s => s.Sort == query.Sort).Word);
        if (query.Page > 1)
        {
            Part(PageKey, query.Page.ToString(CultureInfo.InvariantCulture));
        }

        if (parts.Count > 0)
        {
            Part(VersionKey, Newest.ToString(CultureInfo.InvariantCulture));
        }

        return parts;

        void Part(string key, string? value)
        {
            if (value is { Length: > 0 })
            {
                parts.Add(new(key, value));
            }
        }
    }

    /// <summary>The query part of an address that asks this, with its question mark; empty where all is asked for.</summary>
    public static string Of(OfferQuery query) =>
        Write(query) is { Count: > 0 } parts ? "?" + string.Join('&', parts.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}")) : "";

    /// <summary>What a value of a facet is called in an address now.</summary>
    public static string WordOf(OfferFacet facet, string value) =>
        value == OfferQuery.Unstated ? UnstatedWord
        : Words.TryGetValue(facet, out var words) ? words.FirstOrDefault(w => w.Value == value).Word ?? ""
        : value;

    /// <summary>What an order is called in an address.</summary>
    public static string WordOf(OfferSort sort) => Sorts.First(s => s.Sort == sort).Word;

    private static IReadOnlyList<string> ValuesOf(OfferFacet facet, IEnumerable<string> words, int version) =>
        [.. words.SelectMany(w => WordsOf(facet, w)).SelectMany(w => ValuesOf(facet, w, version)).Distinct(StringComparer.Ordinal).Take(MostValues)];

    /// <summary>Several values may stand together, with commas between them; the names of boards have some of their own.</summary>
    private static string[] WordsOf(OfferFacet facet, string sent) =>
        facet == OfferFacet.Board ? [sent] : sent.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static IEnumerable<string> ValuesOf(OfferFacet facet, string word, int version)
    {
        if (word == UnstatedWord)
        {
            return [OfferQuery.Unstated];
        }

        if (facet == OfferFacet.Contract && version == 1 && word == "interim")
        {
            return [nameof(ContractKind.Temporary), nameof(ContractKind.TemporaryToPermanent)];
        }

        return Words.TryGetValue(facet, out var words) ? words.Where(w => w.Word == word).Select(w => w.Value)
            : TypedText.Clean(word, ValueMaxLength) is { } value ? [value]
            : [];
    }

    private static int? Chosen(IEnumerable<string> sent, IReadOnlyList<int> offered) =>
        Number(sent.FirstOrDefault()) is { } number && offered.Contains(number) ? number : null;

    private static string? OccupationOf(string? sent) =>
        sent is { Length: >= 1 and <= 5 } && sent.All(char.IsAsciiLetterOrDigit) ? sent.ToUpperInvariant() : null;

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
