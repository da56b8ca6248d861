using System.Text.RegularExpressions;

namespace CareerPortal.Cli.Catalogue;

/// <summary>How much of a title's words another title has: the weight of the shared words over the weight of all, rare words weighing more.</summary>
internal sealed partial class TitleNearness
{
    private const int ShortestWord = 3;
    private readonly Dictionary<string, int> _titlesWith;
    private readonly int _titles;

    public TitleNearness(IEnumerable<string> titles)
    {
        var all = titles.Select(WordsOf).ToList();
        _titles = all.Count;
        _titlesWith = all.SelectMany(words => words).CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>From 0 (no word in common) to 1 (the same words), with the nearest of the titles.</summary>
    public double Of(string title, IEnumerable<string> others)
    {
        var words = WordsOf(title);
        return others.Max(other => Of(words, WordsOf(other)));
    }

    private double Of(HashSet<string> a, HashSet<string> b)
    {
        var all = a.Union(b).Sum(WeightOf);
        return all > 0 ? a.Intersect(b).Sum(WeightOf) / all : 0;
    }

    private double WeightOf(string word) => Math.Log((_titles + 1.0) / (_titlesWith.GetValueOrDefault(word) + 1.0));

    private static HashSet<string> WordsOf(string title) =>
        Word()
            .Matches(PlainLetters.Of(title).ToLowerInvariant())
            .Select(m => m.Value)
            .Where(w => w.Length >= ShortestWord)
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
