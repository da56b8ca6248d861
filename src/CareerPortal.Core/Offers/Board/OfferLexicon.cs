using System.Collections.Concurrent;
using System.Numerics;
using CareerPortal.Search;

namespace CareerPortal.Offers.Board;

/// <summary>The words of titles as they are written: what a misspelt word may have meant, and which share a stem.</summary>
internal sealed class OfferLexicon
{
    /// <summary>Shorter words are too near to others: « vente », « verte ».</summary>
    public const int ShortestMisspelt = 8;

    private const int TwoSlipsFrom = 9;

    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ConcurrentDictionary<string, bool>> _byStem = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _spelt = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private volatile Entry[] _entries = [];
    private int _count;

    public void Add(string written, string key, string stem)
    {
        if (!_keys.TryAdd(written, key))
        {
            return;
        }

        _byStem.GetOrAdd(stem, _ => new ConcurrentDictionary<string, bool>(StringComparer.Ordinal)).TryAdd(key, true);
        lock (_lock)
        {
            if (_count == _entries.Length)
            {
                var more = new Entry[Math.Max(256, _count * 2)];
                _entries.CopyTo(more, 0);
                _entries = more;
            }

            _entries[_count++] = new Entry(written, MaskOf(written));
        }
    }

    public string? KeyOf(string written) => _keys.GetValueOrDefault(written);

    /// <summary>Learns the accents of a text's words, as who wrote it first did.</summary>
    public void Spell(string text)
    {
        if (System.Text.Ascii.IsValid(text))
        {
            return;
        }

        for (var at = 0; at < text.Length; at++)
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > start && !System.Text.Ascii.IsValid(text.AsSpan(start, at - start)))
            {
                var word = text[start..at].ToLowerInvariant();
                _spelt.TryAdd(LanguageWords.Fold(word), word);
            }
        }
    }

    /// <summary>A word with its accents.</summary>
    public string SpellingOf(string written) => _spelt.GetValueOrDefault(written, written);

    /// <summary>The words that begin so, each with the key that its forms share.</summary>
    public IEnumerable<(string Written, string Key)> BegunBy(string beginning)
    {
        foreach (var entry in _entries)
        {
            if (entry.Written is { } written && written.StartsWith(beginning, StringComparison.Ordinal) && KeyOf(written) is { } key)
            {
                yield return (written, key);
            }
        }
    }

    public IEnumerable<string> SharingStem(string stem) => _byStem.TryGetValue(stem, out var keys) ? keys.Keys.Order(StringComparer.Ordinal) : [];

    /// <summary>The keys of Dutch and German words that begin with one: „heftruckchauffeur“ for „heftruck“.</summary>
    public IEnumerable<string> CompoundsOf(string beginning)
    {
        foreach (var entry in _entries)
        {
            if (
                entry.Written is { } written
                && written.Length > beginning.Length
                && written.StartsWith(beginning, StringComparison.Ordinal)
                && KeyOf(written) is { } key
                && (key.StartsWith("nl:", StringComparison.Ordinal) || key.StartsWith("de:", StringComparison.Ordinal))
            )
            {
                yield return key;
            }
        }
    }

    /// <summary>The known words with the fewest slips from one that is not known: one slip in eight letters, two in more.</summary>
    public IReadOnlyList<string> Near(string typed, Func<string, bool> isHeld)
    {
        if (typed.Length < ShortestMisspelt)
        {
            return [];
        }

        var mask = MaskOf(typed);
        var most = typed.Length >= TwoSlipsFrom ? 2 : 1;
        List<string> found = [];
        for (var slips = 1; slips <= most && found.Count == 0; slips++)
        {
            var entries = _entries;
            foreach (var entry in entries)
            {
                if (
                    entry.Written is { } written
                    && Math.Abs(written.Length - typed.Length) <= slips
                    && BitOperations.PopCount(entry.Mask ^ mask) <= 2 * slips
                    && (written[0] == typed[0] || slips == 1)
                    && TypingDistance.IsWithin(typed, written, slips)
                    && isHeld(written)
                )
                {
                    found.Add(written);
                }
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found;
    }

    private static uint MaskOf(string word)
    {
        var mask = 0u;
        foreach (var letter in word)
        {
            mask |= 1u << (letter & 31);
        }

        return mask;
    }

    private readonly record struct Entry(string? Written, uint Mask);
}
