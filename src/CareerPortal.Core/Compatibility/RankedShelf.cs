namespace CareerPortal.Compatibility;

/// <summary>The occupations of one state of the content: those that a quiz of their own asks about, by their number in the store, and all of them.</summary>
internal sealed record RankedShelf(IReadOnlyDictionary<int, AskedOccupation> Occupations, ShelfEntries Entries)
{
    /// <summary>What ranks all occupations, and chooses the questions that tell them apart; null where there is none to rank.</summary>
    public RankedFamilies? Families { get; init; }
}
