using CareerPortal.French;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Search;

namespace CareerPortal.Catalogue;

/// <summary>
/// All occupations that readers of one language find, in their order: the published guides, and what the catalogue lists at addresses that no
/// guide has.
/// </summary>
public sealed class OccupationList
{
    public const int PageSize = 24;

    private const int MostNear = 3;

    /// <summary>A quality counts as asked where its importance is at least this (of 5).</summary>
    private const int AskedImportance = 4;

    /// <summary>A guide found by its text comes behind those with the words in their names, and before those that merely belong to such a group.</summary>
    private const float TextWorth = 0.55f;
    private const float TextStep = 0.0005f;

    private static readonly OccupationFacet[] Facets = Enum.GetValues<OccupationFacet>();

    /// <summary>Contexts of the catalogue that say what guides call a working condition.</summary>
    private static readonly Dictionary<string, WorkCondition> Conditions = new(StringComparer.Ordinal)
    {
        ["300799"] = WorkCondition.Telework,
        ["300803"] = WorkCondition.NightWork,
        ["403020"] = WorkCondition.PublicContact,
        ["490468"] = WorkCondition.Alone,
        ["300801"] = WorkCondition.Repetitive,
        ["126450"] = WorkCondition.Shifts,
        ["403025"] = WorkCondition.Sedentary,
    };

    /// <summary>Contexts that readers choose or avoid, beside those.</summary>
    private static readonly HashSet<string> Contexts = new(
        [
            "300783",
            "300782",
            "403963",
            "403962",
            "403092",
            "23380",
            "300795",
            "300800",
            "23376",
            "300805",
            "300779",
            "405244",
            "38126",
            "403960",
            "489918",
            "400040",
            "403106",
        ],
        StringComparer.Ordinal
    );

