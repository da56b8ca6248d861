namespace CareerPortal.Search;

/// <summary>An occupation found, by its number in the index, with the name that was nearest to the words; null where none was.</summary>
public readonly record struct OccupationHit(int Occupation, float Score, string? Name, string? NameLanguage);
