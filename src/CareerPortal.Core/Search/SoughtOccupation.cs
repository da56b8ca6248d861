namespace CareerPortal.Search;

/// <summary>
/// What the search knows of one occupation: its names, the first its title; the groups it belongs to (family, domain, sector), in French; and
/// marks that no word names, each with how much it counts.
/// </summary>
public sealed record SoughtOccupation(IReadOnlyList<SoughtName> Names, IReadOnlyList<string> Groups, IReadOnlyDictionary<string, float> Marks);
