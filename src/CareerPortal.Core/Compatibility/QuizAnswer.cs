namespace CareerPortal.Compatibility;

/// <summary>An answer as it was given: 1 to 5, or none where the question was skipped.</summary>
public sealed class QuizAnswer
{
    public const int Least = 1;
    public const int Greatest = 5;
    public const int ItemIdMaxLength = 40;

    public Guid SessionId { get; init; }

    public required string ItemId { get; init; }

    /// <summary>The place of the question, from 1, in the order in which they were asked.</summary>
    public required int Position { get; init; }

    public required int? Value { get; init; }

    /// <summary>When the question was first answered; a change later on leaves it.</summary>
    public required DateTime AnsweredUtc { get; init; }

    /// <summary>The same answer with another value.</summary>
    internal QuizAnswer With(int? value) =>
        new()
        {
            SessionId = SessionId,
            ItemId = ItemId,
            Position = Position,
            Value = value,
            AnsweredUtc = AnsweredUtc,
        };
}
