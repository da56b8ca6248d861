namespace CareerPortal.Catalogue;

/// <summary>One page of what somebody has to take over to know the catalogue as it is, and the cursor to go on from.</summary>
public sealed record CatalogueSync
{
    public required string Edition { get; init; }

    /// <summary>Whether it is the whole catalogue, and not what changed in it.</summary>
    public required bool IsSnapshot { get; init; }

    /// <summary>How many rows there are on all pages.</summary>
    public required int Total { get; init; }

    public required IReadOnlyList<CatalogueRow> Rows { get; init; }

    public required CatalogueCursor Cursor { get; init; }

    /// <summary>Whether the cursor leads to another page of the same; otherwise to what will have changed since.</summary>
    public bool HasMore => Cursor.After is not null;
}
