using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace CareerPortal.Web.Workspace.Exchange;

/// <summary>Text of a file as somebody can judge it: signs that turn or hide others are shown by their numbers.</summary>
internal static class VisibleText
{
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Of(string? text)
    {
        if (text is null || !text.Any(IsHidden))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (IsHidden(sign))
            {
                shown.Append(CultureInfo.InvariantCulture, $"[U+{(int)sign:X4}]");
            }
            else
            {
                shown.Append(sign);
            }
        }

        return shown.ToString();
    }

    /// <summary>Joiners stay: some scripts and signs need them.</summary>
    private static bool IsHidden(char sign) =>
        sign is '\u200B' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069'
        || char.IsControl(sign) && sign is not ('\n' or '\r' or '\t');
}
