using CareerPortal.French;

namespace CareerPortal.Cli.Catalogue.Evaluation;

/// <summary>The baseline that everybody knows: BM25 over whole words without accents, all titles of one thing being one document.</summary>
internal sealed class PlainBm25
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.75;

    private readonly string[] _keys;
    private readonly int[] _lengths;
    private readonly double _meanLength;
    private readonly Dictionary<string, List<(int Document, int Times)>> _documentsWith = new(StringComparer.Ordinal);

    public PlainBm25(IEnumerable<(string Key, string Title)> titles)
    {
        var documents = titles
            .GroupBy(t => t.Key, StringComparer.Ordinal)
            .Select(g => (g.Key, Words: g.SelectMany(t => WordsOf(t.Title)).ToList()))
            .ToList();
        _keys = [.. documents.Select(d => d.Key)];
        _lengths = [.. documents.Select(d => d.Words.Count)];
        _meanLength = _lengths.Average();
        for (var document = 0; document < documents.Count; document++)
        {
            foreach (var (word, times) in documents[document].Words.CountBy(w => w, StringComparer.Ordinal))
            {
                if (!_documentsWith.TryGetValue(word, out var with))
                {
                    _documentsWith[word] = with = [];
                }

                with.Add((document, times));
            }
        }
    }

    public IReadOnlyList<string> Find(string title)
    {
        var scores = new double[_keys.Length];
        foreach (var word in WordsOf(title).Distinct(StringComparer.Ordinal))
        {
            if (!_documentsWith.TryGetValue(word, out var with))
            {
                continue;
            }

            var rarity = Math.Log(1 + ((_keys.Length - with.Count + 0.5) / (with.Count + 0.5)));
            foreach (var (document, times) in with)
            {
                var longer = 1 - LengthShare + (LengthShare * _lengths[document] / _meanLength);
                scores[document] += rarity * times * (Saturation + 1) / (times + (Saturation * longer));
            }
        }

        return
        [
            .. Enumerable
                .Range(0, _keys.Length)
                .Where(d => scores[d] > 0)
                .OrderByDescending(d => scores[d])
                .ThenBy(d => _keys[d], StringComparer.Ordinal)
                .Select(d => _keys[d]),
        ];
    }

    private static string[] WordsOf(string title) => TitleWords.Fold(title).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
