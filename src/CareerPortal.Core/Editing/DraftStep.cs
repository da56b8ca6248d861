namespace CareerPortal.Editing;

/// <summary>A step of a tab that carries nothing, such as to undo; numbered like the changes (<see cref="DraftBatch"/>).</summary>
public sealed record DraftStep(Guid TabId, long Number, long Seen);
