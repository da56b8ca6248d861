using CareerPortal.Exchange;

namespace CareerPortal.Editing;

/// <summary>What the occupation of a guide requires, as somebody of the workspace sees it.</summary>
public sealed record RequirementsSheet(
    int GuideId,
    string Occupation,
    string Masculine,
    Guid Version,
    IReadOnlyList<RequirementEntry> Requirements,
    bool MayPublish
);
