using System.Globalization;

namespace CareerPortal.Cli.Shell;

/// <summary>
/// Shows what a terminal would obey or hide: text of a file must not move the cursor, colour the lines after it or turn round what is read.
/// </summary>
internal static class VisibleText
{
    public static string Of(string text) => text.Any(IsUnseen) ? string.Concat(text.Select(c => IsUnseen(c) ? $"\\u{(int)c:X4}" : $"{c}")) : text;

    private static bool IsUnseen(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
