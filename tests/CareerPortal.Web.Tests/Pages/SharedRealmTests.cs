using System.Net;
using System.Text.RegularExpressions;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Testing;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>A page that everyone shares names every part of the content that it shows: a change of any other leaves it as it is.</summary>
[Slow]
public sealed partial class SharedRealmTests
{
    private static readonly Dictionary<ContentRealm, string> Changes = new()
    {
        [ContentRealm.Guides] = """
            UPDATE Guides SET PublishedSummary = PublishedSummary || ' Autre.';
            UPDATE OccupationTitles SET Masculine = Masculine || ' autre', Feminine = Feminine || ' autre';
            """,
        [ContentRealm.Directories] = """
            UPDATE TrainingCentres SET Name = Name || ' autre', Latitude = Latitude + 0.1;
            UPDATE JobZones SET Latitude = Latitude + 0.1, Name = '{{"fr":"Autre"}}';
            UPDATE Platforms SET Name = Name || ' autre';
            UPDATE Sources SET Title = Title || ' autre';
            UPDATE GuidanceServices SET Name = '{{"fr":"Autre"}}', Phone = '000';
            """,
        [ContentRealm.Catalogue] = """
            UPDATE CatalogueTerms SET Label = '{{"fr":"Autre"}}';
            UPDATE CatalogueSources SET Attribution = Attribution || ' autre';
            """,
        [ContentRealm.Parameters] = """
            UPDATE WageFloors SET MonthlyCents = MonthlyCents + 12345, HourlyCents = HourlyCents + 123;
            UPDATE ExchangeRates SET UnitsPerEuro = UnitsPerEuro + 0.5;
            """,
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ContentRealm.Guides)]
    [InlineData(ContentRealm.Directories)]
    [InlineData(ContentRealm.Parameters)]
    [InlineData(ContentRealm.Catalogue)]
    public async Task Pages_ContentOfARealmTheyDoNotName_LeavesThemAsTheyAre(ContentRealm realm)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = new PortalFactory { Time = time };
        var pages = await PagesAsync(portal);
        var before = await TextsAsync(portal, pages.Keys, "avant");

        await using (var context = await portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation))
        {
            await context.Database.ExecuteSqlRawAsync(Changes[realm], Cancellation);
            foreach (var stamp in await context.ContentStamps.ToListAsync(Cancellation))
            {
                stamp.Version = Guid.NewGuid();
            }

            await context.SaveChangesAsync(Cancellation);
        }

        time.Advance(TimeSpan.FromSeconds(3));
        var after = await TextsAsync(portal, pages.Keys, "apres");

        Assert.Contains(pages, p => p.Value.HasFlag(realm) && before[p.Key] != after[p.Key]);
        Assert.All(pages.Where(p => !p.Value.HasFlag(realm)), p => Assert.True(before[p.Key] == after[p.Key], $"{p.Key} shows {realm}"));
    }

    /// <summary>An address of every kind of shared page, with the parts of the content that it names.</summary>
    private static async Task<Dictionary<string, ContentRealm>> PagesAsync(PortalFactory portal)
    {
        var codes = await portal.Services.GetRequiredService<PlaceDirectory>().CodesAsync(Cancellation);
        var services = await portal.Services.GetRequiredService<GuidanceDirectory>().AllAsync(Cancellation);
        var examples = new Dictionary<string, string>
        {
            ["/metiers/{Slug}"] = "/metiers/micro-taches-ia",
            ["/centres/{Code}"] = $"/centres/{codes.Centres[0]}",
            ["/zones/{Code}"] = $"/zones/{codes.Zones[0]}",
            ["/plateformes/{Code}"] = $"/plateformes/{codes.Platforms[0]}",
            ["/orientation/{Code}"] = $"/orientation/{services[0].Code}",
        };
        var pages = portal
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Select(e => (Route: e.RoutePattern.RawText!, Shared: e.Metadata.GetMetadata<SharedPageAttribute>()))
            .Where(e => e.Shared is not null)
            .ToDictionary(e => examples.GetValueOrDefault(e.Route, e.Route), e => e.Shared!.Realms);

        // One address shows a guide or, where there is none, an occupation of the catalogue.
        pages["/metiers/boulanger"] = pages["/metiers/micro-taches-ia"];
        return pages;
    }

    /// <summary>Each page, made for this request, without what is sealed anew for every answer.</summary>
    private static async Task<Dictionary<string, string>> TextsAsync(PortalFactory portal, IEnumerable<string> addresses, string mark)
    {
        var client = portal.CreateClient();
        var texts = new Dictionary<string, string>();
        foreach (var address in addresses)
        {
            using var answer = await client.GetAsync(new Uri($"{address}?{mark}=1", UriKind.Relative), Cancellation);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, address);
            texts[address] = Comment().Replace(await answer.Content.ReadAsStringAsync(Cancellation), "");
        }

        return texts;
    }

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
