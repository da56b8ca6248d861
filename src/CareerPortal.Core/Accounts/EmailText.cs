using System.Net.Mail;

namespace CareerPortal.Accounts;

/// <summary>Reads an e-mail address as somebody types it.</summary>
public static class EmailText
{
    /// <summary>The address alone, without spaces around it; null where it is none.</summary>
    public static string? Read(string? typed)
    {
        var text = typed?.Trim();
        return
            text is { Length: > 0 and <= Account.EmailMaxLength }
            && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format)
            && MailAddress.TryCreate(text, out var address)
            && address.Address == text
            ? text
            : null;
    }

    /// <summary>
    /// The address of somebody whom nobody here knows: its domain has a dot, as every one on the internet that takes mail. Null where it is none.
    /// </summary>
    public static string? ReadPublic(string? typed) =>
        Read(typed) is { } address && address[(address.LastIndexOf('@') + 1)..].Split('.') is { Length: > 1 } labels && labels.All(l => l.Length > 0)
            ? address
            : null;
}
