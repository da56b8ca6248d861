using CareerPortal.Occupations;

namespace CareerPortal.Compatibility;

/// <summary>A quiz as it stands: what is planned, what has been answered, and what the occupation asks.</summary>
public sealed record QuizProgress
{
    public required ResumeCode Code { get; init; }

    public required string OccupationCode { get; init; }

    /// <summary>The most important first.</summary>
    public required IReadOnlyList<Requirement> Requirements { get; init; }

    public required IReadOnlyList<string> Plan { get; init; }

    /// <summary>By item: 1 to 5, or null for a skipped question.</summary>
    public required IReadOnlyDictionary<string, int?> Answers { get; init; }

    public required DateTime ExpiresUtc { get; init; }

    public required string EngineVersion { get; init; }

    public required string BankVersion { get; init; }

    public bool IsComplete => Plan.All(Answers.ContainsKey);

    /// <summary>The place (from 1) of the first question without an answer; one past the end when all have one.</summary>
    public int NextPosition => Plan.TakeWhile(Answers.ContainsKey).Count() + 1;
}
