using CareerPortal.French;

namespace CareerPortal.Catalogue;

/// <summary>Finds the occupation that a label of another list means: by its names, otherwise by the nearest of them.</summary>
internal sealed class OccupationTitles
{
    private const double OtherName = 0.95;

    /// <summary>What is only near is never as sure as a name.</summary>
    private const double NearAtMost = 0.8;

    /// <summary>Below it, a label is left without an occupation.</summary>
    private const double LeastNearness = 0.75;

    /// <summary>A name that many share says little of each.</summary>
    private const double LeastConfidence = 0.3;

    private readonly Dictionary<string, List<(string Code, double Confidence)>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _titles;
    private readonly TitleMatcher _matcher;

    /// <param name="occupations">The codes and facts of all that are listed.</param>
    /// <param name="language">The language of the labels: French, or one in which the occupations have names from elsewhere.</param>
    public OccupationTitles(IReadOnlyList<(string Code, CatalogueFacts Facts)> occupations, string language)
    {
        _titles = occupations.ToDictionary(o => o.Code, o => o.Facts.Masculine, StringComparer.Ordinal);
        var near = new List<(string, string)>();
        foreach (var (code, facts) in occupations)
        {
            if (language == Languages.Default)
            {
                AddBoth(code, facts.Masculine, facts.Feminine, 1);
                near.Add((code, facts.Masculine));
                foreach (var name in facts.Names)
                {
                    AddBoth(code, name.Masculine, name.Feminine, OtherName);
                    near.Add((code, name.Masculine));
                }
            }

            foreach (var name in facts.ForeignNames.Where(n => n.Language == language))
            {
                Add(code, name.Text, OtherName * name.Confidence);
                near.Add((code, name.Text));
            }
        }

        _matcher = new TitleMatcher(near);
    }

    public ShortageMatch Match(string label)
    {
        string[] forms = GenderedTitle.TryParse(label, out var title) ? [label, title.Masculine, title.Feminine] : [label];
        var named = forms.Select(f => _names.GetValueOrDefault(TitleWords.Fold(f))).FirstOrDefault(n => n is not null);
        if (named is not null)
        {
            var best = named.Max(n => n.Confidence);
            var alike = named
                .Where(n => n.Confidence == best)
                .Select(n => n.Code)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .ToList();
            return Found(label, alike[0], best / alike.Count, true);
        }

        return _matcher.Find(label, 1) is [{ Nearness: >= LeastNearness } nearest]
            ? Found(label, nearest.Key, NearAtMost * nearest.Nearness, false)
            : new ShortageMatch(label, null, null, 0, false);
    }

    private ShortageMatch Found(string label, string code, double confidence, bool isByName) =>
        confidence >= LeastConfidence
            ? new ShortageMatch(label, code, _titles[code], Math.Round(confidence, 2), isByName)
            : new ShortageMatch(label, null, null, 0, false);

    private void AddBoth(string code, string masculine, string feminine, double confidence)
    {
        Add(code, masculine, confidence);
        Add(code, feminine, confidence);
    }

    private void Add(string code, string name, double confidence)
    {
        var folded = TitleWords.Fold(name);
        if (!_names.TryGetValue(folded, out var known))
        {
            _names[folded] = known = [];
        }

        known.Add((code, confidence));
    }
}
