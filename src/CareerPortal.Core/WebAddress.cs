namespace CareerPortal;

/// <summary>What a page may lead to: an absolute address of the web, and nothing else that a browser would follow.</summary>
public static class WebAddress
{
    private const string Prefix = "www.";

    public static bool Is(string? text) => SiteOf(text) is not null;

    /// <summary>The site an address leads to, as people name it: « forem.be ». Null where the text is no address of the web.</summary>
    public static string? SiteOf(string? text) =>
        text is not null
        && (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Host.Length > 0
        && address.UserInfo.Length == 0
            ? address.Host.StartsWith(Prefix, StringComparison.Ordinal)
                ? address.Host[Prefix.Length..]
                : address.Host
            : null;
}
