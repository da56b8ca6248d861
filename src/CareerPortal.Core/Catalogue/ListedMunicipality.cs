namespace CareerPortal.Catalogue;

/// <summary>A municipality of an edition.</summary>
public sealed record ListedMunicipality(
    string Nis,
    string French,
    string Dutch,
    string Province,
    string Region,
    string Postcode,
    IReadOnlyList<string> Aliases
);
