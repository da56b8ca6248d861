namespace CareerPortal.Catalogue;

/// <summary>What an import of one region's list did, or would do.</summary>
public sealed record ShortageReport(string Region, ShortageKind Kind, IReadOnlyList<ShortageMatch> Lines, CatalogueCount Count)
{
    public bool ChangesNothing => Count is { Added: 0, Revised: 0, Gone: 0 };
}
