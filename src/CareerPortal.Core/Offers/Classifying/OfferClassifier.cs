using System.Text.RegularExpressions;
using CareerPortal.Catalogue;
using CareerPortal.French;

namespace CareerPortal.Offers.Classifying;

/// <summary>
/// Finds the occupation of an offer by the code of its source and by its title: the family (ROME 3) by the code where there is one, the occupation in
/// it by the title. It is learned from the names of the catalogue in some seconds, and from what was said of other titles.
/// </summary>
public sealed partial class OfferClassifier
{
    private const int Most = 3;

    /// <summary>What somebody said of a title counts as much as so many names of the catalogue.</summary>
    private const int Weight = 4;

    /// <summary>Names of other catalogues that are less sure to mean an occupation are not learned from.</summary>
    private const double LeastConfidence = 0.85;

    // How much the probabilities of titles that were not learned from are to be sharpened to be true (measured on names set apart).
    private const float FamilySharpness = 1.1f;
    private const float OwnSharpness = 1.1f;

    private readonly string[] _families;
    private readonly Dictionary<string, int> _numberOfFamily;
    private readonly string[] _codes;
    private readonly Dictionary<string, int> _numberOfCode;
    private readonly int[] _familyOf;
    private readonly Range[] _ofFamily;
    private readonly HashSet<string> _towns;
    private readonly TitleModel _familyModel;
    private readonly TitleModel _ownModel;
    private readonly Dictionary<string, Dictionary<int, int>> _said = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<int, int>> _saidOfFamily = new(StringComparer.Ordinal);

    /// <param name="occupations">Codes and facts of all that are listed.</param>
    /// <param name="towns">Names of places, which say nothing of the work.</param>
    /// <param name="examples">Titles of which somebody said what they mean; codes that the catalogue does not know are passed over.</param>
    public OfferClassifier(
        IEnumerable<(string Code, CatalogueFacts Facts)> occupations,
        IEnumerable<string> towns,
        IEnumerable<OfferExample>? examples = null
    )
    {
        var listed = occupations.OrderBy(o => o.Facts.Parent, StringComparer.Ordinal).ThenBy(o => o.Code, StringComparer.Ordinal).ToList();
        _towns = towns.Select(TitleWords.Fold).Where(t => t.Length > 0).ToHashSet(StringComparer.Ordinal);
        _codes = [.. listed.Select(o => o.Code)];
        _families = [.. listed.Select(o => o.Facts.Parent).Distinct(StringComparer.Ordinal)];
        _numberOfCode = Numbers(_codes);
        _numberOfFamily = Numbers(_families);
        _familyOf = [.. listed.Select(o => _numberOfFamily[o.Facts.Parent])];
        _ofFamily = [.. Enumerable.Range(0, _families.Length).Select(f => Array.IndexOf(_familyOf, f)..(Array.LastIndexOf(_familyOf, f) + 1))];

        var titles = new Dictionary<(string Stems, int Family, int Own), List<(ulong, float)>>();
        for (var number = 0; number < listed.Count; number++)
        {
            var names = NamesOf(listed[number].Facts).Select(TitleFeatures.StemsOf).DistinctBy(Key, StringComparer.Ordinal).ToList();
            foreach (var stems in names)
            {
                Learn(titles, stems, _familyOf[number], number);
                Count(_saidOfFamily, Key(stems), _familyOf[number], 1);
                Count(_said, Key(stems), number, 1);
            }

            foreach (var name in listed[number].Facts.ForeignNames.Where(n => n.Confidence >= LeastConfidence))
            {
                Learn(titles, TitleFeatures.StemsOf(name.Text), _familyOf[number], number);
            }
        }

        foreach (var example in examples ?? [])
        {
            Learn(titles, example);
        }

        _familyModel = new TitleModel([.. titles.Select(t => (t.Value, t.Key.Family))], _ => .._families.Length, _families.Length);
        _ownModel = new TitleModel(
            [.. titles.Where(t => t.Key.Own >= 0).Select(t => (t.Value, t.Key.Own))],
            own => _ofFamily[_familyOf[own]],
            _codes.Length
        );
    }

    /// <summary>A classifier for an edition of the catalogue.</summary>
    public static OfferClassifier Of(CatalogueEdition edition, IEnumerable<OfferExample>? examples = null)
    {
        ArgumentNullException.ThrowIfNull(edition);
        return new OfferClassifier(
            edition.Occupations.Select(o => (o.Code, o.Facts)),
            edition.Municipalities.SelectMany(m => m.Aliases.Append(m.French).Append(m.Dutch)).Concat(edition.Localities.Select(l => l.Name)),
            examples
        );
    }

    /// <summary>The likeliest occupations of an offer.</summary>
    /// <param name="title">As the source wrote it.</param>
    /// <param name="code">The source's code: five characters of ROME 3, with or without what Le Forem adds (« H250201-1 »); null where it has none.</param>
    public OfferClassification Classify(string title, string? code)
    {
        ArgumentNullException.ThrowIfNull(title);
        var given = FamilyOf(code);
        var isUnknown = given is null && !string.IsNullOrWhiteSpace(code);
        if ((given is null && !title.Any(char.IsLetter)) || _codes.Length == 0)
        {
            return new OfferClassification { Occupations = [], IsCodeUnknown = isUnknown };
        }

        var stems = StemsOf(title);
        var families = new float[_families.Length];
        if (given is { } known)
        {
            families[known] = 1;
        }
        else
        {
            FillFamilies(stems, families);
        }

        var own = new float[_codes.Length];
        _ownModel.Score(TitleFeatures.Of(stems), own);
        foreach (var range in _ofFamily)
        {
            ToProbabilities(own.AsSpan(range), OwnSharpness);
        }

        Correct(own, stems, _said, given);
        var first = Greatest(families);
        for (var number = 0; number < own.Length; number++)
        {
            own[number] *= families[_familyOf[number]];
        }

        return new OfferClassification
        {
            Occupations = Likeliest(own, first),
            Origin = given is null ? OfferOccupationOrigin.Title : OfferOccupationOrigin.CodeAndTitle,
            Family = _families[first],
            IsCodeUnknown = isUnknown,
        };
    }

