using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>A revision as the history shows it.</summary>
public sealed record RevisionLine(
    int Id,
    int Number,
    string Author,
    RevisionOccasion Occasion,
    string? Note,
    string? ChangeNote,
    ChangeKind ChangeKind,
    DateTime CreatedUtc,
    string? Name,
    int? RestoredFrom
);
