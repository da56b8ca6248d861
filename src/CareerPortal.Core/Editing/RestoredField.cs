namespace CareerPortal.Editing;

/// <summary>A change that somebody takes back, as a comparison showed it.</summary>
/// <param name="Kind">What the change did.</param>
/// <param name="Path">
/// Where: counted as in the revision; for what was added by the names of the draft, for what was moved the list.
/// </param>
public sealed record RestoredField(FieldChangeKind Kind, string Path);
