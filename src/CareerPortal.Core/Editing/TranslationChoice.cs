namespace CareerPortal.Editing;

/// <summary>A language into which an original can be translated, and the guide where that has begun.</summary>
/// <param name="Language">The language.</param>
/// <param name="GuideId">The translation; null where there is none.</param>
/// <param name="IsPublished">Whether readers see it.</param>
public sealed record TranslationChoice(string Language, int? GuideId, bool IsPublished);
