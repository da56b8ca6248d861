using System.Xml.Linq;
using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Web.Shared;

namespace CareerPortal.Web.Guides;

/// <summary>Tells search engines which pages there are and when they last changed.</summary>
internal static class Sitemap
{
    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] FixedPaths =
    [
        "/",
        "/metiers",
        "/quiz",
        "/quiz/orientation",
        "/quiz/methode",
        "/centres",
        "/zones",
        "/plateformes",
        "/orientation",
        "/vie-privee",
        "/accessibilite",
    ];

    public static async Task<IResult> WriteAsync(
        GuideLibrary library,
        PlaceDirectory places,
        GuidanceDirectory guidance,
        PublicAddress address,
        CancellationToken cancellation
    )
    {
        var guides = await library.CatalogueAsync(Languages.Default, cancellation);
        var fixedPages = FixedPaths.Select(p => Entry(address, p, null));
        var guidePages = guides.All.SelectMany(g =>
            new[] { Entry(address, $"/metiers/{g.Slug}", g.UpdatedOn), Entry(address, $"/quiz/{g.Slug}", null) }
        );
        var centres = (await places.CentresAsync(1, cancellation)).Items.Select(c => Entry(address, $"/centres/{c.Code}", null));
        var platforms = (await places.PlatformsAsync(1, cancellation)).Items.Select(c => Entry(address, $"/plateformes/{c.Code}", null));
        var zones = (await places.ZonesAsync(1, cancellation)).Items.Select(c => Entry(address, $"/zones/{c.Code}", null));
        var services = (await guidance.AllAsync(cancellation)).Select(s => Entry(address, $"/orientation/{s.Code}", null));
        var document = new XDocument(new XElement(Names + "urlset", fixedPages, guidePages, centres, zones, platforms, services));
        return Results.Text("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + document, "application/xml");
    }

    public static IResult Robots(PublicAddress address) =>
        Results.Text($"User-agent: *\nDisallow: /quiz/session/\nSitemap: {address.Of("/sitemap.xml")}\n");

    private static XElement Entry(PublicAddress address, string path, DateOnly? changed) =>
        new(Names + "url", new XElement(Names + "loc", address.Of(path)), changed is { } day ? new XElement(Names + "lastmod", Site.Iso(day)) : null);
}
