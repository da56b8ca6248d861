using CareerPortal.Occupations;

namespace CareerPortal.Editing;

/// <summary>A guide that translations follow, and the languages it has or could have.</summary>
public sealed record OriginalView(int GuideId, OccupationName Name, IReadOnlyList<TranslationChoice> Languages);
