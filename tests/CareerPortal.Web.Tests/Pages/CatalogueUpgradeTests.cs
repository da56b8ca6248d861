using System.Net;
using CareerPortal.Catalogue;
using CareerPortal.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>A new edition of the catalogue leaves no address dead: each of the edition before leads on, or says what became of it.</summary>
[Slow]
public sealed class CatalogueUpgradeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Addresses_OfTheEditionBefore_LeadOnOrSayWhatBecameOfThem()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = new PortalFactory { Time = time };
        var import = portal.Services.GetRequiredService<CatalogueImport>();
        await import.ApplyAsync(
            Edition(
                "essai-1",
                Occupation("Z1101", "potier d'essai"),
                Occupation("Z1102", "tourneur d'essai"),
                Occupation("Z1103", "mouleur d'essai")
            ),
            Cancellation
        );
        time.Advance(TimeSpan.FromSeconds(3));
        using var client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        string[] before = ["potier-d-essai", "tourneur-d-essai", "mouleur-d-essai"];
        var statuses = await StatusesAsync(client, before);

        await import.ApplyAsync(
            Edition("essai-2", Occupation("Z1101", "potière d'atelier d'essai"), Occupation("Z1201", "façonneur d'essai")) with
            {
                Replacements = [new ListedReplacement("Z1102", "Z1201")],
            },
            Cancellation
        );
        time.Advance(TimeSpan.FromSeconds(3));
        var after = await StatusesAsync(client, [.. before, "faconneur-d-essai", "jamais-vu"]);

        Assert.All(statuses, s => Assert.Equal((HttpStatusCode.OK, ""), s));
        Assert.Equal(
            [
                (HttpStatusCode.OK, ""),
                (HttpStatusCode.MovedPermanently, "/metiers/faconneur-d-essai"),
                (HttpStatusCode.Gone, ""),
                (HttpStatusCode.OK, ""),
                (HttpStatusCode.NotFound, ""),
            ],
            after
        );
        var gone = await portal.CreateClient().PageAsync("/metiers/mouleur-d-essai");
        Assert.Contains(
            portal.Text("OccupationPage.GoneText", "fr", "mouleur d'essai"),
            Wording.Plain(gone.Main.TextContent),
            StringComparison.Ordinal
        );
        Assert.Contains(gone.All("main a"), a => a.GetAttribute("href") == "/metiers/potier-d-essai");
        Assert.Empty(PageRules.FaultsOf(gone));
        Assert.Equal(HttpStatusCode.OK, (await portal.CreateClient().PageAsync("/metiers/comparer?m=tourneur-d-essai")).Status);
    }

    [Fact]
    public async Task Links_OfThePagesAfterAnUpgrade_AllAnswer()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = new PortalFactory { Time = time };
        var import = portal.Services.GetRequiredService<CatalogueImport>();
        var first = Enumerable.Range(1101, 12).Select(n => Occupation($"Z{n}", $"essayeur {n}", $"Z{n + 1}", $"Z{n + 2}")).ToArray();
        await import.ApplyAsync(Edition("essai-1", first), Cancellation);
        await import.ApplyAsync(
            Edition("essai-2", [.. first.Where((_, at) => at % 3 != 0)]) with
            {
                Replacements = [new ListedReplacement("Z1104", "Z1105")],
            },
            Cancellation
        );
        time.Advance(TimeSpan.FromSeconds(3));
        var client = portal.CreateClient();
        var view = await portal.Services.GetRequiredService<CatalogueShelf>().CurrentAsync(Cancellation);
        var dead = new List<string>();

        foreach (var occupation in view.Occupations)
        {
            var page = await client.PageAsync($"/metiers/{occupation.Slug}");
            foreach (var link in PublicPages.InternalLinks(page))
            {
                using var answer = await client.GetAsync(new Uri(link, UriKind.Relative), Cancellation);
                if (!answer.IsSuccessStatusCode)
                {
                    dead.Add($"{page.Address} leads to {link}: {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Equal(8, view.Occupations.Count);
        Faults.None(dead);
    }

    private static ListedOccupation Occupation(string code, string title, params string[] neighbours) =>
        new(
            code,
            new CatalogueFacts
            {
                Masculine = title,
                Feminine = title,
                Parent = "Z1101",
                Domain = "Z11",
                Neighbours = neighbours,
            }
        );

    private static CatalogueEdition Edition(string name, params ListedOccupation[] occupations) =>
        new()
        {
            Name = name,
            Occupations = occupations,
            Terms = [new ListedTerm(TermKind.Family, "Z1101", new LocalisedText("Essais"))],
            Sources = [new ListedSource("rome", "Essai", name, "libre", "Source : essai", null, occupations.Length)],
        };

    private static async Task<List<(HttpStatusCode Status, string Location)>> StatusesAsync(HttpClient client, IEnumerable<string> slugs)
    {
        var found = new List<(HttpStatusCode, string)>();
        foreach (var slug in slugs)
        {
            using var answer = await client.GetAsync(new Uri($"/metiers/{slug}", UriKind.Relative), Cancellation);
            found.Add((answer.StatusCode, $"{answer.Headers.Location}"));
        }

        return found;
    }
}
