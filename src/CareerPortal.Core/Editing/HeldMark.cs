namespace CareerPortal.Editing;

/// <summary>A reader's mark as it is shown; it holds for the field with that hash.</summary>
public sealed record HeldMark(string Path, string ContentHash, MarkKind Kind, Guid AccountId, string Name, DateTime AtUtc);
