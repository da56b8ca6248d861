using System.Collections.Frozen;
using System.Text.Json;
using CareerPortal.Data;

namespace CareerPortal.Guides;

/// <summary>How long a guide takes to read, from the words it holds.</summary>
public static class GuideReading
{
    /// <summary>
    /// French read in silence, measured with the same texts in 17 languages: 195 words a minute, ± 26 (Trauzettel-Klosinski and Dietz, IReST,
    /// 2012).
    /// </summary>
    public const int WordsAMinute = 195;

    /// <summary>A time to be said with « about »: rounded up to five minutes.</summary>
    private const int Step = 5;

    /// <summary>What is a code, a date or a choice in a guide's document: shown under a name of its own, or not at all.</summary>
    internal static readonly FrozenSet<string> NotRead =
        "asOf validUntil at source sources centre centres zone platform occupation quality prerequisite level status period currency"
            .Split(' ')
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of all that a guide says.</summary>
    public static int WordsOf(GuideContent content)
    {
        using var document = JsonDocument.Parse(StoredJson.Write(content));
        return WordsOf(document.RootElement);
    }

    /// <summary>Words as a reader counts them: a mark that stands alone is none.</summary>
    public static int WordsOf(string text)
    {
        var (words, isCounted) = (0, false);
        foreach (var sign in Prose.Plain(text))
        {
            if (sign is ' ' or '\u00A0' or '\u202F' or '\n')
            {
                isCounted = false;
            }
            else if (!isCounted && char.IsLetterOrDigit(sign))
            {
                (words, isCounted) = (words + 1, true);
            }
        }

        return words;
    }

    /// <summary>Minutes to read so many words, rounded up to five.</summary>
    public static int MinutesFor(int words) => Math.Max(1, (words + (WordsAMinute * Step) - 1) / (WordsAMinute * Step)) * Step;

    private static int WordsOf(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().Where(p => !NotRead.Contains(p.Name)).Sum(p => WordsOf(p.Value)),
            JsonValueKind.Array => element.EnumerateArray().Sum(e => WordsOf(e)),
            JsonValueKind.String => WordsOf(element.GetString()!),
            _ => 0,
        };
}
