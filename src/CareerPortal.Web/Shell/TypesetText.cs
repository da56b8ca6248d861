using CareerPortal.French;
using Microsoft.Extensions.Caching.Memory;

namespace CareerPortal.Web.Shell;

/// <summary>
/// French texts as they were set before: some twenty rules are tried on each text, and a page repeats hundreds that other
/// pages and other readers had already. Visitors' words pass here too, so what is remembered is bounded, the least used going first.
/// </summary>
internal static class TypesetText
{
    /// <summary>In characters of the texts remembered, some 16 MB with what a text and its setting take.</summary>
    private const long MostRemembered = 4_000_000;

    /// <summary>A longer text is set each time; nothing of the site's own is as long.</summary>
    private const int Longest = 20_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private static readonly MemoryCache Known = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    public static string Of(string text) =>
        Known.TryGetValue(text, out string? set) ? set!
        : text.Length > Longest ? Typography.Set(text)
        : Known.Set(text, Typography.Set(text), new MemoryCacheEntryOptions { Size = text.Length, SlidingExpiration = Remembered });
}
