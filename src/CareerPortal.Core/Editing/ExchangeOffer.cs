using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>What of a guide somebody may take out.</summary>
/// <param name="GuideId">The guide.</param>
/// <param name="Name">Its occupation.</param>
/// <param name="Language">Its language.</param>
/// <param name="Slug">Its address.</param>
/// <param name="IsPublished">Whether readers see it.</param>
/// <param name="HasDraft">Whether there is a draft that this person may read.</param>
/// <param name="MayWrite">Whether files may be taken in.</param>
/// <param name="IsTranslation">Whether it follows an original that readers see.</param>
/// <param name="Revisions">The latest revisions, the newest first: a file may have begun from any.</param>
public sealed record ExchangeOffer(
    int GuideId,
    OccupationName Name,
    string Language,
    string Slug,
    bool IsPublished,
    bool HasDraft,
    bool MayWrite,
    bool IsTranslation,
    IReadOnlyList<(int Id, int Number, DateTime CreatedUtc)> Revisions
);
