namespace CareerPortal.Compatibility;

/// <summary>A place, from 1, and those that share it.</summary>
internal sealed record ShelfPlace(int Place, IReadOnlyList<PlacedOccupation> Entries);
