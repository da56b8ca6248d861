using System.Runtime.InteropServices;
using CareerPortal.Search;

namespace CareerPortal.Catalogue;

/// <summary>
/// Names of occupations by how their words begin, for whoever is still typing: each whole word stands somewhere in the name, and the last begins
/// one of its words.
/// </summary>
internal sealed class NamePrefixes
{
    private const float TitleWorth = 1;

    /// <summary>Below it, a source calls a name little used.</summary>
    private const float CommonWorth = 0.8f;

    /// <summary>Below it, a name was taken from another classification and may well mean something else: it is searched, and not suggested.</summary>
    private const float LeastWorth = 0.6f;
    private const float LeastForeignWorth = 0.75f;

    private readonly List<Held> _names = [];
    private readonly string[] _words;
    private readonly int[][] _postings;

    public NamePrefixes(IReadOnlyList<SoughtOccupation> occupations)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var o = 0; o < occupations.Count; o++)
        {
            var own = new HashSet<(string, string)>();
            foreach (var name in occupations[o].Names)
            {
                if (name.Worth < (name.Language == Languages.Default ? LeastWorth : LeastForeignWorth))
                {
                    continue;
                }

                var words = PlainWords.Of(name.Text);
                var folded = string.Join(' ', words);
                if (words.Length > 0 && own.Add((folded, name.Language)))
                {
                    _names.Add(new Held(o, name, folded, [.. words.Select(NumberOf).Distinct()]));
                }
            }
        }

        // The number of a word is its place in the order of all words: what begins alike then lies together.
        var ordered = numbers.OrderBy(n => n.Key, StringComparer.Ordinal).ToList();
        var places = new int[ordered.Count];
        for (var place = 0; place < ordered.Count; place++)
        {
            places[ordered[place].Value] = place;
        }

        _words = [.. ordered.Select(n => n.Key)];
        var postings = new List<int>[_words.Length];
        for (var n = 0; n < _names.Count; n++)
        {
            var words = _names[n].Words;
            for (var w = 0; w < words.Length; w++)
            {
                words[w] = places[words[w]];
                (postings[words[w]] ??= []).Add(n);
            }
        }

        _postings = [.. postings.Select(p => p.ToArray())];

        int NumberOf(string word)
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, word, out var known);
            number = known ? number : numbers.Count - 1;
            return number;
        }
    }

    /// <summary>
    /// The occupations with a name in French or in the reader's language that what was typed begins, or stands in: what is called exactly so first,
    /// then titles that begin so, other names that do, and those that have the words further on; of equals, the shorter name.
    /// </summary>
    public IReadOnlyList<(int Occupation, SoughtName Name)> Find(string typed, string language, Func<int, bool> isListed, int most)
    {
        var words = PlainWords.Of(typed);
        if (words.Length == 0)
        {
            return [];
        }

        var (low, high) = (PlaceOf(words[^1]), PlaceOf(words[^1] + char.MaxValue));
        var whole = new int[words.Length - 1];
        for (var w = 0; w < whole.Length; w++)
        {
            whole[w] = Array.BinarySearch(_words, words[w], StringComparer.Ordinal);
            if (whole[w] < 0)
            {
                return [];
            }
        }

        var begun = string.Join(' ', words);
        var best = new Dictionary<int, Rank>();
        if (whole.Length > 0)
        {
            Look(_postings[whole.MinBy(w => _postings[w].Length)]);
        }
        else
        {
            for (var word = low; word < high; word++)
            {
                Look(_postings[word]);
            }
        }

        return
        [
            .. best.OrderBy(b => b.Value)
                .ThenBy(b => _names[b.Value.Name].Folded, StringComparer.Ordinal)
                .ThenBy(b => b.Key)
                .Take(most)
                .Select(b => (b.Key, _names[b.Value.Name].Name)),
        ];

        void Look(int[] names)
        {
            foreach (var name in names)
            {
                var held = _names[name];
                var isOwn = held.Name.Language == language;
                if ((!isOwn && held.Name.Language != Languages.Default) || !isListed(held.Occupation) || !HasAll(held.Words, whole, low, high))
                {
                    continue;
                }

                var rank = new Rank(KindOf(held, begun, isOwn && language != Languages.Default), isOwn, held.Name.Worth, held.Folded.Length, name);
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(best, held.Occupation, out var isKnown);
                if (!isKnown || rank.CompareTo(known) < 0)
                {
                    known = rank;
                }
            }
        }
    }

    private static bool HasAll(int[] words, int[] whole, int low, int high)
    {
        foreach (var word in whole)
        {
            if (Array.IndexOf(words, word) < 0)
            {
                return false;
            }
        }

        return Array.Exists(words, w => w >= low && w < high);
    }

    /// <summary>
    /// What the catalogue lists has its title in French alone: to other readers a name in their language counts as one. Names that are little used
    /// come last.
    /// </summary>
    private static int KindOf(Held held, string begun, bool isTitleToReader)
    {
        var begins = held.Folded.StartsWith(begun, StringComparison.Ordinal);
        var isTitle = isTitleToReader || held.Name.Worth >= TitleWorth;
        return !isTitleToReader && held.Name.Worth < CommonWorth
            ? begins
                ? 5
                : 6
            : !begins
                ? isTitle
                    ? 3
                    : 4
                : held.Folded.Length == begun.Length
                    ? 0
                    : isTitle
                        ? 1
                        : 2;
    }

    private int PlaceOf(string word) => Array.BinarySearch(_words, word, StringComparer.Ordinal) is var at && at < 0 ? ~at : at;

    private sealed record Held(int Occupation, SoughtName Name, string Folded, int[] Words);

    /// <summary>The smaller comes first.</summary>
    private readonly record struct Rank(int Kind, bool IsOwn, float Worth, int Length, int Name) : IComparable<Rank>
    {
        public int CompareTo(Rank other)
        {
            var by = Kind.CompareTo(other.Kind);
            by = by != 0 ? by : other.IsOwn.CompareTo(IsOwn);
            by = by != 0 ? by : (Worth < CommonWorth).CompareTo(other.Worth < CommonWorth);
            return by != 0 ? by : Length.CompareTo(other.Length);
        }
    }
}
