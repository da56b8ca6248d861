using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Items;

/// <summary>One statement to agree or disagree with.</summary>
public sealed class Item
{
    /// <summary>Stable identifier, such as "rigueur-1".</summary>
    public required string Id { get; init; }

    /// <summary>The dimension it measures: a quality of <see cref="QualityIds"/> or an interest of <see cref="InterestIds"/>.</summary>
    public required string QualityId { get; init; }

    /// <summary>Whether agreeing speaks against the quality.</summary>
    public bool Reversed { get; init; }

    /// <summary>The wording; an identifier never changes its words: what is reworded gets a new one.</summary>
    public required QuizText Text { get; init; }

    /// <summary>The version of the bank that first asked it; null for the first version.</summary>
    public string? Since { get; init; }

    /// <summary>
    /// The version of the bank that no longer asks it, so that the answers of earlier quizzes keep their meaning; null for what is asked today.
    /// </summary>
    public string? Retired { get; init; }

    /// <summary>Whether it is no longer asked.</summary>
    public bool IsRetired => Retired is not null;

    /// <summary>Items so close in wording, of this quality or another, that one person should never get both.</summary>
    public IReadOnlyList<string> SimilarTo { get; init; } = [];

    /// <summary>Slope and thresholds, of the answer after reversal.</summary>
    public ItemParameters Parameters { get; init; } = ItemParameters.Start;

    /// <summary>Whether the bank of a version asked it; versions are compared letter by letter, as "2026-11" before "2026-12".</summary>
    public bool IsAskedIn(string version) =>
        (Since is null || string.CompareOrdinal(Since, version) <= 0) && (Retired is null || string.CompareOrdinal(version, Retired) < 0);

    /// <summary>The answer 1..n turned so that more always means more of the quality (n + 1 − x for a reversed item).</summary>
    public int Coded(int value) => Reversed ? Parameters.Answers + 1 - value : value;
}
