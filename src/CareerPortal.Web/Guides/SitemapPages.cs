using CareerPortal.Catalogue;
using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Offers;
using CareerPortal.Offers.Entries;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Guides;

/// <summary>
/// Every page that search engines may show, under the address that it calls its own: a guide where it is translated, its quiz and everything Every
/// page that search engines may show, under the address that it calls its own: a guide where it is translated, its quiz and everything else in all
/// languages, the open offers that were written here too; an occupation of the catalogue once somebody has reviewed its page, in French. The entries
/// of one language are in memory together, and no more.
/// </summary>
internal sealed class SitemapPages(
    IReadOnlyDictionary<string, GuideCatalogue> catalogues,
    PlaceCodes places,
    IReadOnlyList<string> services,
    IReadOnlyList<ListedEntry> reviewed,
    IReadOnlyList<ListedOwnOffer>? offers = null
)
{
    private static readonly string[] FixedPaths =
    [
        "/",
        "/metiers",
        "/offres",
        "/offres/proposer",
        "/quiz",
        "/quiz/orientation",
        "/quiz/methode",
        "/centres",
        "/zones",
        "/plateformes",
        "/orientation",
        "/vie-privee",
        "/accessibilite",
        "/donnees",
    ];

    public IEnumerable<SitemapEntry> All() => Languages.All.SelectMany(In);

    private IEnumerable<SitemapEntry> In(string language)
    {
        var guides = catalogues[language].All;
        return
        [
            .. FixedPaths.Select(path => Entry(path, null)),
            .. guides.Where(g => g.Language == language).Select(g => Entry($"/metiers/{g.Slug}", g.UpdatedOn)),
            .. guides.Select(g => Entry($"/quiz/{g.Slug}", null)),
            .. ReviewedIn(language),
            .. places.Centres.Select(code => Entry($"/centres/{code}", null)),
            .. places.Zones.Select(code => Entry($"/zones/{code}", null)),
            .. places.Platforms.Select(code => Entry($"/plateformes/{code}", null)),
            .. services.Select(code => Entry($"/orientation/{code}", null)),
            .. (offers ?? []).Select(o =>
                Entry(OfferPath.Of(o.Id, o.Title), o.PublishedUtc is { } at ? DateOnly.FromDateTime(BelgianTime.Of(at)) : null)
            ),
        ];

        IEnumerable<SitemapEntry> ReviewedIn(string read) =>
            read == Languages.Default
                ? reviewed
                    .Where(o => catalogues[read].Find(o.Slug) is null)
                    .Select(o => Entry($"/metiers/{o.Slug}", DateOnly.FromDateTime(o.ReviewedUtc!.Value)))
                : [];

        SitemapEntry Entry(string path, DateOnly? changed) => new(Site.LinkIn(language, path), changed);
    }
}
