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
    public required string Slug { get; init; }

    public required CatalogueFacts Facts { get; set; }

    /// <summary>The edition of the catalogue in which it was last seen.</summary>
    public required string Edition { get; set; }

    /// <summary>When an edition came that no longer lists it; null while it is listed.</summary>
    public DateTime? GoneUtc { get; set; }

    /// <summary>When a counsellor found its page fit for search engines; null until then.</summary>
    public DateTime? ReviewedUtc { get; set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>An edition lists it with these facts. What a counsellor found fit for search engines were others: somebody looks again.</summary>
    public void List(CatalogueFacts facts, string edition)
    {
        (Facts, Edition, GoneUtc, ReviewedUtc) = (facts, edition, null, null);
        Version = Guid.CreateVersion7();
    }

    /// <summary>An edition no longer lists it.</summary>
    public void Leave(DateTime nowUtc)
    {
        GoneUtc = nowUtc;
        Version = Guid.CreateVersion7();
    }

    /// <summary>A counsellor says whether the page is fit for search engines.</summary>
    public void Review(DateTime? nowUtc)
    {
        ReviewedUtc = nowUtc;
        Version = Guid.CreateVersion7();
    }
}
