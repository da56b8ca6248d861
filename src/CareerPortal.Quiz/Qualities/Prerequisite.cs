namespace CareerPortal.Quiz.Qualities;

/// <summary>A condition of an occupation that is told to the reader but never scored, such as sharp eyesight.</summary>
public sealed class Prerequisite
{
    /// <summary>Stable identifier in lower case without accents, such as "acuite-visuelle".</summary>
    public required string Id { get; init; }

    /// <summary>The name a reader sees.</summary>
    public required QuizText Label { get; init; }

    /// <summary>French words that mean this prerequisite on a guide.</summary>
    public IReadOnlyList<string> Synonyms { get; init; } = [];
}
