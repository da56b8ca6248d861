namespace CareerPortal.Compatibility;

/// <summary>One answer of <see cref="SharedQuiz"/>; questions that were skipped are not copied.</summary>
public sealed class SharedAnswer
{
    public Guid QuizId { get; init; }

    public required string ItemId { get; init; }

    /// <summary>The place of the question, from 1, in the order in which they were asked.</summary>
    public required int Position { get; init; }

    /// <summary>1 to 5.</summary>
    public required int Value { get; init; }
}
