using CareerPortal.Catalogue;
using CareerPortal.Guides;
using CareerPortal.Occupations;

namespace CareerPortal.Web.Catalogue;

/// <summary>An occupation of a comparison: a guide, what the catalogue lists, or both where they are of one code.</summary>
internal sealed record ComparedOccupation(string Slug, OccupationName Name, GuideSummary? Guide, ListedEntry? Listed)
{
    /// <summary>What stands at an address: a guide first, as on its page; null where nothing does.</summary>
    public static ComparedOccupation? Find(GuideCatalogue guides, CatalogueView view, string slug) =>
        guides.Find(slug) is { } guide ? Of(guide, view)
        : (view.FindBySlug(slug) ?? view.LeadOn(slug)) is { } listed ? Of(listed)
        : null;

    public static ComparedOccupation Of(ListedEntry listed) => new(listed.Slug, CatalogueWords.NameOf(listed), null, listed);

    public static ComparedOccupation Of(GuideSummary guide, CatalogueView view) =>
        new(guide.Slug, guide.Name, guide, guide.RomeCode is { } code ? view.HeirOf(code) : null);
}
