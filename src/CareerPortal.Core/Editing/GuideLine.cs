using CareerPortal.Guides;
using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>A guide as lists of the workspace show it; a draft that says what readers have is unchanged.</summary>
public sealed record GuideLine(
    int Id,
    OccupationName Name,
    string Language,
    string Slug,
    GuideKind Kind,
    bool IsPublished,
    DateOnly? UpdatedOn,
    DraftState? Draft,
    bool IsUnchanged,
    DateTime? ChangedUtc,
    DateTime? PublishAtUtc,
    string? Owner,
    DateOnly? DueOn
);
