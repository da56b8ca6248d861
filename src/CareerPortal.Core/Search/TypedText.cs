using System.Globalization;
using System.Text;

namespace CareerPortal.Search;

/// <summary>Text from outside: whatever an address or a form holds, made fit to be compared, stored, shown and put in an address again.</summary>
public static class TypedText
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>
    /// The text without what nobody types (halves of characters, characters that are none, control and direction marks), its
    /// white space made simple, and no longer than allowed; null where nothing is left. Its length is counted as browsers
    /// count it, and it ends after a whole character as readers see it.
    /// </summary>
    public static string? Clean(string? typed, int longest)
    {
        if (string.IsNullOrEmpty(typed))
        {
            return null;
        }

        if (typed.Length <= longest && IsPlain(typed))
        {
            return typed.Trim() is { Length: > 0 } plain ? plain : null;
        }

        var text = new StringBuilder(Math.Min(typed.Length, longest));
        Span<char> units = stackalloc char[2];
        foreach (var rune in typed.EnumerateRunes())
        {
            // What follows can only be cut off; a few more are read, to see where the last whole character ends.
            if (text.Length > 2L * longest)
            {
                break;
            }

            if (Rune.IsWhiteSpace(rune))
            {
                if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }
            }
            else if (IsTyped(rune))
            {
                text.Append(units[..rune.EncodeToUtf16(units)]);
            }
        }

        var cut = Cut(text.ToString(), longest).TrimEnd();
        return cut.Length == 0 ? null : cut;
    }

    /// <summary>Whether there is nothing to take out: nearly every text, told in one pass.</summary>
    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var isPlain = c switch
            {
                ' ' => i + 1 == text.Length || text[i + 1] != ' ',
                < ' ' => false,
                < '\u007F' => true,
                _ => c is > '\u00A0' and < '\u0600' and not '\u00AD' or >= '\u2010' and <= '\u2027',
            };
            if (!isPlain)
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsTyped(Rune rune) =>
        rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner
        || rune != Rune.ReplacementChar
            && (rune.Value & 0xFFFE) != 0xFFFE
            && rune.Value is < 0xFDD0 or > 0xFDEF
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse);

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = 0;
        for (int next; end < text.Length && end + (next = StringInfo.GetNextTextElementLength(text, end)) <= longest; )
        {
            end += next;
        }

        // A single character with more marks than the whole may hold: then as many of them as fit.
        return end > 0 ? text[..end] : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
