using System.Text;

namespace CareerPortal.Editing;

/// <summary>
/// Cleans what was typed or pasted: no control characters but tab and new line, no marks that turn the direction of text, no halves of characters;
/// composed letters (Unicode NFC).
/// </summary>
internal static class DraftText
{
    public static string Clean(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            {
                clean.Append(c).Append(text[++at]);
            }
            else if (char.IsSurrogate(c))
            {
                clean.Append('\uFFFD');
            }
            else if (c is '\r' or '\u2028' or '\u2029' or '\u0085')
            {
                // Windows writes two characters for one new line.
                at += c == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 1 : 0;
                clean.Append('\n');
            }
            else if (!IsRefused(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether two texts differ by nothing that anybody typed: a box of one line, for one, loses line ends by itself.</summary>
    public static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal) || string.Equals(Folded(one), Folded(other), StringComparison.Ordinal);

    private static string Folded(string text) => string.Join(' ', Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsPlain(string text) =>
        !text.AsSpan().ContainsAnyExceptInRange(' ', '~') || !text.Any(c => c is '\r' || c > '~' || IsRefused(c));

    /// <summary>Control characters, marks of direction, the byte order mark and what is no character.</summary>
    private static bool IsRefused(char c) =>
        char.IsControl(c) && c is not ('\t' or '\n')
        || c is '\u061C' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
