namespace CareerPortal.Catalogue;

/// <summary>A postcode and a locality it serves, with where that lies (degrees, WGS 84).</summary>
public sealed record Postcode(string Code, string Locality, double Longitude, double Latitude);
