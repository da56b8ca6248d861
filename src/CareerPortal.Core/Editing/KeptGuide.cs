using CareerPortal.Guides;
using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>What of a published guide the list of things to do is made of.</summary>
internal sealed record KeptGuide(
    int Id,
    int OccupationId,
    string Language,
    OccupationName Name,
    int RevisionId,
    DateTime RevisionUtc,
    DateOnly? ReviewDueOn,
    IReadOnlyList<(string Path, DateOnly Until)> Facts,
    IReadOnlyList<GuideFault> Faults
);
