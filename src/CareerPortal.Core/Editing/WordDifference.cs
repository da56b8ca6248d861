using System.Text.RegularExpressions;

namespace CareerPortal.Editing;

/// <summary>What differs between two texts, word by word: the longest row of words that both have stays (Hunt and McIlroy 1976).</summary>
public static partial class WordDifference
{
    /// <summary>Beyond so many comparisons the middle of two texts is told as replaced whole.</summary>
    private const long MostCompared = 4_000_000;

    /// <summary>The stretches of both texts in the order of reading: what stayed, what went, what came.</summary>
    public static IReadOnlyList<WordStretch> Between(string before, string after)
    {
        var (old, now) = (Words(before), Words(after));
        var start = 0;
        while (start < old.Count && start < now.Count && old[start] == now[start])
        {
            start++;
        }

        var end = 0;
        while (end < old.Count - start && end < now.Count - start && old[^(end + 1)] == now[^(end + 1)])
        {
            end++;
        }

        var stretches = new List<WordStretch>();
        Add(stretches, StretchKind.Same, old[..start]);
        Middle(stretches, old[start..(old.Count - end)], now[start..(now.Count - end)]);
        Add(stretches, StretchKind.Same, old[(old.Count - end)..]);
        return stretches;
    }

    private static void Middle(List<WordStretch> stretches, List<string> old, List<string> now)
    {
        if ((long)old.Count * now.Count > MostCompared)
        {
            Add(stretches, StretchKind.Removed, old);
            Add(stretches, StretchKind.Added, now);
            return;
        }

        var longest = new int[old.Count + 1, now.Count + 1];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                longest[i, j] = old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var (a, b) = (0, 0);
        while (a < old.Count || b < now.Count)
        {
            if (a < old.Count && b < now.Count && old[a] == now[b])
            {
                Add(stretches, StretchKind.Same, [old[a]]);
                (a, b) = (a + 1, b + 1);
            }
            else if (b == now.Count || a < old.Count && longest[a + 1, b] >= longest[a, b + 1])
            {
                Add(stretches, StretchKind.Removed, [old[a++]]);
            }
            else
            {
                Add(stretches, StretchKind.Added, [now[b++]]);
            }
        }
    }

    private static void Add(List<WordStretch> stretches, StretchKind kind, List<string> words)
    {
        if (words.Count == 0)
        {
            return;
        }

        var text = string.Concat(words);
        if (stretches.Count > 0 && stretches[^1].Kind == kind)
        {
            stretches[^1] = new WordStretch(kind, stretches[^1].Text + text);
        }
        else
        {
            stretches.Add(new WordStretch(kind, text));
        }
    }

    /// <summary>Words, the space between them, and each other sign: together they are the text again.</summary>
    private static List<string> Words(string text) => [.. Word().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"[\p{L}\p{N}]+|\s+|[^\p{L}\p{N}\s]", RegexOptions.Singleline)]
    private static partial Regex Word();
}
