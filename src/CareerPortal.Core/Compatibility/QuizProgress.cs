using CareerPortal.Occupations;

namespace CareerPortal.Compatibility;

/// <summary>A quiz as it stands: what has been answered, what comes next, and what the occupation asks.</summary>
public sealed record QuizProgress
{
    public required ResumeCode Code { get; init; }

    /// <summary>The quiz as it was read, with its answers of then; null where it was not read from a store.</summary>
    internal QuizSession? Session { get; init; }

    /// <summary>The occupation asked about; null in the quiz over all occupations.</summary>
    public required string? OccupationCode { get; init; }

    /// <summary>The most important first; none in the quiz over all occupations.</summary>
    public required IReadOnlyList<Requirement> Requirements { get; init; }

    /// <summary>In the order in which the questions were asked.</summary>
    public required IReadOnlyList<GivenAnswer> Answers { get; init; }

    /// <summary>The question that comes next; null when there is none left to ask.</summary>
    public required string? Next { get; init; }

    /// <summary>Whether there is a result; more may be asked all the same, to make it more certain.</summary>
    public required bool IsFinished { get; init; }

    /// <summary>How many questions there will have been in the end, as far as can be told.</summary>
    public required int Expected { get; init; }

    /// <summary>Occupations of the result that were put aside, in the order in which they were.</summary>
    public IReadOnlyList<DismissedOccupation> Dismissed { get; init; } = [];

    public required ulong Seed { get; init; }

    public required DateTime ExpiresUtc { get; init; }

    public required string EngineVersion { get; init; }

    public required string BankVersion { get; init; }

    /// <summary>The questions shown so far and the next one, if any: a page each.</summary>
    public int Reached => Answers.Count + (Next is null ? 0 : 1);

    /// <summary>The question at a place from 1 to <see cref="Reached"/>.</summary>
    public string QuestionAt(int position) =>
        position <= Answers.Count ? Answers[position - 1].ItemId : Next ?? throw new ArgumentOutOfRangeException(nameof(position));

    /// <summary>The place of a question from 1; null where it has not been reached.</summary>
    public int? PositionOf(string itemId)
    {
        for (var position = 1; position <= Reached; position++)
        {
            if (QuestionAt(position) == itemId)
            {
                return position;
            }
        }

        return null;
    }

    /// <summary>The place of the first skipped question after a place; of the first of all after 0; null where none was skipped.</summary>
    public int? SkippedAfter(int position)
    {
        for (var after = position; after < Answers.Count; after++)
        {
            if (Answers[after].Value is null)
            {
                return after + 1;
            }
        }

        return null;
    }
}
