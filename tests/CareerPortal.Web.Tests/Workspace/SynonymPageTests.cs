using System.Net;
using CareerPortal.Accounts;
using CareerPortal.Offers;
using CareerPortal.Search;
using CareerPortal.Web.Workspace.Review;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Workspace;

public sealed class SynonymPageTests : IDisposable
{
    private const string Page = "/espace/offres/recherches";

    private readonly SignedInSite _site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task SynonymPage_WordsInVainOnTheBoard_FindOffersOnceTheyMeanSomething()
    {
        await AddOfferAsync();
        using var reader = _site.Browser(null);
        using var reviewer = _site.Browser(await _site.PersonAsync());

        var vain = await reader.GetStringAsync(Address("/offres?q=zzmitronneur"), Cancellation);
        await reader.GetAsync(Address("/offres?q=zzmitronneur&contrat=cdi"), Cancellation);
        await reader.GetAsync(Address("/offres?q=boulanger&contrat=cdd"), Cancellation);
        var adopted = await PostAsync(reviewer, "adopter", ("mots", "zzmitronneur"), ("codes", "d1102"));
        var page = await reviewer.GetStringAsync(Address(Page), Cancellation);
        await Task.Delay(TimeSpan.FromMilliseconds(500), Cancellation);
        var found = await reader.GetStringAsync(Address("/offres?q=zzmitronneur"), Cancellation);

        Assert.DoesNotContain("Boulanger de nuit", vain, StringComparison.Ordinal);
        Assert.Equal([new MissedWords("fr", "zzmitronneur", 2, SearchedIn.Offers)], _site.Services.GetRequiredService<SearchMissCounter>().Take());
        Assert.Equal(HttpStatusCode.Found, adopted.StatusCode);
        Assert.Contains("zzmitronneur", page, StringComparison.Ordinal);
        Assert.Contains("Boulanger de nuit", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SynonymPage_RefusedSynonym_SaysWhyAndKeepsWhatWasTyped()
    {
        await AddOfferAsync();
        using var reviewer = _site.Browser(await _site.PersonAsync());

        var answer = await PostAsync(reviewer, "adopter", ("mots", "boulanger <b>"), ("codes", "D1102"));
        var page = await answer.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("role=\"alert\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"boulanger &lt;b&gt;\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"D1102\"", page, StringComparison.Ordinal);
        await using var context = _site.Store();
        Assert.False(await context.OfferSynonyms.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task SynonymPage_Author_SeesButHasNothingToPress()
    {
        using var author = _site.Browser(await _site.PersonAsync(AccountRole.Author), AccountRole.Author);

        var page = await author.GetStringAsync(Address(Page), Cancellation);

        Assert.DoesNotContain("value=\"adopter\"", page, StringComparison.Ordinal);
    }

    private static Uri Address(string path) => new(path, UriKind.Relative);

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string button, params (string Name, string Value)[] fields) =>
        client.PostAsync(
            Address(Page),
            new FormUrlEncodedContent([
                .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
                KeyValuePair.Create("_handler", DeskPage.FormName),
                KeyValuePair.Create(DeskPage.Button, button),
            ]),
            Cancellation
        );

    private async Task AddOfferAsync()
    {
        await using var context = _site.Store();
        context.AddRange(
            new OfferSource
            {
                Key = "source",
                Kind = OfferSourceKind.File,
                Name = "Source",
                Licence = "CC0",
                Attribution = "Source",
            },
            new OfferCounter { Last = 1 },
            new JobOffer
            {
                Source = "source",
                ExternalId = "1",
                Facts = new OfferFacts { Title = "Boulanger de nuit", Published = DateOnly.FromDateTime(DateTime.UtcNow) },
                Hash = "",
                FirstSeenUtc = DateTime.UtcNow,
                LastSeenUtc = DateTime.UtcNow,
                Published = DateOnly.FromDateTime(DateTime.UtcNow),
                OccupationCode = "D1102",
                Sequence = 1,
            }
        );
        await context.SaveChangesAsync(Cancellation);
    }
}
