namespace CareerPortal.Compatibility;

/// <summary>All that is kept of a quiz; its code itself is not.</summary>
public sealed record QuizExport(
    string? Occupation,
    string Language,
    string EngineVersion,
    string BankVersion,
    DateTime CreatedUtc,
    DateTime? FinishedUtc,
    DateTime ExpiresUtc,
    IReadOnlyList<ExportedAnswer> Answers,
    IReadOnlyList<DismissedOccupation> Dismissed
);