    /// <summary>The likeliest families by the title alone, the likeliest first.</summary>
    public IReadOnlyList<OfferFamily> FamiliesOf(string title, int most)
    {
        ArgumentNullException.ThrowIfNull(title);
        var families = new float[_families.Length];
        FillFamilies(StemsOf(title), families);
        return
        [
            .. Enumerable
                .Range(0, families.Length)
                .OrderByDescending(f => families[f])
                .ThenBy(f => f)
                .Take(most)
                .Select(f => new OfferFamily(_families[f], Math.Round(families[f], 4))),
        ];
    }

    private void FillFamilies(IReadOnlyList<string> stems, float[] families)
    {
        _familyModel.Score(TitleFeatures.Of(stems), families);
        ToProbabilities(families, FamilySharpness);
        Correct(families, stems, _saidOfFamily, null);
    }

    private static void ToProbabilities(Span<float> scores, float sharpness) => TitleModel.ToProbabilities(scores, sharpness);

    /// <summary>Where the very title is known, its name in the catalogue counts twice as much as the model, what somebody said of it more.</summary>
    private void Correct(float[] probabilities, IReadOnlyList<string> stems, Dictionary<string, Dictionary<int, int>> said, int? family)
    {
        if (!said.TryGetValue(Key(stems), out var known))
        {
            return;
        }

        foreach (var part in known.GroupBy(k => ReferenceEquals(said, _said) ? _familyOf[k.Key] : 0))
        {
            var range = ReferenceEquals(said, _said) ? _ofFamily[part.Key] : ..probabilities.Length;
            var times = part.Sum(k => k.Value);
            foreach (ref var probability in probabilities.AsSpan(range))
            {
                probability /= 1 + (2 * times);
            }

            foreach (var (number, count) in part.Where(_ => family is null || part.Key == family))
            {
                probabilities[number] += 2f * count / (1 + (2 * times));
            }
        }
    }

    private List<OfferOccupation> Likeliest(float[] probabilities, int firstFamily)
    {
        var first = Greatest(probabilities.AsSpan(_ofFamily[firstFamily])) + _ofFamily[firstFamily].Start.Value;
        var left = (float[])probabilities.Clone();
        var likeliest = new List<OfferOccupation>(Most);
        for (var next = first; likeliest.Count < Most && left[next] > 0; next = Greatest(left))
        {
            likeliest.Add(new OfferOccupation(_codes[next], Math.Round(left[next], 4)));
            left[next] = 0;
        }

        return likeliest;
    }

    private static int Greatest(ReadOnlySpan<float> numbers)
    {
        var greatest = 0;
        for (var at = 1; at < numbers.Length; at++)
        {
            greatest = numbers[at] > numbers[greatest] ? at : greatest;
        }

        return greatest;
    }

    private IReadOnlyList<string> StemsOf(string title) => TitleFeatures.StemsOf(OfferTitle.Bare(title, _towns.Contains));

    private int? FamilyOf(string? code)
    {
        if (string.IsNullOrWhiteSpace(code) || RomeCode().Match(code.Trim().ToUpperInvariant()) is not { Success: true } match)
        {
            return null;
        }

        var rome = match.Groups["rome"].Value;
        return _numberOfFamily.TryGetValue(rome, out var family) ? family
            : _numberOfCode.TryGetValue(rome, out var own) ? _familyOf[own]
            : null;
    }

    private void Learn(Dictionary<(string, int, int), List<(ulong, float)>> titles, OfferExample example)
    {
        var stems = StemsOf(example.Title);
        var family = FamilyOf(example.Code);
        if (family is null || stems.Count == 0)
        {
            return;
        }

        var own = _numberOfCode.TryGetValue(example.Code.Trim(), out var number) ? number : -1;
        Learn(titles, stems, family.Value, own);
        Count(_saidOfFamily, Key(stems), family.Value, Weight);
        if (own >= 0)
        {
            Count(_said, Key(stems), own, Weight);
        }
    }

    private static void Learn(Dictionary<(string, int, int), List<(ulong, float)>> titles, IReadOnlyList<string> stems, int family, int own)
    {
        if (stems.Count > 0)
        {
            titles.TryAdd((Key(stems), family, own), TitleFeatures.Of(stems));
        }
    }

    private static void Count(Dictionary<string, Dictionary<int, int>> said, string key, int number, int times)
    {
        if (!said.TryGetValue(key, out var counts))
        {
            said[key] = counts = [];
        }

        counts[number] = counts.GetValueOrDefault(number) + times;
    }

    private static string Key(IReadOnlyList<string> stems) => string.Join(' ', stems);

    private static IEnumerable<string> NamesOf(CatalogueFacts facts) =>
        facts.Names.SelectMany(n => new[] { n.Masculine, n.Feminine }).Append(facts.Masculine).Append(facts.Feminine);

    private static Dictionary<string, int> Numbers(string[] codes) =>
        codes.Select((code, number) => (code, number)).ToDictionary(c => c.code, c => c.number, StringComparer.Ordinal);

    [GeneratedRegex(@"^(?<rome>[A-Z]\d{4})(?:\d{2}(?:-\d+)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex RomeCode();
}
