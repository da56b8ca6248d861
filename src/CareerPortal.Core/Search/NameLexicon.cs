using System.Numerics;
using System.Runtime.InteropServices;

namespace CareerPortal.Search;

/// <summary>The words of all names in one language: by their base, by their stem, by their beginning, and by how nearly they are spelt.</summary>
internal sealed class NameLexicon(string language, LanguageWords words)
{
    private const int ShortestTypingError = 4;
    private const int LongestCompared = 30;

    private readonly Dictionary<string, int> _terms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _stems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _written = new(StringComparer.Ordinal);
    private readonly List<List<(int Name, bool IsFirst)>> _building = [];
    private (string Text, int Term, uint Letters, string Heard, uint HeardLetters)[] _sorted = [];
    private (int Name, bool IsFirst)[][] _postings = [];

    public string Language { get; } = language;

    public LanguageWords Words { get; } = words;

    public int Count => _postings.Length;

    public ReadOnlySpan<(int Name, bool IsFirst)> this[int term] => _postings[term];

    /// <summary>The terms of a name, each once, in its order; its words are those that were read of its text.</summary>
    public List<int> Add(int name, string text, IReadOnlyList<SearchWord> words)
    {
        var terms = new List<int>();
        foreach (var word in words)
        {
            var term = TermOf(word);
            if (!terms.Contains(term))
            {
                _building[term].Add((name, terms.Count == 0));
                terms.Add(term);
            }
        }

        foreach (var compound in text.Split(' ').Where(w => w.Contains('-', StringComparison.Ordinal)))
        {
            foreach (var word in Words.Words(compound.Replace("-", "", StringComparison.Ordinal)).Take(1))
            {
                _building[TermOf(word)].Add((name, true));
            }
        }

        return terms;
    }

    /// <summary>The terms of words, each once, in their order; null where one of them is new.</summary>
    public List<int>? KnownTerms(IReadOnlyList<SearchWord> words)
    {
        var terms = new List<int>(words.Count);
        foreach (var word in words)
        {
            if (!_terms.TryGetValue(word.Base, out var term))
            {
                return null;
            }

            if (!terms.Contains(term))
            {
                terms.Add(term);
            }
        }

        return terms;
    }

    /// <summary>Remembers how words are written where the name itself is held under another gender.</summary>
    public void Remember(IReadOnlyList<SearchWord> words)
    {
        foreach (var word in words)
        {
            TermOf(word);
        }
    }

    public void Settle()
    {
        _postings = [.. _building.Select(b => b.ToArray())];
        _building.Clear();
        _sorted = [.. _written.Select(w => (w.Key, w.Value, LettersOf(w.Key), SoundOf(w.Key), LettersOf(SoundOf(w.Key))))];
        Array.Sort(_sorted, (a, b) => string.CompareOrdinal(a.Text, b.Text));
    }

    public int? Exact(string known) => _terms.TryGetValue(known, out var term) ? term : null;

    public IReadOnlyList<int> ByStem(string stem) => _stems.GetValueOrDefault(stem, []);

    /// <summary>The terms that begin so, each with how much of it was typed (0 to 1).</summary>
    public IEnumerable<(int Term, float Share)> Beginning(string typed)
    {
        var (low, high) = (0, _sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(_sorted[middle].Text, typed) < 0 ? (middle + 1, high) : (low, middle);
        }

        for (; low < _sorted.Length && _sorted[low].Text.StartsWith(typed, StringComparison.Ordinal); low++)
        {
            yield return (_sorted[low].Term, (float)typed.Length / _sorted[low].Text.Length);
        }
    }

    /// <summary>The terms spelt with the fewest slips, and how much such a likeness is worth; those that sound the same first.</summary>
    public (IReadOnlyList<int> Terms, float Worth) Near(string typed, bool loose)
    {
        var most = TypingDistance.Forgiven(typed.Length) + (loose && typed.Length > ShortestTypingError + 1 ? 1 : 0);
        if (most == 0 || typed.Length is < ShortestTypingError or > LongestCompared)
        {
            return ([], 0);
        }

        var letters = LettersOf(typed);
        var heard = SoundOf(typed);
        var heardLetters = LettersOf(heard);
        var terms = new HashSet<int>();
        for (var slips = 0; slips <= most && terms.Count == 0; slips++)
        {
            foreach (var (text, term, has, sound, sounds) in _sorted)
            {
                if (text.Length <= 3 || Math.Abs(text.Length - typed.Length) > slips + 2)
                {
                    continue;
                }

                var isNear =
                    slips == 0
                        ? sound == heard
                        : text[0] == typed[0] && BitOperations.PopCount(letters ^ has) <= 2 * slips && TypingDistance.IsWithin(typed, text, slips)
                            || heard.Length >= ShortestTypingError
                                && Math.Abs(sound.Length - heard.Length) <= slips
                                && sound[0] == heard[0]
                                && BitOperations.PopCount(heardLetters ^ sounds) <= 2 * slips
                                && TypingDistance.IsWithin(heard, sound, slips);
                if (isNear)
                {
                    terms.Add(term);
                }
            }

            if (terms.Count > 0)
            {
                return (
                    [.. terms],
                    slips == 0 ? 0.9f
                    : slips == 1 ? 0.8f
                    : 0.6f
                );
            }
        }

        return ([], 0);
    }

    /// <summary>Only of French it is known how words sound.</summary>
    private string SoundOf(string word) => Language == Languages.Default ? FrenchSounds.Of(word) : word;

    private static uint LettersOf(string text)
    {
        uint letters = 0;
        foreach (var letter in text)
        {
            letters |= letter is >= 'a' and <= 'z' ? 1u << (letter - 'a') : 1u << 26;
        }

        return letters;
    }

    private int TermOf(SearchWord word)
    {
        ref var term = ref CollectionsMarshal.GetValueRefOrAddDefault(_terms, word.Base, out var known);
        if (!known)
        {
            term = _terms.Count - 1;
            _building.Add([]);
        }

        _written.TryAdd(word.Text, term);
        ref var stems = ref CollectionsMarshal.GetValueRefOrAddDefault(_stems, word.Stem, out _);
        stems ??= [];
        if (!stems.Contains(term))
        {
            stems.Add(term);
        }

        return term;
    }
}
