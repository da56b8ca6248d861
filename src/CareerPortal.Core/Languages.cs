namespace CareerPortal;

/// <summary>The four languages of the portal, French first.</summary>
public static class Languages
{
    public const string Default = "fr";
    public const int CodeLength = 2;

    public static IReadOnlyList<string> All { get; } = ["fr", "nl", "de", "en"];

    public static bool Knows(string? language) => language is not null && All.Contains(language, StringComparer.Ordinal);
}
