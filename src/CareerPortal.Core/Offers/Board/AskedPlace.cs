namespace CareerPortal.Offers.Board;

/// <summary>A place that was asked for: its name, the point from which distances count, and all its points.</summary>
internal sealed record AskedPlace(string Name, int Centre, IReadOnlyList<int> Points, bool IsMunicipality);
