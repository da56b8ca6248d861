namespace CareerPortal.Catalogue;

/// <summary>A line of a region's list, as it is brought in.</summary>
public sealed record ListedShortage(string Region, ShortageKind Kind, string Label, string? Group, string Source, DateOnly Dated);
