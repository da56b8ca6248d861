using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CareerPortal.Offers;
using CareerPortal.Web.Tests.Pages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Offers;

public sealed class OfferPagesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task List_WithoutAnyScript_FiltersByItsAddressAlone()
    {
        await using var site = new OfferSite();
        await site.AddAsync(OfferSite.Facts("Boulanger (H/F/X)"));
        await site.AddAsync(OfferSite.Facts("Boulangère de nuit", "4000", "Liège", "Liège") with { Contract = ContractKind.FixedTerm });
        await site.AddAsync(OfferSite.Facts("Comptable"));

        var all = await site.Client.PageAsync("/offres");
        var bakers = await site.Client.PageAsync("/offres?q=boulanger&v=2");
        var one = await site.Client.PageAsync("/offres?q=boulanger&contrat=cdd&v=2");

        Assert.Equal(3, Titles(all).Count);
        Assert.Equal(["Boulanger (H/F/X)", "Boulangère de nuit"], Titles(bakers).Order());
        Assert.Equal(["Boulangère de nuit"], Titles(one));
        Assert.Equal(2, one.Document.QuerySelectorAll("a.chip").Length);
        Assert.True(one.Document.QuerySelector<IHtmlInputElement>("input[name=contrat][value=cdd]")!.IsChecked);
        Assert.Equal("1", CountOf(one, "contrat", "cdd"));
        Assert.Equal("1", CountOf(one, "contrat", "cdi"));
    }

    [Fact]
    public async Task List_NothingFound_OffersEachFilterLess()
    {
        await using var site = new OfferSite();
        await site.AddAsync(OfferSite.Facts("Boulanger (H/F/X)"));

        var page = await site.Client.PageAsync("/offres?q=boulanger&contrat=cdd&v=2");

        var relaxed = page.Document.QuerySelector<IHtmlAnchorElement>(".empty-state li a")!;
        var found = await site.Client.PageAsync(relaxed.GetAttribute("href")!);
        Assert.Equal(["Boulanger (H/F/X)"], Titles(found));
    }

    [Fact]
    public async Task Offer_OtherWordsInItsAddress_LeadToItsOwn()
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(OfferSite.Facts("Boulanger / Boulangère (H/F/X)"));

        using var moved = await site.AskAsync($"/offres/{id}-autre-chose");
        using var there = await site.AskAsync($"/offres/{id}-boulanger-boulangere");
        using var none = await site.AskAsync("/offres/999999-rien");
        using var odd = await site.AskAsync("/offres/abc");

        Assert.Equal(
            (HttpStatusCode.MovedPermanently, $"/offres/{id}-boulanger-boulangere"),
            (moved.StatusCode, moved.Headers.Location!.OriginalString)
        );
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (there.StatusCode, none.StatusCode, odd.StatusCode));
    }

    [Theory]
    [InlineData("/offres/999999-rien", "NoOffer", "/offres")]
    [InlineData("/en/offres/abc", "NoOffer", "/en/offres")]
    [InlineData("/metiers/rien-de-tel", "NotFound", "/metiers")]
    [InlineData("/quiz/rien-de-tel", "NoQuiz", "/quiz/reprendre")]
    public async Task NotFound_SaysWhatWasAskedFor_AndLeadsOn(string path, string kind, string way)
    {
        await using var site = new OfferSite();

        var page = await site.Client.PageAsync(path);

        var language = path.StartsWith("/en/", StringComparison.Ordinal) ? "en" : "fr";
        Assert.True(PlainTypography.Says(page.Main.Words(), site.Portal.Text($"{kind}.Text", language)));
        Assert.NotNull(page.Main.QuerySelector($".cluster a[href='{way}']"));
    }

    [Fact]
    public async Task Offer_OfThisSite_IsSeenOnNoBoard_AndItsSourceIsPartedFromItsTerms()
    {
        await using var site = new OfferSite();
        await site.AddAsync(OfferSite.Facts("Boulanger"), kind: OfferSourceKind.Portal);
        await site.AddAsync(OfferSite.Facts("Serveur") with { Board = "Un site" }, kind: OfferSourceKind.Example);
        var id = await site.AddAsync(OfferSite.Facts("Comptable"));

        var list = await site.Client.PageAsync("/offres");
        var offer = await site.Client.PageAsync($"/offres/{id}-comptable");

        var seen = site.Portal.Text("Offers.SeenOn", "fr", "La source");
        var seenOn = list.All(".offer-card").Where(c => PlainTypography.Says(c.Words(), "vue sur")).ToList();
        Assert.EndsWith(
            PlainTypography.Bare(seen),
            PlainTypography.Bare(Assert.Single(seenOn).QuerySelector(".offer-when")!.Words()),
            StringComparison.Ordinal
        );
        Assert.Contains("La source – Une source – CC BY-SA 4.0", offer.Document.QuerySelector("#source p")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_FilterThatChoosesNothing_IsNotShown()
    {
        await using var site = new OfferSite();
        await site.AddAsync(OfferSite.Facts("Boulanger"));

        var plain = await site.Client.PageAsync("/offres");
        await site.AddAsync(OfferSite.Facts("Serveur") with { Experience = ExperienceNeed.None });
        var told = await site.Client.PageAsync("/offres");

        Assert.NotEmpty(plain.All(".facet input[name=contrat]"));
        Assert.Equal("skip-here", plain.All("form.offer-search, .skip-here, .filters").ElementAt(1).ClassName);
        Assert.NotNull(plain.Document.QuerySelector(plain.Document.QuerySelector(".skip-here")!.GetAttribute("href")!));
        Assert.Empty(plain.All(".facet input[name=experience]"));
        Assert.Equal(2, told.All(".facet input[name=experience]").Count());
    }

    [Fact]
    public async Task Offer_Closed_IsGoneEverywhereAndLeadsToNearOnes()
    {
        await using var site = new OfferSite();
        var near = await site.AddAsync(OfferSite.Facts("Boulanger de jour"), "D1102");
        var id = await site.AddAsync(OfferSite.Facts("Boulanger de nuit"), "D1102");
        await site.CloseAsync(id);

        using var answer = await site.AskAsync($"/offres/{id}-boulanger-de-nuit");
        var page = await PageReader.ReadAsync(answer, $"/offres/{id}");
        using var program = await site.AskAsync($"/api/v1/offers/{id}");
        var list = await site.Client.PageAsync("/offres");
        var feed = await (await site.AskAsync("/offres/flux.xml")).Content.ReadAsStringAsync(Cancellation);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.Gone), (answer.StatusCode, program.StatusCode));
        Assert.Contains($"/offres/{near}-boulanger-de-jour", page.Html, StringComparison.Ordinal);
        Assert.Equal(["Boulanger de jour"], Titles(list));
        Assert.DoesNotContain("de nuit", feed, StringComparison.Ordinal);
    }

    /// <summary>By the clock alone: nobody closes it.</summary>
    [Fact]
    public async Task Offer_LastDayPassed_IsGoneFromListFeedsSitemapAndProgramsWithinAMinute()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var site = new OfferSite(time);
        var id = await site.AddAsync(
            OfferSite.Facts("Boulanger de nuit") with
            {
                Expires = OfferSite.Today.AddDays(1),
            },
            "D1102",
            OfferSourceKind.Portal
        );
        time.Advance(TimeSpan.FromSeconds(1));
        var before = await EverywhereAsync();

        time.Advance(OfferSite.Today.AddDays(2).ToDateTime(TimeOnly.MinValue) - time.GetUtcNow().UtcDateTime + TimeSpan.FromMinutes(1));
        await WaitAsync(site, id);
        time.Advance(TimeSpan.FromSeconds(1));
        var after = await EverywhereAsync();

        Assert.Equal(["list", "rss", "json", "sitemap", "program"], before);
        Assert.Empty(after);
        using var answer = await site.AskAsync($"/offres/{id}-boulanger-de-nuit");
        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);

        async Task<List<string>> EverywhereAsync()
        {
            var shown = new List<string>();
            foreach (
                var (name, address) in new[]
                {
                    ("list", "/offres"),
                    ("rss", "/offres/flux.xml"),
                    ("json", "/offres/flux.json"),
                    ("sitemap", "/sitemap.xml"),
                    ("program", "/api/v1/offers"),
                }
            )
            {
                using var asked = await site.AskAsync(address);
                var text = await asked.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancellation);
                if (text.Replace('-', ' ').Contains("boulanger de nuit", StringComparison.OrdinalIgnoreCase))
                {
                    shown.Add(name);
                }
            }

            return shown;
        }
    }

    [Fact]
    public async Task Offer_EnteredHere_CarriesCompletePostingAndAnotherNone()
    {
        await using var site = new OfferSite();
        var facts = OfferSite.Facts("Boulanger") with
        {
            Text = "Vous faites le pain.",
            Expires = OfferSite.Today.AddDays(20),
            Pay = new OfferPay(250000, 280000, "EUR", OfferPayPeriod.Month),
        };
        var own = await site.AddAsync(facts, kind: OfferSourceKind.Portal);
        var other = await site.AddAsync(facts);

        var posting = PostingOf(await site.Client.PageAsync($"/offres/{own}-boulanger"));
        var none = PostingOf(await site.Client.PageAsync($"/offres/{other}-boulanger"));

        Assert.Null(none);
        var data = posting!.Value;
        Assert.Equal("Boulanger", data.GetProperty("title").GetString());
        Assert.Equal("Vous faites le pain.", data.GetProperty("description").GetString());
        Assert.Equal("5000", data.GetProperty("jobLocation")[0].GetProperty("address").GetProperty("postalCode").GetString());
        Assert.Equal(2500m, data.GetProperty("baseSalary").GetProperty("value").GetProperty("minValue").GetDecimal());
        Assert.StartsWith(
            facts.Expires.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            data.GetProperty("validThrough").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Offer_HostileTexts_StayTexts()
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(
            OfferSite.Facts("<script>alert(1)</script> Boulanger") with
            {
                Employer = "\"><img src=x onerror=alert(1)>",
                Url = "javascript:alert(1)",
                Text = "</section><script>alert(2)</script>",
            },
            kind: OfferSourceKind.Portal
        );

        var page = await site.Client.PageAsync($"/offres/{id}-script-alert-1-script-boulanger");
        var list = await site.Client.PageAsync("/offres");
        var feed = await (await site.AskAsync("/offres/flux.xml")).Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var document in new[] { page.Document, list.Document })
        {
            Assert.DoesNotContain(document.Scripts, s => s.Text.Contains("alert(", StringComparison.Ordinal) && s.Type != "application/ld+json");
            Assert.Empty(document.QuerySelectorAll("img[onerror], a[href^='javascript:']"));
        }

        Assert.Equal("<script>alert(1)</script> Boulanger", XDocument.Parse(feed).Descendants("item").Single().Element("title")!.Value);
    }

    [Fact]
    public async Task Feeds_OfASearch_AreReadByAParserAndAskedForOnce()
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(OfferSite.Facts("Boulanger & pâtissier"));
        await site.AddAsync(OfferSite.Facts("Comptable"));

        using var rss = await site.AskAsync("/offres/flux.xml?q=boulanger&v=2");
        using var json = await site.AskAsync("/nl/offres/flux.json?q=boulanger&v=2");
        var unchanged = await AgainAsync(site, rss);

        var item = XDocument.Parse(await rss.Content.ReadAsStringAsync(Cancellation)).Descendants("item").Single();
        var data = JsonSerializer.Deserialize<JsonElement>(await json.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("Boulanger & pâtissier", item.Element("title")!.Value);
        Assert.EndsWith($"/offres/{id}-boulanger-patissier", item.Element("link")!.Value, StringComparison.Ordinal);
        Assert.Equal("Boulanger & pâtissier", data.GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Equal(1, data.GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotModified, unchanged);
    }

    [Fact]
    public async Task Programs_AskTheSameFilters_AndFollowChanges()
    {
        await using var site = new OfferSite();
        await site.AddAsync(OfferSite.Facts("Boulanger"));
        var second = await site.AddAsync(OfferSite.Facts("Boulangère", "4000", "Liège", "Liège"));

        var list = await JsonAsync(site, "/api/v1/offers?q=boulanger&province=Li%C3%A8ge&pageSize=1&v=2");
        var snapshot = await JsonAsync(site, "/api/v1/offers/changes");
        await site.CloseAsync(second);
        var news = await JsonAsync(site, $"/api/v1/offers/changes?since={snapshot.GetProperty("cursor").GetString()}");
        using var bad = await site.AskAsync("/api/v1/offers?pageSize=101");
        using var unknown = await site.AskAsync("/api/v1/offers?lieu=Nullepart&v=2");
        using var mistyped = await site.AskAsync("/api/v1/offers?contrat=cdi,permanent&v=2");

        Assert.Equal(1, list.GetProperty("total").GetInt32());
        Assert.Equal("Boulangère", list.GetProperty("items")[0].GetProperty("title").GetString());
        Assert.Equal("CC BY-SA 4.0", list.GetProperty("items")[0].GetProperty("licence").GetString());
        Assert.Equal(2, snapshot.GetProperty("items").GetArrayLength());
        Assert.Equal(second, news.GetProperty("removed")[0].GetProperty("id").GetInt64());
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (bad.StatusCode, unknown.StatusCode));
        Assert.Equal(HttpStatusCode.BadRequest, mistyped.StatusCode);
        using var why = JsonDocument.Parse(await mistyped.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains("« contrat »", Wording.Plain(why.RootElement.GetProperty("detail").GetString()!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_PostedForm_IsKept_AndNothingChosenOrATrapIsNot()
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(OfferSite.Facts("Boulanger"));
        var path = $"/offres/{id}/signaler";

        using var empty = await PostAsync(site, path, ("Words", "Bonjour"));
        using var trap = await PostAsync(site, path, ("Reason", "Expired"), ("Website", "https://reclame.example"));
        using var sent = await PostAsync(site, path, ("Reason", "AsksForPayment"), ("Words", "50 <b>euros</b>"), ("Website", ""));

        await using var context = await site.ContextAsync();
        var report = await context.OfferReports.SingleAsync(Cancellation);
        Assert.Equal(HttpStatusCode.OK, empty.StatusCode);
        Assert.Contains("Bonjour", await empty.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.Found), (trap.StatusCode, sent.StatusCode));
        Assert.Equal((id, OfferReportReason.AsksForPayment, "50 <b>euros</b>"), (report.OfferId, report.Reason, report.Words));
    }

    [Fact]
    public async Task Occupation_LeadsToItsOffers_AndTheScriptsPieceCountsThem()
    {
        await using var site = new OfferSite();
        await site.AddAsync(OfferSite.Facts("Boulanger"), "D1102");

        var occupation = await site.Client.PageAsync("/metiers/boulanger");
        var href = occupation.Document.QuerySelector("[data-offers]")!.GetAttribute("data-offers")!;
        using var piece = await site.AskAsync(href);
        var html = await piece.Content.ReadAsStringAsync(Cancellation);

        Assert.Equal(HttpStatusCode.OK, piece.StatusCode);
        Assert.Contains("-boulanger", html, StringComparison.Ordinal);
    }

    /// <summary>
    /// Asks once more for what is there. Which state is current is known for less than half a second: right after a change the first answer may bear
    /// the tag of the one before.
    /// </summary>
    private static async Task<HttpStatusCode> AgainAsync(OfferSite site, HttpResponseMessage first)
    {
        var (address, tag, status) = (first.RequestMessage!.RequestUri!.PathAndQuery, first.Headers.ETag!, first.StatusCode);
        for (var turn = 0; turn < 20 && status == HttpStatusCode.OK; turn++)
        {
            await Task.Delay(100, Cancellation);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
            request.Headers.IfNoneMatch.Add(tag);
            using var answer = await site.Client.SendAsync(request, Cancellation);
            (tag, status) = (answer.Headers.ETag!, answer.StatusCode);
        }

        return status;
    }

    private static List<string> Titles(SitePage page) => [.. page.Document.QuerySelectorAll(".offer-list h2 a").Select(a => a.TextContent.Trim())];

    private static string CountOf(SitePage page, string key, string value) =>
        page.Document.QuerySelector($"input[name={key}][value={value}]")!.ParentElement!.QuerySelector(".meta")!.TextContent.Trim();

    private static JsonElement? PostingOf(SitePage page) =>
        page
            .Document.Scripts.Where(s => s.Type == "application/ld+json")
            .Select(s => (JsonElement?)JsonSerializer.Deserialize<JsonElement>(s.Text))
            .FirstOrDefault(d => d!.Value.GetProperty("@type").GetString() == "JobPosting");

    private static async Task<JsonElement> JsonAsync(OfferSite site, string path)
    {
        using var answer = await site.AskAsync(path);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode}");
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<HttpResponseMessage> PostAsync(OfferSite site, string path, params (string Name, string Value)[] fields)
    {
        var page = await site.Client.PageAsync(path);
        var token = page.Document.QuerySelector<IHtmlInputElement>("form.vote-form input[name=__RequestVerificationToken]")!.Value;
        var sent = fields.Append(("_handler", "report")).Append(("__RequestVerificationToken", token));
        return await site.Client.PostAsync(
            new Uri(path, UriKind.Relative),
            new FormUrlEncodedContent(sent.Select(f => KeyValuePair.Create(f.Item1, f.Item2))),
            Cancellation
        );
    }

    /// <summary>Until the job has closed it, which the clock has called.</summary>
    private static async Task WaitAsync(OfferSite site, long id)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            await using var context = await site.ContextAsync();
            if (await context.Set<JobOffer>().AnyAsync(o => o.Id == id && o.State == OfferState.Closed, Cancellation))
            {
                return;
            }

            await Task.Delay(50, Cancellation);
        }
    }
}
