namespace CareerPortal.Editing;

/// <summary>A text of the original beside its translation.</summary>
/// <param name="Path">Its address in the original, items counted.</param>
/// <param name="Field">The field of the form that it fills.</param>
/// <param name="Original">What the original says now.</param>
/// <param name="Was">What the original said when the translation was held against it, where that was something else.</param>
/// <param name="DraftPath">Its address in the draft; null where the draft has no place for it until its section is aligned.</param>
/// <param name="Translation">What the draft says.</param>
/// <param name="State">How the two stand to each other.</param>
public sealed record TranslationField(
    string Path,
    FormField Field,
    string Original,
    string? Was,
    string? DraftPath,
    string? Translation,
    TranslationFieldState State
);
