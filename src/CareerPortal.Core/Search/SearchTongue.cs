using System.Collections.Concurrent;

namespace CareerPortal.Search;

/// <summary>What an index holds in one language: its words, and those that stand in titles, in their order.</summary>
internal sealed class SearchTongue(string language, LanguageWords words)
{
    private const int ShortestBeginning = 3;
    private const int ShortestLoose = 6;

    /// <summary>Words of passages that were shown: there are no more of them than the texts have.</summary>
    private readonly ConcurrentDictionary<string, int[]> _shown = new(StringComparer.Ordinal);

    private string[] _sorted = [];

    public string Language { get; } = language;

    public LanguageWords Words { get; } = words;

    /// <summary>The number of each term, by its word or stem.</summary>
    public Dictionary<string, int> Terms { get; } = new(StringComparer.Ordinal);

    /// <summary>The words of titles as they are written, each with its base.</summary>
    public Dictionary<string, string> TitleWords { get; } = new(StringComparer.Ordinal);

    public void AddTitleWord(SearchWord word) => TitleWords[word.Text] = word.Base;

    /// <summary>Sorts the words of the titles once all are there.</summary>
    public void Settle()
    {
        _sorted = [.. TitleWords.Keys];
        Array.Sort(_sorted, StringComparer.Ordinal);
    }

    public static string StemKey(string stem) => "~" + stem;

    /// <summary>The terms by which a word is found, as it is written in a text that this index holds.</summary>
    public int[] TermsOf(string word) => _shown.GetOrAdd(word, ReadTerms);

    public bool Knows(string word) => Terms.ContainsKey(Words.BaseOf(word));

    public IEnumerable<string> TitleWordsBeginningWith(string beginning) =>
        beginning.Length < ShortestBeginning
            ? []
            : TitleWordsFrom(beginning).TakeWhile(w => w.StartsWith(beginning, StringComparison.Ordinal)).Where(w => w != beginning);

    /// <summary>
    /// The title words with the fewest slips, among those with the same first letter: that one is seldom missed.
    /// A short word may lack a letter or have two swapped, no more.
    /// </summary>
    public IReadOnlyList<string> TitleWordsNear(string typed, bool loose)
    {
        var most = TypingDistance.Forgiven(typed.Length) + (loose && typed.Length >= ShortestLoose ? 1 : 0);
        if (most == 0)
        {
            return [];
        }

        var near = TitleWordsFrom(typed[..1])
            .TakeWhile(w => w[0] == typed[0])
            .Where(w => TypingDistance.IsWithin(typed, w, most))
            .Where(w => typed.Length >= ShortestLoose || w.Length > typed.Length || w.Order().SequenceEqual(typed.Order()))
            .ToList();
        for (var fewer = most - 1; fewer > 0 && near.Count > 1; fewer--)
        {
            var nearer = near.Where(w => TypingDistance.IsWithin(typed, w, fewer)).ToList();
            near = nearer.Count > 0 ? nearer : near;
        }

        return near;
    }

    private IEnumerable<string> TitleWordsFrom(string beginning)
    {
        var at = Array.BinarySearch(_sorted, beginning, StringComparer.Ordinal);
        for (var i = at < 0 ? ~at : at; i < _sorted.Length; i++)
        {
            yield return _sorted[i];
        }
    }

    private int[] ReadTerms(string word)
    {
        var known = Words.BaseOf(Words.Folded(word));
        IEnumerable<string> keys = [known, LanguageWords.Without + known, .. Words.Words(word).Select(w => StemKey(w.Stem))];
        return [.. keys.Where(Terms.ContainsKey).Select(key => Terms[key])];
    }
}
