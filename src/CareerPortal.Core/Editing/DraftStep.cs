namespace CareerPortal.Editing;

/// <summary>A step of a tab that carries nothing, such as to undo; numbered like the changes (<see cref="DraftBatch"/>).</summary>
public sealed record DraftStep(Guid TabId, long Number, long Seen)
{
    /// <summary>The tabs whose place this one takes, such as those of a page before it was reloaded: what they did is its own to undo.</summary>
    public IReadOnlyList<Guid> Former { get; init; } = [];
}
