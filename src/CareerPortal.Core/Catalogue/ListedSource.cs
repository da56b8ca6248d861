namespace CareerPortal.Catalogue;

/// <summary>A catalogue that was read: its licence, the attribution that it asks for, and how many rows of it were taken.</summary>
public sealed record ListedSource(string Key, string Title, string Edition, string Licence, string Attribution, string? Url, int Rows);
