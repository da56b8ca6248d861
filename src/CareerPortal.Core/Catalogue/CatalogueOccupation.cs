using CareerPortal.Data;

namespace CareerPortal.Catalogue;

/// <summary>An occupation as catalogues list it: facts with their origin, no text of a counsellor.</summary>
[InRealm(ContentRealm.Catalogue)]
public sealed class CatalogueOccupation
{
    public const int CodeMaxLength = 16;

    public int Id { get; private set; }

    /// <summary>Its code in ROME 4.0, such as A1203.</summary>
    public required string Code { get; init; }

    /// <summary>Its name in the address; it never changes while the code lives.</summary>
    public required string Slug { get; set; }

    public required CatalogueFacts Facts { get; set; }

    /// <summary>The edition of the catalogue in which it was last seen.</summary>
    public required string Edition { get; set; }

    /// <summary>When an edition came that no longer lists it; null while it is listed.</summary>
    public DateTime? GoneUtc { get; set; }

    /// <summary>When a counsellor found its page fit for search engines; null until then.</summary>
    public DateTime? ReviewedUtc { get; set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();
}
