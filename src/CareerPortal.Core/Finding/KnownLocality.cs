namespace CareerPortal.Finding;

/// <summary>A locality with its postcode and, where the sources say so, its municipality.</summary>
internal sealed record KnownLocality(string Postcode, string Name, string? Nis);
