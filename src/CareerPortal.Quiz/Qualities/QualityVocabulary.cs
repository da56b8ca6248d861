using System.Globalization;
using System.Text;

namespace CareerPortal.Quiz.Qualities;

/// <summary>The synonym table that turns French words on a guide into qualities and prerequisites.</summary>
/// <remarks>Accents and case are folded, words are compared whole, the longest synonym wins, and an entry without a match is reported.</remarks>
public sealed class QualityVocabulary
{
    private static readonly char[] Separators = [',', ';', '\n', '\r', '•', '·', '|'];
    private readonly List<Synonym> _synonyms;

    internal QualityVocabulary(IEnumerable<Quality> qualities, IEnumerable<Prerequisite> prerequisites)
    {
        var table = new Dictionary<string, Synonym>(StringComparer.Ordinal);
        foreach (var quality in qualities)
        {
            Add(quality.Id, isQuality: true, quality.Label.French, quality.Synonyms);
        }

        foreach (var prerequisite in prerequisites)
        {
            Add(prerequisite.Id, isQuality: false, prerequisite.Label.French, prerequisite.Synonyms);
        }

        _synonyms =
        [
            .. table
                .Values.OrderByDescending(synonym => synonym.Words.Length)
                .ThenByDescending(synonym => synonym.Key.Length)
                .ThenBy(synonym => synonym.Key, StringComparer.Ordinal),
        ];

        void Add(string id, bool isQuality, string label, IReadOnlyList<string> synonyms)
        {
            foreach (var text in synonyms.Append(label).Append(id.Replace('-', ' ')).SelectMany(text => text.Split(',')))
            {
                var words = WordsOf(text);
                if (words.Length == 0)
                {
                    continue;
                }

                var key = string.Join(' ', words);
                var explicitly = synonyms.Contains(text);
                if (table.TryGetValue(key, out var known) && known.Id != id)
                {
                    if (known.Explicit && explicitly)
                    {
                        throw new FormatException($"qualities: the synonym '{text}' belongs to both '{known.Id}' and '{id}'.");
                    }

                    if (!explicitly)
                    {
                        continue;
                    }
                }

                table[key] = new Synonym(key, words, id, isQuality, explicitly);
            }
        }
    }

    /// <summary>Resolves a list whose entries are parted by commas, semicolons or line ends.</summary>
    public WordResolution Resolve(string list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Resolve(list.Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Resolves entries that are already apart.</summary>
    public WordResolution Resolve(IEnumerable<string> entries) => new([.. entries.Select(ResolveEntry)]);

    /// <summary>Lower case without accents, ligatures opened, everything but letters and digits turned into single spaces.</summary>
    public static string Fold(string text) => string.Join(' ', WordsOf(text));

    private ResolvedWord ResolveEntry(string entry)
    {
        var words = WordsOf(entry);
        var taken = new bool[words.Length];
        var found = new List<(int At, Synonym Synonym)>();
        foreach (var synonym in _synonyms)
        {
            for (var at = 0; at + synonym.Words.Length <= words.Length; at++)
            {
                if (!Matches(synonym.Words, words, taken, at))
                {
                    continue;
                }

                Array.Fill(taken, true, at, synonym.Words.Length);
                found.Add((at, synonym));
            }
        }

        found.Sort((a, b) => a.At.CompareTo(b.At));
        return new ResolvedWord(
            entry.Trim().TrimEnd('.'),
            [.. found.Where(match => match.Synonym.IsQuality).Select(match => match.Synonym.Id).Distinct()],
            [.. found.Where(match => !match.Synonym.IsQuality).Select(match => match.Synonym.Id).Distinct()]
        );
    }

    private static bool Matches(string[] synonym, string[] words, bool[] taken, int at)
    {
        for (var k = 0; k < synonym.Length; k++)
        {
            if (taken[at + k] || synonym[k] != words[at + k])
            {
                return false;
            }
        }

        return true;
    }

    private static string[] WordsOf(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            switch (char.ToLowerInvariant(letter))
            {
                case 'œ':
                    folded.Append("oe");
                    break;
                case 'æ':
                    folded.Append("ae");
                    break;
                case var other:
                    folded.Append(char.IsLetterOrDigit(other) ? other : ' ');
                    break;
            }
        }

        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private sealed record Synonym(string Key, string[] Words, string Id, bool IsQuality, bool Explicit);
}
