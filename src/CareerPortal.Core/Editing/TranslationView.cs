using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>A translation beside its original, for somebody who works on it.</summary>
/// <param name="GuideId">The translation.</param>
/// <param name="Language">Its language.</param>
/// <param name="Name">The occupation.</param>
/// <param name="OriginalGuideId">The guide that it follows.</param>
/// <param name="OriginalRevisionId">The revision of it that is shown.</param>
/// <param name="OriginalNumber">The number of that revision.</param>
/// <param name="Sequence">The draft's last edit.</param>
/// <param name="Conflicts">How many conflicts of the draft wait for a choice.</param>
/// <param name="Sections">Its sections, text by text.</param>
public sealed record TranslationView(
    int GuideId,
    string Language,
    OccupationName Name,
    int OriginalGuideId,
    int OriginalRevisionId,
    int OriginalNumber,
    long Sequence,
    int Conflicts,
    IReadOnlyList<TranslationSection> Sections
)
{
    public int Count(TranslationFieldState state) => Sections.Sum(s => s.Count(state));

    public int Total => Sections.Sum(s => s.Fields.Count);
}
