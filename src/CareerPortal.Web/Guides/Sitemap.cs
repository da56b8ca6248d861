using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using CareerPortal.Catalogue;
using CareerPortal.Directories;
using CareerPortal.Guides;
using CareerPortal.Offers.Entries;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Guides;

/// <summary>
/// Tells search engines which pages there are, and of guides when they last changed: one file, or an index of several where there are more pages
/// than one may name.
/// </summary>
internal static partial class Sitemap
{
    /// <summary>
    /// The protocol's limit. Its other one, 50 MB for a file, is then kept too: an address has a code of at most 100 letters in it and takes less
    /// than 500 bytes.
    /// </summary>
    public const int MostPages = 50_000;

    private const string Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly XmlWriterSettings Written = new() { Async = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>The whole map, or the index of its parts.</summary>
    public static async Task<IResult> AnswerAsync(
        GuideLibrary library,
        PlaceDirectory places,
        GuidanceDirectory guidance,
        CatalogueShelf catalogue,
        EnteredOffers entered,
        PublicAddress address,
        CancellationToken cancellation
    )
    {
        var pages = await PagesAsync(library, places, guidance, catalogue, entered, cancellation);
        return Streamed(body => WriteAsync(body, pages.All(), address.Of, MostPages));
    }

    /// <summary>One part of a map of several.</summary>
    public static async Task<IResult> AnswerPartAsync(
        int part,
        GuideLibrary library,
        PlaceDirectory places,
        GuidanceDirectory guidance,
        CatalogueShelf catalogue,
        EnteredOffers entered,
        PublicAddress address,
        CancellationToken cancellation
    )
    {
        var pages = await PagesAsync(library, places, guidance, catalogue, entered, cancellation);
        return PartOf(pages.All(), part, MostPages) is { } entries
            ? Streamed(body => WritePagesAsync(body, entries, address.Of))
            : Results.NotFound();
    }

    /// <summary>What search engines are to leave alone: people's quizzes, and pieces that only the scripts of pages ask for.</summary>
    public static IResult Robots(PublicAddress address, EndpointDataSource endpoints) =>
        Results.Text(
            "User-agent: *\nDisallow: /quiz/session/\n"
                + string.Concat(PiecesOf(endpoints).SelectMany(p => Languages.All.Select(l => $"Disallow: {Site.LinkIn(l, p)}\n")))
                + $"Sitemap: {address.Of("/sitemap.xml")}\n"
        );

    private static IEnumerable<string> PiecesOf(EndpointDataSource endpoints) =>
        endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<MeteredAttribute>()?.What == Metered.Suggestions)
            .Select(e => AnyValue().Replace(e.RoutePattern.RawText!, "*"))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex("{[^}]*}")]
    private static partial Regex AnyValue();

    /// <summary>Writes the pages, or where they are more than <paramref name="most"/> the addresses of the parts.</summary>
    public static async Task WriteAsync(Stream body, IEnumerable<SitemapEntry> pages, Func<string, string> address, int most)
    {
        var count = pages.Count();
        if (count <= most)
        {
            await WritePagesAsync(body, pages, address);
            return;
        }

        var parts = Enumerable.Range(1, (count + most - 1) / most);
        await WriteAsync(body, "sitemapindex", "sitemap", parts.Select(part => new SitemapEntry(PartPath(part))), address);
    }

    /// <summary>The pages of a part, counted from one; null where one file holds them all or the part is beyond the last.</summary>
    public static IEnumerable<SitemapEntry>? PartOf(IEnumerable<SitemapEntry> pages, int part, int most)
    {
        var count = pages.Count();
        return count <= most || part < 1 || part > (count + most - 1) / most ? null : pages.Skip((part - 1) * most).Take(most);
    }

    public static Task WritePagesAsync(Stream body, IEnumerable<SitemapEntry> pages, Func<string, string> address) =>
        WriteAsync(body, "urlset", "url", pages, address);

    public static string PartPath(int part) => string.Create(CultureInfo.InvariantCulture, $"/sitemap-{part}.xml");

    private static async Task WriteAsync(Stream body, string all, string each, IEnumerable<SitemapEntry> entries, Func<string, string> address)
    {
        await using var xml = XmlWriter.Create(body, Written);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, all, Names);
        foreach (var entry in entries)
        {
            await xml.WriteStartElementAsync(null, each, Names);
            await xml.WriteElementStringAsync(null, "loc", Names, address(entry.Path));
            if (entry.ChangedOn is { } day)
            {
                await xml.WriteElementStringAsync(null, "lastmod", Names, Site.Iso(day));
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndDocumentAsync();
    }

    private static IResult Streamed(Func<Stream, Task> write) => Results.Stream(write, "application/xml");

    /// <summary>All is read before the first byte is sent: a store that is away is told by a status.</summary>
    private static async Task<SitemapPages> PagesAsync(
        GuideLibrary library,
        PlaceDirectory places,
        GuidanceDirectory guidance,
        CatalogueShelf catalogue,
        EnteredOffers entered,
        CancellationToken cancellation
    )
    {
        var catalogues = new Dictionary<string, GuideCatalogue>(StringComparer.Ordinal);
        foreach (var language in Languages.All)
        {
            catalogues[language] = await library.CatalogueAsync(language, cancellation);
        }

        var services = await guidance.AllAsync(cancellation);
        var listed = await catalogue.CurrentAsync(cancellation);
        return new SitemapPages(
            catalogues,
            await places.CodesAsync(cancellation),
            [.. services.Select(s => s.Code)],
            [.. listed.Occupations.Where(o => o.ReviewedUtc is not null)],
            await entered.OpenAsync(cancellation)
        );
    }
}
