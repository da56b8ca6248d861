using System.Net;
using System.Text.Json;
using CareerPortal.Catalogue;
using CareerPortal.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Api;

/// <summary>Whoever follows the catalogue has the catalogue.</summary>
[Slow]
public sealed class CatalogueChangesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Changes_FollowedOverTwoEditions_GiveTheCatalogueAsItIs()
    {
        await using var site = new OpenSite();
        await site.AgeAsync();
        var known = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var (cursor, asked, first) = await FollowAsync(site, null, known);
        Assert.Equal(1584, known.Count);
        Assert.Equal((16, true), (asked, first.GetProperty("isSnapshot").GetBoolean()));

        await site.ImportAsync(
            "rome-461",
            all =>
                all.Where(o => o.Code is not ("A1101" or "K1802"))
                    .Select(o => o.Code == "A1201" ? o with { Facts = o.Facts with { Riasec = "S" } } : o),
            new ListedReplacement("A1101", "A1201")
        );
        var news = await UntilTheMarkAsync(site, cursor, known);
        var told = news.GetProperty("items").EnumerateArray().ToDictionary(e => e.GetProperty("code").GetString()!);

        Assert.Equal(["A1101", "A1201", "K1802"], told.Keys.Order());
        Assert.Equal(("gone", "A1201"), (told["A1101"].GetProperty("kind").GetString(), told["A1101"].GetProperty("replacedBy").GetString()));
        Assert.Equal("S", told["A1201"].GetProperty("occupation").GetProperty("riasec").GetString());
        Assert.Equal(await CatalogueAsync(site), known);
        using var moved = await site.AskAsync("/api/v1/occupations/a1101?lang=nl");
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "/api/v1/occupations/A1201?lang=nl"),
            (moved.StatusCode, moved.Headers.Location!.OriginalString)
        );
    }

    [Theory]
    [InlineData("x")]
    [InlineData("MXx8fHw")]
    [InlineData("")]
    [InlineData("%00")]
    public async Task Changes_SinceWhatIsNoCursor_AreRefused(string since)
    {
        await using var site = new OpenSite();

        using var answer = await site.AskAsync($"/api/v1/catalogue/changes?since={since}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(site.Portal.Text("Api.BadCursor"), Wording.Plain(problem.GetProperty("detail").GetString()!));
    }

    [Fact]
    public async Task Changes_SinceAStateOfAnotherStore_AskToBeginAgain()
    {
        await using var site = new OpenSite();
        var elsewhere = new CatalogueCursor(new CatalogueMoment(Guid.NewGuid(), 1, 1, "rome-1")).Write();

        using var answer = await site.AskAsync($"/api/v1/catalogue/changes?since={elsewhere}&lang=en");

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("without", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    private static async Task<(string Cursor, int Asked, JsonElement First)> FollowAsync(
        OpenSite site,
        string? cursor,
        SortedDictionary<string, string> known
    )
    {
        JsonElement? first = null;
        for (var asked = 1; ; asked++)
        {
            var page = await site.ReadAsync("/api/v1/catalogue/changes" + (cursor is null ? "" : $"?since={cursor}"));
            first ??= page;
            foreach (var told in page.GetProperty("items").EnumerateArray())
            {
                var code = told.GetProperty("code").GetString()!;
                if (told.GetProperty("kind").GetString() == "listed")
                {
                    known[code] = Comparable(told.GetProperty("occupation"));
                }
                else
                {
                    known.Remove(code);
                }
            }

            cursor = page.GetProperty("cursor").GetString()!;
            if (!page.GetProperty("hasMore").GetBoolean())
            {
                return (cursor, asked, first.Value);
            }
        }
    }

    /// <summary>A node asks at most every 400 ms whether anything has changed.</summary>
    private static async Task<JsonElement> UntilTheMarkAsync(OpenSite site, string cursor, SortedDictionary<string, string> known)
    {
        while (true)
        {
            var (next, _, first) = await FollowAsync(site, cursor, known);
            if (first.GetProperty("total").GetInt32() > 0)
            {
                return first;
            }

            cursor = next;
            await Task.Delay(100, Cancellation);
        }
    }

    private static async Task<SortedDictionary<string, string>> CatalogueAsync(OpenSite site)
    {
        var file = await site.ReadAsync("/api/v1/catalogue.json");
        Assert.Equal(["A1101", "K1802"], file.GetProperty("givenUp").EnumerateArray().Select(g => g.GetProperty("code").GetString()!));
        return new(
            file.GetProperty("occupations").EnumerateArray().ToDictionary(o => o.GetProperty("code").GetString()!, Comparable),
            StringComparer.Ordinal
        );
    }

    /// <summary>The regions' lists stand in the file alone.</summary>
    private static string Comparable(JsonElement occupation) =>
        string.Join('\n', occupation.EnumerateObject().Where(p => p.Name != "shortages").Select(p => $"{p.Name}: {p.Value.GetRawText()}"));
}
