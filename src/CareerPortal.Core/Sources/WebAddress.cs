namespace CareerPortal.Sources;

/// <summary>What a page may lead to: an absolute address of the web, and nothing else that a browser would follow.</summary>
public static class WebAddress
{
    public static bool Is(string? text) => HostOf(text) is not null;

    /// <summary>The name of the site an address leads to; null where the text is no address of the web.</summary>
    public static string? HostOf(string? text) =>
        text is not null
        && (text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
        && !text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
        && Uri.TryCreate(text, UriKind.Absolute, out var address)
        && address.Host.Length > 0 && address.UserInfo.Length == 0
            ? address.Host
            : null;
}
