using System.Net;

namespace CareerPortal.Web.Tests.Pages;

public sealed class AddressTests(PublicPages site)
{
    private static readonly string[] Paths =
    [
        "/",
        "/metiers",
        "/quiz",
        "/quiz/reprendre",
        "/centres",
        "/zones",
        "/plateformes",
        "/vie-privee",
        "/accessibilite",
        "/donnees",
    ];

    [Fact]
    public void EveryLink_Followed_Answers200() => site.Each(p => p.Status == HttpStatusCode.OK ? [] : [$"{p.Address} answers {(int)p.Status}"]);

    [Fact]
    public void Site_InFourLanguages_IsTheSameSize()
    {
        var counts = site.All.Where(p => !p.Address.Contains('?', StringComparison.Ordinal)).CountBy(p => p.Language).ToDictionary();

        Assert.Equal(4, counts.Count);
        Assert.All(counts.Values, count => Assert.Equal(counts["fr"], count));
        Assert.True(counts["fr"] > 60, $"Only {counts["fr"]} pages were found.");
    }

    [Fact]
    public void FixedAddresses_InEveryLanguage_AreLinked() =>
        Faults.None(
            from language in PublicPages.LanguageCodes
            from path in Paths.Concat(PublicPages.CompleteGuides.SelectMany(s => new[] { $"/metiers/{s}", $"/quiz/{s}" }))
            where !site.Holds(PublicPages.In(language, path))
            select $"No link leads to {PublicPages.In(language, path)}"
        );

    [Theory]
    [InlineData("/metiers/astronaute")]
    [InlineData("/quiz/astronaute")]
    [InlineData("/quiz/session/0000-0000-0000-0000")]
    [InlineData("/quiz/session/n-importe-quoi")]
    [InlineData("/quiz/session/0000-0000-0000-0000/pause")]
    [InlineData("/quiz/session/0000-0000-0000-0000/resultat")]
    [InlineData("/centres/nulle-part")]
    [InlineData("/zones/nulle-part")]
    [InlineData("/plateformes/aucune")]
    [InlineData("/rien/du/tout")]
    [InlineData("/statut/500")]
    [InlineData("/metiers/..%2f..%2fappsettings.json")]
    public async Task UnknownAddress_InEveryLanguage_Answers404WithAWayOn(string path)
    {
        foreach (var language in PublicPages.LanguageCodes)
        {
            var page = await site.Portal.CreateClient().PageAsync(PublicPages.In(language, path));

            Assert.Equal(HttpStatusCode.NotFound, page.Status);
            var title = path.StartsWith("/quiz", StringComparison.Ordinal) ? "NoQuiz.Title" : "NotFound.Title";
            Assert.Equal(site.Portal.Text(title, language), page.All("h1").Single().Words());
            Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
            Assert.Contains(page.Main.QuerySelectorAll("form[role=search] input"), i => i.Name().Length > 0);
            Assert.Contains(page.Main.QuerySelectorAll("a"), a => a.GetAttribute("href") == PublicPages.In(language, "/metiers"));
        }
    }

    [Theory]
    [InlineData("/fr", "/")]
    [InlineData("/fr/metiers?q=scan", "/metiers?q=scan")]
    public async Task FrenchPrefix_Given_RedirectsToTheAddressWithout(string asked, string told)
    {
        var client = site.Portal.CreateClient(new() { AllowAutoRedirect = false });

        using var response = await client.GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(told, response.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/fr//example.org")]
    [InlineData("/fr/%2f/example.org")]
    [InlineData("/fr/\\example.org")]
    public async Task FrenchPrefix_WithAnotherHostBehindIt_DoesNotLeadThere(string asked)
    {
        var client = site.Portal.CreateClient(new() { AllowAutoRedirect = false });

        using var response = await client.GetAsync(new Uri("http://localhost" + asked), TestContext.Current.CancellationToken);

        var told = response.Headers.Location is { } location ? new Uri(new Uri("http://localhost/"), location.OriginalString).Host : "localhost";
        Assert.Equal("localhost", told);
    }
}
