namespace CareerPortal.Editing;

/// <summary>A field that differs between two states of a guide.</summary>
/// <param name="Change">What differs.</param>
/// <param name="Words">The words of both texts, where both are texts.</param>
/// <param name="DraftPath">Its address in the draft, by the names of items; null where the draft is not the later side or has it not.</param>
/// <param name="ContentHash">What tells whether it has changed since it was shown.</param>
/// <param name="Restore">What takes the change back in the draft; null where that cannot be.</param>
public sealed record ComparedField(
    FieldChange Change,
    IReadOnlyList<WordStretch> Words,
    string? DraftPath,
    string? ContentHash,
    RestoredField? Restore
);
