namespace CareerPortal.Directories;

/// <summary>The codes of all entries of the directories, by which their pages are addressed.</summary>
public sealed record PlaceCodes(IReadOnlyList<string> Centres, IReadOnlyList<string> Zones, IReadOnlyList<string> Platforms);
