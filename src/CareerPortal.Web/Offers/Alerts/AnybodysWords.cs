using System.Text.RegularExpressions;

namespace CareerPortal.Web.Offers.Alerts;

/// <summary>
/// What somebody typed whom nobody knows, in a mail to an address that may be of somebody else: it leads nowhere, and is too short to be a letter.
/// </summary>
internal static partial class AnybodysWords
{
    public const int MaxLength = 60;

    /// <summary>What of a text may stand in such a mail; null where it holds what a mail program could make a link of.</summary>
    public static string? Of(string text) =>
        Addresses().IsMatch(text) ? null
        : text.Length <= MaxLength ? text
        : $"{text[..(char.IsHighSurrogate(text[MaxLength - 2]) ? MaxLength - 2 : MaxLength - 1)].TrimEnd()}…";

    /// <summary>Of the web or of mail, with or without what begins one; the dots are all that stand for one in names.</summary>
    [GeneratedRegex(
        @"[:：][/／\\]{2}|www[.．。｡]|[@＠]|[\p{L}\p{N}\p{M}-][.．。｡]\p{L}|\d[.]\d+[.]\d|\b(mailto|tel|sms):",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Addresses();
}
