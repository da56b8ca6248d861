using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>All that somebody needs who reads a draft for readers.</summary>
/// <param name="Guide">How it stands.</param>
/// <param name="Changes">What it changes for readers.</param>
/// <param name="Document">What it says.</param>
/// <param name="Unreadable">What in it cannot be read.</param>
/// <param name="IsChangedSince">Whether it says something else than what was submitted.</param>
/// <param name="Sections">The sections that it changes.</param>
/// <param name="MayReview">Whether whoever looks may agree to it.</param>
/// <param name="MayPublish">Whether whoever looks may publish it.</param>
public sealed record ReviewSheet(
    DraftStanding Guide,
    Comparison Changes,
    GuideDocument Document,
    IReadOnlyList<GuideFault> Unreadable,
    bool IsChangedSince,
    IReadOnlyList<SectionReview> Sections,
    bool MayReview,
    bool MayPublish
);
