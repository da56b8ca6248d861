namespace CareerPortal.Editing;

/// <summary>What a file would change in a draft.</summary>
/// <param name="Kind">How.</param>
/// <param name="Path">The place in the draft.</param>
/// <param name="Now">What the draft says there.</param>
/// <param name="Then">What the file says.</param>
/// <param name="IsConflict">Whether the draft has been changed there as well: then both are kept until somebody chooses.</param>
public sealed record ImportChange(DraftEditKind Kind, string Path, string? Now, string? Then, bool IsConflict);
