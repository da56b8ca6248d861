namespace CareerPortal.Catalogue;

/// <summary>A locality of an edition: degrees, WGS 84.</summary>
public sealed record ListedLocality(string Postcode, string Name, double Longitude, double Latitude, string? Nis);