    private readonly Lazy<OccupationIndex> _index;
    private readonly Lazy<NamePrefixes> _prefixes;
    private readonly List<ListedItem> _items = [];
    private readonly int[] _byDocument;
    private readonly Dictionary<string, int> _byGuide = new(StringComparer.Ordinal);
    private readonly string _language;
    private readonly List<string>[] _values = [.. Facets.Select(_ => new List<string>())];
    private readonly Dictionary<string, int>[] _numbers = [.. Facets.Select(_ => new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase))];

    internal OccupationList(
        Lazy<OccupationIndex> index,
        Lazy<NamePrefixes> prefixes,
        IReadOnlyList<string> guideCodes,
        GuideCatalogue guides,
        CatalogueView view,
        IReadOnlyDictionary<string, string> romeCodes,
        string language
    )
    {
        (_index, _prefixes, _language) = (index, prefixes, language);
        var laidOut = new List<(ListedItem Item, int Document)>();
        for (var d = 0; d < guideCodes.Count; d++)
        {
            if (guides.FindByOccupation(guideCodes[d]) is { Withdrawal: null } guide)
            {
                laidOut.Add((Of(guide, view, romeCodes.GetValueOrDefault(guide.OccupationCode)), d));
            }
        }

        for (var o = 0; o < view.Occupations.Count; o++)
        {
            if (guides.Find(view.Occupations[o].Slug) is null)
            {
                laidOut.Add((Of(view.Occupations[o], view), guideCodes.Count + o));
            }
        }

        _byDocument = new int[guideCodes.Count + view.Occupations.Count];
        Array.Fill(_byDocument, -1);
        var ordered = laidOut
            .OrderBy(l => LanguageWords.Fold(l.Item.Name.Masculine), StringComparer.Ordinal)
            .ThenBy(l => l.Item.Slug, StringComparer.Ordinal);
        foreach (var (item, document) in ordered)
        {
            _byDocument[document] = _items.Count;
            if (item.Guide is { } guide)
            {
                _byGuide[guide.OccupationCode] = _items.Count;
            }

            _items.Add(item);
        }
    }

    public int Count => _items.Count;

    /// <summary>Whether some occupation has the value, so that it can be asked for.</summary>
    public bool Knows(OccupationFacet facet, string value) => _numbers[(int)facet].ContainsKey(value);

    /// <summary>The value as the list writes it.</summary>
    public string Written(OccupationFacet facet, string value) => _values[(int)facet][_numbers[(int)facet][value]];

    /// <summary>Finds occupations by words and filters: the nearest to the words first, and without words all by name.</summary>
    public OccupationResult Search(OccupationQuery query, GuideMatches texts)
    {
        var hasWords = !string.IsNullOrWhiteSpace(query.Text);
        var found = hasWords ? AnswerTo(query.Text!, texts) : new Matches([.. _items.Select((_, i) => new Match(i, 0))]);
        var chosen = Facets.Select(f => query.Chosen.TryGetValue(f, out var v) ? _numbers[(int)f].GetValueOrDefault(v, -2) : -1).ToArray();
        var counts = Facets.Select(f => new int[_values[(int)f].Count]).ToArray();
        var matching = new List<Match>();
        foreach (var match in found.All)
        {
            if (Take(_items[match.Item], chosen, counts))
            {
                matching.Add(match);
            }
        }

        var page = ShownPage.Of(query.Page, matching.Count, PageSize);
        return new OccupationResult
        {
            Shown = [.. matching.Skip(page.Skipped).Take(PageSize).Select(m => Found(m, texts))],
            Total = matching.Count,
            TotalUnfiltered = found.All.Count,
            Near = hasWords && found.All.Count == 0 ? Near(query.Text!) : [],
            Page = page.Page,
            Pages = page.Pages,
            Approximate = found.Approximate,
            Partial = found.Partial,
            AsksNothing = found.AsksNothing,
            Understood = found.Understood,
            Guides = matching.Select(m => _items[m.Item].Guide).OfType<GuideSummary>().CountBy(g => g.Kind).ToDictionary(),
            Counts = Facets.ToDictionary(
                f => f,
                IReadOnlyDictionary<string, int> (f) =>
                    counts[(int)f].Select((n, v) => (n, v)).Where(c => c.n > 0).ToDictionary(c => _values[(int)f][c.v], c => c.n)
            ),
        };
    }

    /// <summary>All that words find, the nearest first.</summary>
    public IReadOnlyList<ListedItem> Rank(string text, GuideMatches texts) => [.. AnswerTo(text, texts).All.Select(m => _items[m.Item])];

    /// <summary>What somebody who is still typing may mean, by how names begin.</summary>
    public IReadOnlyList<FoundOccupation> Suggest(string typed, int most) =>
        [
            .. _prefixes
                .Value.Find(typed, _language, o => _byDocument[o] >= 0, most)
                .Select(f =>
                {
                    var item = _items[_byDocument[f.Occupation]];
                    var isTitle = f.Name.Text == item.Name.Masculine || f.Name.Text == item.Name.Feminine;
                    return isTitle ? new FoundOccupation(item) : new FoundOccupation(item, FoundAs: f.Name.Text, FoundAsLanguage: f.Name.Language);
                }),
        ];

    /// <summary>What the classification of 2008 says of studies by its major groups: no more than an indication.</summary>
    private static StudyLevel? StudiesOf(CatalogueFacts facts)
    {
        if (facts.WithoutDiploma)
        {
            return StudyLevel.NoDiploma;
        }

        return MajorGroupOf(facts) switch
        {
            '2' or '3' => StudyLevel.Bachelor,
            >= '4' and <= '8' => StudyLevel.UpperSecondary,
            '9' => StudyLevel.LowerSecondary,
            _ => null,
        };
    }

    private static char? MajorGroupOf(CatalogueFacts facts) => IscoSkill.GroupOf(facts)?.Code[0];

    /// <summary>The filter that says what a mark of the search says.</summary>
    private static (OccupationFacet Facet, string Value) FacetOf(string mark)
    {
        var (kind, value) = SearchMeaning.Read(mark);
        return kind switch
        {
            SearchMeaning.ContextKind when Conditions.TryGetValue(value, out var condition) => (OccupationFacet.Condition, condition.ToString()),
            SearchMeaning.ContextKind => (OccupationFacet.Context, value),
            SearchMeaning.InterestKind => (OccupationFacet.Interest, value),
            SearchMeaning.StudiesKind => (OccupationFacet.Studies, value),
            _ => (OccupationFacet.Condition, value),
        };
    }

    private static string LetterOf(OccupationName name) => LanguageWords.Fold(Sentence.Capitalise(name.Masculine))[..1].ToUpperInvariant();

    private static bool Take(ListedItem item, int[] chosen, int[][] counts)
    {
        var (failed, failures) = (-1, 0);
        for (var f = 0; f < chosen.Length; f++)
        {
            if (chosen[f] != -1 && Array.IndexOf(item.Values[f], chosen[f]) < 0)
            {
                (failed, failures) = (f, failures + 1);
            }
        }

        for (var f = 0; f < counts.Length; f++)
        {
            if (failures == 0 || failures == 1 && failed == f)
            {
                foreach (var value in item.Values[f])
                {
                    counts[f][value]++;
                }
            }
        }

        return failures == 0;
    }

    private Matches AnswerTo(string text, GuideMatches texts)
    {
        var answer = _index.Value.Find(text, _language);
        var isExactText = texts is { Approximate: false, Partial: false, Found.Count: > 0 };
        var names = isExactText && (answer.Approximate || answer.Partial) ? [] : answer.Hits;
        var scores = new Dictionary<int, Match>();
        foreach (var hit in names)
        {
            if (_byDocument[hit.Occupation] is >= 0 and var item)
            {
                scores[item] = new Match(item, hit.Score, hit.Name, hit.NameLanguage);
            }
        }

        if (isExactText || scores.Count == 0)
        {
            foreach (var (rank, guide) in texts.Found.Index())
            {
                if (_byGuide.TryGetValue(guide.OccupationCode, out var item))
                {
                    var score = TextWorth - rank * TextStep;
                    if (!scores.TryGetValue(item, out var known) || known.Score < score)
                    {
                        scores[item] = new Match(item, score);
                    }
                }
            }
        }

        return new Matches([.. scores.Values.OrderByDescending(m => m.Score).ThenBy(m => m.Item)])
        {
            Approximate = scores.Count > 0 && !isExactText && (answer.Approximate || answer.Hits.Count == 0 && texts.Approximate),
            Partial = scores.Count > 0 && !isExactText && (answer.Partial || answer.Hits.Count == 0 && texts.Partial),
            AsksNothing = answer.AsksNothing && scores.Count == 0,
            Understood = scores.Count == 0 ? [] : [.. answer.Understood.Select(FacetOf).Distinct().Where(u => Knows(u.Facet, u.Value))],
        };
    }

    private FoundOccupation Found(Match match, GuideMatches texts)
    {
        var item = _items[match.Item];
        if (item.Guide is { } guide)
        {
            return new FoundOccupation(item, texts.ExcerptOf(guide));
        }

        var isTitle = match.Name is null || match.Name == item.Name.Masculine || match.Name == item.Name.Feminine;
        return isTitle ? new FoundOccupation(item) : new FoundOccupation(item, FoundAs: match.Name, FoundAsLanguage: match.NameLanguage);
    }

    private List<ListedItem> Near(string text) =>
        [.. _index.Value.Nearest(text, _language, MostNear).Select(h => _byDocument[h.Occupation]).Where(i => i >= 0).Select(i => _items[i])];

    private ListedItem Of(GuideSummary guide, CatalogueView view, string? romeCode) =>
        new()
        {
            Slug = guide.Slug,
            Name = guide.Name,
            Guide = guide,
            Studies = guide.Studies,
            Values = ValuesOf(facet =>
                facet switch
                {
                    OccupationFacet.Field => romeCode is { Length: > 0 } ? [romeCode[..1]] : [],
                    OccupationFacet.Sector => [guide.Sector.ToString()],
                    OccupationFacet.Studies => [guide.Studies.ToString()],
                    OccupationFacet.Condition => guide.Conditions.Select(c => c.ToString()),
                    OccupationFacet.Quality => guide.Qualities,
                    OccupationFacet.Kind => [guide.Kind.ToString()],
                    OccupationFacet.Letter => [LetterOf(guide.Name)],
                    OccupationFacet.Shortage => romeCode is null ? [] : view.ShortagesOf(romeCode).Select(s => s.Region),
                    _ => [],
                }
            ),
        };

    private ListedItem Of(ListedEntry entry, CatalogueView view)
    {
        var name = new OccupationName(Languages.Default, entry.Facts.Masculine, entry.Facts.Feminine);
        var studies = StudiesOf(entry.Facts);
        // Skill level 4 of ISCO-08 is a bachelor's degree or a master's: whoever looks for one of them finds it.
        var mayAskMaster = studies == StudyLevel.Bachelor && MajorGroupOf(entry.Facts) == '2';
        return new ListedItem
        {
            Slug = entry.Slug,
            Name = name,
            Entry = entry,
            Studies = studies,
            MayAskMaster = mayAskMaster,
            Values = ValuesOf(facet =>
                facet switch
                {
                    OccupationFacet.Field => [entry.Facts.Domain[..1]],
                    OccupationFacet.Studies => studies is null ? []
                    : mayAskMaster ? [nameof(StudyLevel.Bachelor), nameof(StudyLevel.Master)]
                    : [studies.Value.ToString()],
                    OccupationFacet.Condition => entry.Facts.Contexts.Where(Conditions.ContainsKey).Select(c => Conditions[c].ToString()),
                    OccupationFacet.Context => entry.Facts.Contexts.Where(Contexts.Contains),
                    OccupationFacet.Interest => entry.Facts.Interests,
                    OccupationFacet.Quality => entry.Facts.Levels.Where(l => l.Importance >= AskedImportance).Select(l => l.QualityId),
                    OccupationFacet.Kind => [ListedItem.FactsOnly],
                    OccupationFacet.Letter => [LetterOf(name)],
                    OccupationFacet.Shortage => view.ShortagesOf(entry.Code).Select(s => s.Region),
                    _ => [],
                }
            ),
        };
    }

    private int[][] ValuesOf(Func<OccupationFacet, IEnumerable<string>> values) =>
        [.. Facets.Select(f => values(f).Distinct(StringComparer.Ordinal).Select(v => NumberOf(f, v)).ToArray())];

    private int NumberOf(OccupationFacet facet, string value)
    {
        if (!_numbers[(int)facet].TryGetValue(value, out var number))
        {
            number = _values[(int)facet].Count;
            _numbers[(int)facet].Add(value, number);
            _values[(int)facet].Add(value);
        }

        return number;
    }

    private readonly record struct Match(int Item, float Score, string? Name = null, string? NameLanguage = null);

    private sealed record Matches(IReadOnlyList<Match> All)
    {
        public bool Approximate { get; init; }

        public bool Partial { get; init; }

        public bool AsksNothing { get; init; }

        public IReadOnlyList<(OccupationFacet Facet, string Value)> Understood { get; init; } = [];
    }
}
