namespace CareerPortal.Import;

/// <summary>What an import did with the guides it was given.</summary>
public sealed record ImportReport(int Added, int Revised, int Unchanged);
