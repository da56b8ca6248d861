using CareerPortal.Quiz.Matching;

namespace CareerPortal.Compatibility;

/// <summary>What the answers of a quiz say of one occupation of the catalogue, whichever occupation or occupations the quiz asked about.</summary>
public sealed record OccupationMatch
{
    public required ShelfEntry Entry { get; init; }

    /// <summary>The percentage with its interval and what is behind it; null where nothing can be said of the person.</summary>
    public required CompatibilityScore? Score { get; init; }

    /// <summary>What the answers say most clearly for it and against it.</summary>
    public required IReadOnlyList<SuggestionReason> Reasons { get; init; }

    /// <summary>Whether it is among those that the result over all occupations calls fitting; null where the quiz was not over all, or cannot say.</summary>
    public bool? IsSuggested { get; init; }

    /// <summary>Whether the person put it aside in that result.</summary>
    public bool IsPutAside { get; init; }

    /// <summary>Whether a question that was answered is not calibrated on people here yet.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>Whether the answers allow a percentage.</summary>
    public bool IsSettled => Score is { AnswerCount: > 0, Verdict: not Verdict.Indeterminate };
}
