using System.Globalization;
using System.Xml.Linq;
using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;
using CareerPortal.Web.Guides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>The sitemap names the pages that call themselves by these addresses, and no other.</summary>
public sealed class SitemapTests(PublicPages site)
{
    private const int MostBytes = 50_000_000;

    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Addresses_OfTheSite_AreThoseThatItsPagesCallTheirOwn()
    {
        var named = Addresses(await ReadAsync(site.Portal.CreateClient()));

        var own = site
            .All.SelectMany(p => p.All("link[rel=canonical]").Select(l => l.GetAttribute("href")!))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(own, named.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Addresses_OfTheSite_AreThoseToWhichItsPagesPointInOtherLanguages()
    {
        var named = Addresses(await ReadAsync(site.Portal.CreateClient())).ToHashSet(StringComparer.Ordinal);

        site.Each(p =>
            p.All("link[rel=alternate][hreflang]")
                .Select(l => l.GetAttribute("href")!)
                .Where(href => !named.Contains(href))
                .Select(href => $"{p.Address} points to {href}, which the sitemap does not have")
        );
    }

    [Fact]
    public async Task Addresses_OfAFullDirectoryAndATranslatedGuide_AreAllThere()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = new PortalFactory { Time = time };
        var client = portal.CreateClient();
        await ImportAsync(portal);
        time.Advance(TimeSpan.FromSeconds(3));

        var map = await ReadAsync(client);

        var named = Addresses(map);
        var before = site.All.Count(p => p.Address.Contains("/centres/", StringComparison.Ordinal));
        Assert.Equal(before + (4 * 120), named.Count(a => a.Contains("/centres/", StringComparison.Ordinal)));
        Assert.Equal(
            ["/de/quiz/relieur", "/en/quiz/relieur", "/metiers/relieur", "/nl/metiers/boekbinder", "/nl/quiz/boekbinder", "/quiz/relieur"],
            named
                .Select(a => new Uri(a).AbsolutePath)
                .Where(a => a.EndsWith("relieur", StringComparison.Ordinal) || a.EndsWith("boekbinder", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
        foreach (
            var path in new[]
            {
                "/metiers/relieur",
                "/nl/metiers/boekbinder",
                "/quiz/relieur",
                "/nl/quiz/boekbinder",
                "/de/quiz/relieur",
                "/nl/centres/centre-119",
            }
        )
        {
            var page = await client.PageAsync(path);
            Assert.Equal("http://localhost" + path, page.All("link[rel=canonical]").Single().GetAttribute("href"));
            Assert.Empty(page.All("link[rel=alternate][hreflang]").Select(l => l.GetAttribute("href")!).Except(named));
        }

        var untranslated = await client.PageAsync("/de/metiers/relieur");
        Assert.Equal("http://localhost/metiers/relieur", untranslated.All("link[rel=canonical]").Single().GetAttribute("href"));
        Assert.Equal(
            ["/metiers/relieur", "/nl/metiers/boekbinder"],
            untranslated.All("link[rel=alternate][hreflang]").Select(l => new Uri(l.GetAttribute("href")!).AbsolutePath)
        );
    }

    [Fact]
    public async Task LastChange_OfAPage_IsSaidOfGuidesOnlyAndIsTheirs()
    {
        var library = site.Portal.Services.GetRequiredService<GuideLibrary>();
        var guides = (await library.CatalogueAsync("fr", TestContext.Current.CancellationToken)).All.ToDictionary(g => $"/metiers/{g.Slug}");

        var map = await ReadAsync(site.Portal.CreateClient());

        var changed = map.Root!.Elements(Names + "url")
            .Where(u => u.Element(Names + "lastmod") is not null)
            .ToDictionary(u => new Uri(u.Element(Names + "loc")!.Value).AbsolutePath, u => u.Element(Names + "lastmod")!.Value);
        Assert.Equal(guides.Keys.Order(StringComparer.Ordinal), changed.Keys.Order(StringComparer.Ordinal));
        Assert.All(changed, c => Assert.Equal(guides[c.Key].UpdatedOn!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), c.Value));
    }

    [Fact]
    public async Task Map_OfSixteenHundredGuidesInFourLanguages_IsOneFileWithinTheLimits()
    {
        var pages = Large(guides: 1_600, centres: 3_000);
        using var body = new MemoryStream();

        await Sitemap.WriteAsync(body, pages.All(), path => "https://passerelle.example" + path, Sitemap.MostPages);

        var map = XDocument.Parse(System.Text.Encoding.UTF8.GetString(body.ToArray()));
        Assert.Equal("urlset", map.Root!.Name.LocalName);
        Assert.Equal(4 * (14 + 1_600 + 1_600 + 3_000), Addresses(map).Distinct().Count());
        Assert.InRange(body.Length, 1, MostBytes);
    }

    [Fact]
    public async Task Map_OfMorePagesThanAFileMayName_IsAnIndexWhosePartsNameEachOnce()
    {
        const int Most = 5_000;
        var pages = Large(guides: 1_600, centres: 0);
        using var index = new MemoryStream();

        await Sitemap.WriteAsync(index, pages.All(), path => path, Most);

        var parts = Addresses(XDocument.Parse(System.Text.Encoding.UTF8.GetString(index.ToArray())));
        Assert.Equal(["/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml"], parts);
        var named = Enumerable.Range(1, parts.Count).SelectMany(part => Sitemap.PartOf(pages.All(), part, Most)!).ToList();
        Assert.Equal(pages.All(), named);
        Assert.All([0, parts.Count + 1], part => Assert.Null(Sitemap.PartOf(pages.All(), part, Most)));
        Assert.Null(Sitemap.PartOf(pages.All(), 1, Sitemap.MostPages));
    }

    [Fact]
    public void LongestAddress_TimesTheMostPages_IsWithinTheLimit()
    {
        var address = $"https://{new string('a', 253)}/en/plateformes/{new string('b', Slug.MaxLength)}";

        var longest = $"<url><loc>{address}</loc><lastmod>2026-11-28</lastmod></url>".Length;

        Assert.InRange(longest * Sitemap.MostPages, 1, MostBytes);
    }

    [Theory]
    [InlineData("/sitemap-0.xml")]
    [InlineData("/sitemap-1.xml")]
    [InlineData("/sitemap-x.xml")]
    public async Task Part_OfAMapInOneFile_IsNotThere(string path)
    {
        using var response = await site.Portal.CreateClient().GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    private static SitemapPages Large(int guides, int centres) =>
        new(
            Languages.All.ToDictionary(
                language => language,
                language => new GuideCatalogue(Enumerable.Range(1, guides).Select(n => Guide(language, n)), TestStore.Words, language)
            ),
            new PlaceCodes([.. Enumerable.Range(1, centres).Select(n => $"centre-{n}")], [], []),
            [],
            []
        );

    private static GuideSummary Guide(string language, int number) =>
        new()
        {
            OccupationCode = $"metier-{number}",
            Slug = $"{language}-{number}-analyste-de-donnees-geographiques-et-demographiques",
            Language = language,
            Name = new OccupationName(language, $"metier {number}", $"metier {number}"),
            Kind = GuideKind.Brief,
            Sector = Sector.Digital,
            Studies = StudyLevel.UpperSecondary,
            Conditions = [],
            Qualities = [],
            Summary = "",
            AlternativeTitles = [],
            UpdatedOn = new DateOnly(2026, 11, 28),
        };

    private static async Task ImportAsync(PortalFactory portal)
    {
        var set = Sample.Set(Sample.BriefGuide(), Sample.BriefGuide(language: "nl") with { Slug = "boekbinder" });
        var centre = set.TrainingCentres[0];
        var many = set with
        {
            TrainingCentres = [.. Enumerable.Range(0, 120).Select(n => centre with { Code = $"centre-{n}", Name = $"Centre {n}" })],
        };
        await portal.Services.GetRequiredService<ContentImport>().ApplyAsync(many, "Test", TestContext.Current.CancellationToken);
    }

    private static async Task<XDocument> ReadAsync(HttpClient client) =>
        XDocument.Parse(await client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken));

    private static List<string> Addresses(XDocument map) => [.. map.Descendants(Names + "loc").Select(l => l.Value)];
}
