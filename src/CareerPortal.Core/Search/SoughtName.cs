namespace CareerPortal.Search;

/// <summary>A name by which an occupation is found, and how much it counts (0 to 1).</summary>
public readonly record struct SoughtName(string Text, string Language, float Worth);
