namespace CareerPortal.Editing;

/// <summary>
/// What a tab sends: its steps are numbered 1, 2, 3… without a gap, so that whatever is sent again counts once. One page load is one tab with a
/// number of its own: what is left of an earlier load is sent under that one's.
/// </summary>
/// <param name="TabId">The tab.</param>
/// <param name="First">The number of the first change.</param>
/// <param name="Changes">The changes, numbered from <paramref name="First"/>.</param>
/// <param name="Seen">The last sequence of the draft that the tab knows: the receipt tells what others did since.</param>
public sealed record DraftBatch(Guid TabId, long First, IReadOnlyList<DraftChange> Changes, long Seen)
{
    /// <inheritdoc cref="DraftStep.Former"/>
    public IReadOnlyList<Guid> Former { get; init; } = [];
}
