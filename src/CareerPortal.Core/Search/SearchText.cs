using System.Text;

namespace CareerPortal.Search;

/// <summary>Makes what anybody typed fit to be searched and shown: whole characters only, nothing that cannot be seen, no longer than asked.</summary>
public static class SearchText
{
    private const int FirstNonCharacter = 0xFDD0;
    private const int LastNonCharacter = 0xFDEF;

    /// <summary>The text with a space for each control, lone surrogate and noncharacter, trimmed, cut between characters at <paramref name="most"/> code units.</summary>
    public static string Clean(string? text, int most)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        if (text.Length <= most && !text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\u007F', '\u009F')
            && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.AsSpan().ContainsAnyInRange('\uFDD0', '\uFFFF'))
        {
            return text.Trim();
        }

        var clean = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            var written = IsText(rune) ? rune : new Rune(' ');
            if (clean.Length == 0 && Rune.IsWhiteSpace(written))
            {
                continue;
            }

            if (clean.Length + written.Utf16SequenceLength > most)
            {
                break;
            }

            clean.Append(written.ToString());
        }

        return clean.ToString().TrimEnd();
    }

    private static bool IsText(Rune rune) =>
        rune != Rune.ReplacementChar
        && !Rune.IsControl(rune)
        && (rune.Value & 0xFFFE) != 0xFFFE
        && rune.Value is < FirstNonCharacter or > LastNonCharacter;
}
