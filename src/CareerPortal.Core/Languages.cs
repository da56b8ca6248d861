using CareerPortal.Quiz.Qualities;

namespace CareerPortal;

/// <summary>The four languages of the portal, French first.</summary>
public static class Languages
{
    public const string Default = "fr";
    public const int CodeLength = 2;

    /// <summary>The engine asks its questions in the same ones.</summary>
    public static IReadOnlyList<string> All => QuizText.Languages;

    public static bool Knows(string? language) => language is not null && All.Contains(language, StringComparer.Ordinal);
}
