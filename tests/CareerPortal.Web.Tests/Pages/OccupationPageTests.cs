using System.Net;
using System.Text;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>The pages of the occupations that the catalogue lists, and their comparison.</summary>
public sealed class OccupationPageTests : IClassFixture<PortalFactory>
{
    private const int Drawn = 40;
    private const int MostBytes = 150_000;

    private readonly PortalFactory _portal;

    public OccupationPageTests(PortalFactory portal)
    {
        _portal = portal;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CatalogueShelf Shelf => _portal.Services.GetRequiredService<CatalogueShelf>();

    [Fact]
    public async Task Pages_OfFortyOccupationsDrawnAtRandom_KeepEveryRule()
    {
        var client = _portal.CreateClient();
        var faults = new List<string>();

        foreach (var (occupation, language) in (await DrawAsync()).Zip(Enumerable.Repeat(PublicPages.LanguageCodes, Drawn).SelectMany(l => l)))
        {
            var page = await client.PageAsync(PublicPages.In(language, $"/metiers/{occupation.Slug}"));
            faults.AddRange(PageRules.FaultsOf(page));
            if (page.Status != HttpStatusCode.OK || Encoding.UTF8.GetByteCount(page.Html) >= MostBytes)
            {
                faults.Add($"{page.Address} answers {page.Status} with {page.Html.Length} letters");
            }
        }

        Faults.None(faults);
    }

    [Fact]
    public async Task Comparison_OfOccupationsDrawnAtRandom_KeepsEveryRule()
    {
        var client = _portal.CreateClient();
        var faults = new List<string>();

        foreach (var three in (await DrawAsync()).Chunk(3).Take(8))
        {
            var page = await client.PageAsync($"/metiers/comparer?{string.Join('&', three.Select(o => $"m={o.Slug}"))}");
            faults.AddRange(PageRules.FaultsOf(page));
            if (page.All(".compare-table thead a").Count() != three.Length)
            {
                faults.Add($"{page.Address} does not compare {three.Length}");
            }
        }

        Faults.None(faults);
    }

    [Fact]
    public async Task Page_OfAnOccupation_SaysWhatIsDerivedAndThatNobodyReviewedIt()
    {
        var occupation = (await Shelf.CurrentAsync(Cancellation)).Occupations.First(o => o.Facts.Levels.Count > 0 && o.Facts.Neighbours.Count > 0);

        var page = await _portal.CreateClient().PageAsync($"/metiers/{occupation.Slug}");

        var words = Wording.Plain(page.Main.TextContent);
        Assert.Contains(_portal.Text("OccupationPage.NotReviewed"), words, StringComparison.Ordinal);
        Assert.Contains(_portal.Text("OccupationPage.QualitiesNote"), words, StringComparison.Ordinal);
        Assert.Contains(_portal.Text("NearReason.Mobility"), words, StringComparison.Ordinal);
        Assert.Contains("Source : France Travail, ROME 4.0", words, StringComparison.Ordinal);
        Assert.Equal("noindex", page.Document.QuerySelector("meta[name=robots]")?.GetAttribute("content"));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Page_InAnotherLanguage_MarksWhatIsFrenchAndSaysSo(string language)
    {
        var occupation = (await DrawAsync())[0];

        var page = await _portal.CreateClient().PageAsync($"/{language}/metiers/{occupation.Slug}");

        Assert.Equal("fr", page.Main.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Contains(
            _portal.Text("OccupationPage.InFrench", language),
            page.Main.QuerySelectorAll(".guide-hero .notice").Select(n => Wording.Plain(n.TextContent))
        );
    }

    [Fact]
    public async Task Page_WithTextsOfAnOperator_ShowsThoseThatAreNotHeldBack()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = new PortalFactory { Time = time };
        var occupation = (await portal.Services.GetRequiredService<CatalogueShelf>().CurrentAsync(Cancellation)).Occupations[0];
        await using (var context = await ContextAsync(portal))
        {
            context.Add(Text(occupation, CatalogueTextKind.Definition, "Un texte du répertoire.", null));
            context.Add(Text(occupation, CatalogueTextKind.Access, "Avec un diplôme de là-bas.", "diplôme"));
            context.Add(
                new ShortageListing
                {
                    Region = "wallonie",
                    Year = 2026,
                    Kind = ShortageKind.WorkPermit,
                    Label = "Conducteurs d'engins",
                    OccupationCode = occupation.Code,
                    Confidence = 0.8,
                    Source = "Liste essai",
                    Dated = new DateOnly(2026, 3, 1),
                }
            );
            await context.SaveChangesAsync(Cancellation);
        }

        time.Advance(TimeSpan.FromSeconds(3));
        var page = await portal.CreateClient().PageAsync($"/metiers/{occupation.Slug}");

        var words = Wording.Plain(page.Main.TextContent);
        Assert.Contains("Un texte du répertoire.", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Avec un diplôme de là-bas.", words, StringComparison.Ordinal);
        Assert.Contains(portal.Text("ShortageKind.WorkPermit"), words, StringComparison.Ordinal);
        Assert.DoesNotContain(portal.Text("ShortageKind.Shortage") + " –", words, StringComparison.Ordinal);
        Assert.Empty(PageRules.FaultsOf(page));
    }

    [Fact]
    public async Task Review_OfAPage_LetsSearchEnginesHaveIt()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = new PortalFactory { Time = time };
        var occupation = (await portal.Services.GetRequiredService<CatalogueShelf>().CurrentAsync(Cancellation)).Occupations[0];
        await using (var context = await ContextAsync(portal))
        {
            (await context.CatalogueOccupations.SingleAsync(o => o.Code == occupation.Code, Cancellation)).Review(DateTime.UtcNow);
            await context.SaveChangesAsync(Cancellation);
        }

        time.Advance(TimeSpan.FromSeconds(3));
        var client = portal.CreateClient();
        var page = await client.PageAsync($"/metiers/{occupation.Slug}");
        var map = await client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), Cancellation);

        Assert.Null(page.Document.QuerySelector("meta[name=robots]"));
        Assert.EndsWith(
            $"/metiers/{occupation.Slug}",
            page.Document.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!,
            StringComparison.Ordinal
        );
        Assert.Contains($"/metiers/{occupation.Slug}</loc>", map, StringComparison.Ordinal);
        Assert.DoesNotContain($"/nl/metiers/{occupation.Slug}</loc>", map, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_OfAGuideAndOccupations_ShowsThreeAndLeavesOutWhatIsUnknown()
    {
        var drawn = await DrawAsync();

        var page = await _portal
            .CreateClient()
            .PageAsync($"/metiers/comparer?m=annotateur-de-donnees-ia&m={drawn[0].Slug}&m=jamais-vu&m={drawn[1].Slug}");

        Assert.Equal(
            ["/metiers/annotateur-de-donnees-ia", $"/metiers/{drawn[0].Slug}"],
            page.All(".compare-table thead a").Select(a => a.GetAttribute("href"))
        );
        Assert.Contains(_portal.Text("Compare.Unknown"), Wording.Plain(page.Main.TextContent), StringComparison.Ordinal);
        Assert.Empty(PageRules.FaultsOf(page));
    }

    [Fact]
    public async Task Comparison_OfATitleTyped_LeadsToTheAddressThatHoldsIt()
    {
        var view = await Shelf.CurrentAsync(Cancellation);
        var first = view.Occupations[0];
        var titles = view.Occupations.Select(o => o.Facts.Masculine).ToList();
        var meant = view.Occupations.First(o =>
            o.Code != first.Code && titles.Count(t => t == o.Facts.Masculine) == 1 && o.Facts.Masculine.Length < 60
        );
        using var client = _portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

        using var answer = await client.GetAsync(
            new Uri($"/metiers/comparer?m={first.Slug}&ajouter={Uri.EscapeDataString(meant.Facts.Masculine)}", UriKind.Relative),
            Cancellation
        );

        Assert.Equal($"/metiers/comparer?m={first.Slug}&m={meant.Slug}", $"{answer.Headers.Location}");
    }

    [Fact]
    public async Task Comparison_OfAWordThatManyTitlesHold_OffersThem()
    {
        var page = await _portal.CreateClient().PageAsync("/metiers/comparer?ajouter=conducteur");

        Assert.InRange(page.All("[aria-labelledby=lequel] a[href^='/metiers/comparer?m=']").Count(), 2, 8);
        Assert.Empty(PageRules.FaultsOf(page));
    }

    private static CatalogueText Text(ListedEntry occupation, CatalogueTextKind kind, string text, string? heldBackFor) =>
        new()
        {
            OccupationCode = occupation.Code,
            Kind = kind,
            Text = text,
            HeldBackFor = heldBackFor,
        };

    private static Task<PortalDbContext> ContextAsync(PortalFactory portal) =>
        portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation);

    /// <summary>Forty occupations, the same at every run.</summary>
    private async Task<IReadOnlyList<ListedEntry>> DrawAsync()
    {
        var all = (await Shelf.CurrentAsync(Cancellation)).Occupations;
        var random = new Random(20261129);
        return [.. all.OrderBy(_ => random.Next()).Take(Drawn)];
    }
}
