namespace CareerPortal.Compatibility;

/// <summary>An occupation on a place: its family, and why it went down where it did.</summary>
internal sealed record PlacedOccupation(int Family, ShelfEntry Entry, IReadOnlyList<SharedReason> Why);
