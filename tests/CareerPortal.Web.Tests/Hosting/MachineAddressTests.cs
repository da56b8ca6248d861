using System.Net;
using System.Xml.Linq;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Tests.Pages;
using Microsoft.Data.Sqlite;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>Addresses that machines read: health, sitemap, robots.</summary>
public sealed class MachineAddressTests(PublicPages site)
{
    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    [Fact]
    public async Task Health_OfARunningSite_IsHealthy()
    {
        var client = site.Portal.CreateClient();

        var live = await client.GetStringAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
        var ready = await Readiness.OfAsync(client);

        Assert.Equal(("Healthy", "Healthy"), (live, ready));
    }

    [Fact]
    public async Task Health_WithoutItsStore_LivesButIsNotReady()
    {
        await using var portal = new PortalFactory();
        var client = portal.CreateClient();
        foreach (var file in Directory.GetFiles(portal.DataFolder, "portal.db*"))
        {
            File.Delete(file);
        }

        Assert.Equal(
            HttpStatusCode.OK,
            (await client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable,
            (await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode
        );
        Assert.False(File.Exists(Path.Combine(portal.DataFolder, "portal.db")));
    }

    [Fact]
    public async Task Health_OnADamagedStore_LivesButIsNotReady()
    {
        await using var portal = new PortalFactory();
        var client = portal.CreateClient();
        SqliteConnection.ClearAllPools();
        await using (var file = new FileStream(Path.Combine(portal.DataFolder, "portal.db"), FileMode.Open))
        {
            // The first page tells what the file is and stays: it opens as before.
            file.Position = 4096;
            await file.WriteAsync(Enumerable.Repeat((byte)'x', (int)file.Length - 4096).ToArray(), TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            HttpStatusCode.OK,
            (await client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable,
            (await client.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode
        );
    }

    [Fact]
    public async Task Sitemap_OfTheSite_NamesEveryGuideWithItsDay()
    {
        using var response = await site
            .Portal.CreateClient()
            .GetAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken);

        var urls = XDocument
            .Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            .Root!.Elements(Names + "url")
            .ToList();

        Assert.Equal("application/xml", response.Content.Headers.ContentType!.MediaType);
        var guides = urls.Where(u => u.Element(Names + "loc")!.Value.Contains("/metiers/", StringComparison.Ordinal)).ToList();
        Assert.Equal(site.All.Count(p => p.Address.StartsWith("/metiers/", StringComparison.Ordinal) && !p.IsHidden), guides.Count);
        Assert.All(guides, g => Assert.True(DateOnly.TryParse(g.Element(Names + "lastmod")!.Value, out _)));
        Assert.Equal(urls.Count, urls.Select(u => u.Element(Names + "loc")!.Value).Distinct().Count());
    }

    [Fact]
    public async Task Sitemap_OfTheSite_HoldsNoHiddenPage()
    {
        var sitemap = XDocument.Parse(
            await site.Portal.CreateClient().GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken)
        );

        Faults.None(
            sitemap.Descendants(Names + "loc").Select(l => new Uri(l.Value).AbsolutePath).Where(path => !site.Holds(path) || site[path].IsHidden)
        );
    }

    [Fact]
    public async Task Robots_AreKeptFromPeoplesQuizzesAndFromWhatScriptsAsk()
    {
        var robots = await site.Portal.CreateClient().GetStringAsync(new Uri("/robots.txt", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("Disallow: /quiz/session/", robots, StringComparison.Ordinal);
        foreach (var language in Languages.All)
        {
            foreach (
                var path in new[]
                {
                    "/metiers/suggestions",
                    "/offres/suggestions",
                    "/offres/nombre",
                    "/offres/apercu",
                    "/offres/*/correspondance/extrait",
                }
            )
            {
                Assert.Contains($"Disallow: {Site.LinkIn(language, path)}\n", robots, StringComparison.Ordinal);
            }
        }

        Assert.Matches("Sitemap: http.*/sitemap.xml", robots);
    }
}
