using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Texts;

/// <summary>Several things named in one sentence.</summary>
internal static class Enumeration
{
    /// <summary>"a", "a and b", "a, b and c"; at least one.</summary>
    public static string Enumerated(this IStringLocalizer texts, IReadOnlyList<string> parts) =>
        parts.Count > 1 ? texts["List.And", string.Join(", ", parts.SkipLast(1)), parts[^1]] : parts[0];
}
