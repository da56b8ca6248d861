namespace CareerPortal.Offers.Board;

/// <summary>An occupation of the catalogue as titles are held against it: the words of each of its names.</summary>
internal sealed record NamedOccupation(string Code, string Family, IReadOnlyList<string[]> Names);
