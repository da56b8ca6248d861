namespace CareerPortal.Editing;

/// <summary>Why what was sent cannot be taken: nothing of it was, and the number of the change at fault has not been used.</summary>
public sealed record DraftRefusal(long Number, DraftRefusalKind Kind);
