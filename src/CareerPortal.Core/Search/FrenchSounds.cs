using System.Text;

namespace CareerPortal.Search;

/// <summary>How a folded French word sounds, roughly: who writes « farmacien » or « vétérinère » wrote down what they heard.</summary>
public static class FrenchSounds
{
    private static readonly (string Written, string Heard)[] Same =
    [
        ("eau", "o"),
        ("au", "o"),
        ("ph", "f"),
        ("th", "t"),
        ("rh", "r"),
        ("qu", "k"),
        ("ai", "e"),
        ("ei", "e"),
        ("em", "an"),
        ("am", "an"),
        ("en", "an"),
        ("y", "i"),
        ("ck", "k"),
        ("ca", "ka"),
        ("co", "ko"),
        ("cu", "ku"),
        ("ce", "se"),
        ("ci", "si"),
    ];

    public static string Of(string word)
    {
        var heard = new StringBuilder(word.Length);
        for (var at = 0; at < word.Length; )
        {
            var (written, sound) = Array.Find(Same, s => string.CompareOrdinal(word, at, s.Written, 0, s.Written.Length) == 0);
            foreach (var letter in written is null ? word.AsSpan(at, 1) : sound)
            {
                if (letter != 'h' && (heard.Length == 0 || heard[^1] != letter))
                {
                    heard.Append(letter);
                }
            }

            at += written?.Length ?? 1;
        }

        return heard.ToString();
    }
}
