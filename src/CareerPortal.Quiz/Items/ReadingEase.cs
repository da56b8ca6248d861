using System.Buffers;
using System.Text.RegularExpressions;

namespace CareerPortal.Quiz.Items;

/// <summary>How easily a text is read: Flesch's formula as fitted to each language, about 100 for a child's text, below 30 for a learned one.</summary>
/// <remarks>
/// c − s·(words a sentence) − w·(syllables a word), with (c, s, w): English 206.835, 1.015, 84.6 (R. Flesch 1948); French 207, 1.015, 73.6 (L. Kandel
/// and A. Moles 1958); Dutch 206.84, 0.93, 77 (W. H. Douma 1960); German 180, 1, 58.5 (T. Amstad 1978). Syllables are counted as groups of vowels,
/// without the silent e at the end of a French or English word; over a few sentences that errs by some points, so single sentences are not judged.
/// </remarks>
public static partial class ReadingEase
{
    private static readonly Dictionary<string, (double Start, double PerWord, double PerSyllable)> Formulas = new(StringComparer.Ordinal)
    {
        ["fr"] = (207, 1.015, 73.6),
        ["nl"] = (206.84, 0.93, 77),
        ["de"] = (180, 1, 58.5),
        ["en"] = (206.835, 1.015, 84.6),
    };

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouyàâäéèêëîïôöùûüœ");

    /// <summary>The mean ease of sentences in one of the four languages of the bank.</summary>
    /// <param name="sentences">One sentence each; those without a word are passed over.</param>
    /// <param name="language">fr, nl, de or en.</param>
    /// <returns>Points; NaN without a sentence.</returns>
    /// <exception cref="ArgumentException">There is no formula for the language.</exception>
    public static double Of(IEnumerable<string> sentences, string language)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        if (!Formulas.TryGetValue(language, out var formula))
        {
            throw new ArgumentException($"There is no formula for '{language}'.", nameof(language));
        }

        double total = 0;
        var count = 0;
        foreach (var sentence in sentences)
        {
            var (words, syllables) = (0, 0);
            var small = sentence.ToLowerInvariant().AsSpan();
            foreach (var word in Words().EnumerateMatches(small))
            {
                words++;
                syllables += Syllables(small.Slice(word.Index, word.Length), language);
            }

            if (words == 0)
            {
                continue;
            }

            total += formula.Start - formula.PerWord * words - formula.PerSyllable * ((double)syllables / words);
            count++;
        }

        return count == 0 ? double.NaN : total / count;
    }

    private static int Syllables(ReadOnlySpan<char> word, string language)
    {
        var groups = 0;
        for (var at = 0; at < word.Length; at++)
        {
            groups += IsVowel(word[at]) && (at == 0 || !IsVowel(word[at - 1])) ? 1 : 0;
        }

        var silent = language switch
        {
            "fr" => EndsInSilentE(word) || word[^1] == 's' && EndsInSilentE(word[..^1]),
            "en" => word.Length > 1 && word[^1] == 'e' && !"aeiouyl".Contains(word[^2], StringComparison.Ordinal),
            _ => false,
        };
        return Math.Max(1, groups > 1 && silent ? groups - 1 : groups);
    }

    private static bool EndsInSilentE(ReadOnlySpan<char> word) => word.Length > 1 && word[^1] == 'e' && !IsVowel(word[^2]);

    private static bool IsVowel(char letter) => Vowels.Contains(letter);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
