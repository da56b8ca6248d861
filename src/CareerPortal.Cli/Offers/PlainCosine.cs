using CareerPortal.French;

namespace CareerPortal.Cli.Offers;

/// <summary>What is simpler: the cosine of whole words without accents, rare ones weighing more, with the nearest title of each class.</summary>
internal sealed class PlainCosine
{
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(int Title, double Weight)>> _titlesWith = new(StringComparer.Ordinal);
    private readonly string[] _classes;
    private readonly double _rarest;

    public PlainCosine(IReadOnlyList<(string Title, string Class)> titles)
    {
        _classes = [.. titles.Select(t => t.Class)];
        _rarest = Math.Log(titles.Count + 1.0);
        var words = titles.Select(t => WordsOf(t.Title)).ToList();
        foreach (var (word, count) in words.SelectMany(w => w).CountBy(w => w, StringComparer.Ordinal))
        {
            _rarity[word] = Math.Log((titles.Count + 1.0) / (count + 1.0));
            _titlesWith[word] = [];
        }

        for (var title = 0; title < words.Count; title++)
        {
            var length = Math.Sqrt(words[title].Sum(w => _rarity[w] * _rarity[w]));
            foreach (var word in words[title].Where(_ => length > 0))
            {
                _titlesWith[word].Add((title, _rarity[word] / length));
            }
        }
    }

    /// <summary>The nearest classes, the nearest first.</summary>
    public IReadOnlyList<string> Find(string title, int most)
    {
        var cosines = new Dictionary<int, double>();
        foreach (var word in WordsOf(title).Where(_titlesWith.ContainsKey))
        {
            foreach (var (other, weight) in _titlesWith[word])
            {
                cosines[other] = cosines.GetValueOrDefault(other) + (weight * _rarity.GetValueOrDefault(word, _rarest));
            }
        }

        return
        [
            .. cosines
                .GroupBy(c => _classes[c.Key], StringComparer.Ordinal)
                .OrderByDescending(g => g.Max(c => c.Value))
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Take(most)
                .Select(g => g.Key),
        ];
    }

    private static string[] WordsOf(string title) =>
        [.. TitleWords.Fold(title).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
}
