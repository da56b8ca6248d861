using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CareerPortal.Offers;
using CareerPortal.Offers.Shortlist;
using CareerPortal.Web.Offers.Shortlist;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Offers;

/// <summary>Keeping, hiding and recognising offers without an account and without a script.</summary>
public sealed class ShortlistTests
{
    /// <summary>Addresses are made in the language of whoever asks: here in French, whatever the machine speaks.</summary>
    public ShortlistTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-BE");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keep_FromTheList_IsKeptInOrderAndSurvivesItsClosing()
    {
        await using var site = new OfferSite();
        var (first, second) = (await site.AddAsync(OfferSite.Facts("Boulanger")), await site.AddAsync(OfferSite.Facts("Comptable")));
        var reader = new Reader(site);

        await reader.GoAsync("/offres?q=boulanger&v=2");
        await reader.PressAsync($"Keep:{first}");
        Assert.Equal("/offres?q=boulanger&v=2", reader.Page.Address);
        await reader.GoAsync($"/offres/{second}");
        await reader.PressAsync($"Keep:{second}");
        await site.CloseAsync(first);
        await reader.GoAsync("/offres/ma-liste");
        var kept = reader.Titles;
        var closed = reader.Page.Document.QuerySelector($"#offre-{first}")!;
        var closedText = closed.Words();
        await reader.PressAsync($"Drop:{second}");

        Assert.Equal(["Comptable", "Boulanger"], kept);
        Assert.Contains(site.Portal.Text("Shortlist.Closed", "fr").Split(':')[0].Trim(), closedText, StringComparison.Ordinal);
        Assert.Equal(["Boulanger"], reader.Titles);
        await reader.PressAsync("Empty");
        Assert.Empty(reader.Titles);
        Assert.DoesNotContain(ReaderCookies.Choices, reader.Cookies.Keys);
    }

    [Fact]
    public async Task Hide_OfferEmployerAndAgencies_LeavesThemOutOfTheListItsCountsAndSaysSo()
    {
        await using var site = new OfferSite();
        var baker = await site.AddAsync(OfferSite.Facts("Boulanger"));
        var agency = await site.AddAsync(OfferSite.Facts("Comptable") with { Employer = "Intérim Plus", EmployerKind = EmployerKind.Agency });
        var chef = await site.AddAsync(OfferSite.Facts("Cuisinier") with { Employer = "Chez Léon", Contract = ContractKind.FixedTerm });
        await site.AddAsync(OfferSite.Facts("Serveur") with { Employer = "CHEZ LEON" });
        var (reader, other) = (new Reader(site), new Reader(site));

        await reader.GoAsync("/offres");
        await reader.PressAsync($"Hide:{baker}");
        Assert.Equal(["Comptable", "Cuisinier", "Serveur"], reader.Titles.Order());
        await reader.PressAsync($"HideEmployer:{chef}");
        await reader.PressAsync($"HideAgencies:{agency}");
        var (count, line) = (reader.Count, reader.Page.Document.QuerySelector("#masquees")!.Words());
        var counted = await CountedAsync(site, reader);
        await reader.GoAsync(reader.Page.Document.QuerySelector("#masquees a")!.GetAttribute("href")!);
        var lifted = reader.Titles.Count;
        await reader.PressAsync($"Show:{baker}");
        await reader.GoAsync("/offres");
        await other.GoAsync("/offres");

        Assert.Equal(site.Portal.Text("Offers.CountNone", "fr"), count.Replace('\u00A0', ' '));
        Assert.StartsWith("4", line, StringComparison.Ordinal);
        Assert.Equal((0, 4), (counted, lifted));
        Assert.Equal(["Boulanger"], reader.Titles);
        Assert.Equal("1", reader.Page.Document.QuerySelector("input[name=contrat][value=cdi]")!.ParentElement!.QuerySelector(".meta")!.TextContent);
        Assert.Null(reader.Page.Document.QuerySelector("input[name=contrat][value=cdd]"));
        Assert.Equal(4, other.Titles.Count);
        Assert.Null(other.Page.Document.QuerySelector("#masquees"));

        await reader.GoAsync("/offres/ma-liste");
        await reader.PressAsync($"ShowEmployer:{EmployerKey.Of("Chez Léon")}");
        await reader.PressAsync("ShowAgencies");
        await reader.GoAsync("/offres");
        Assert.Equal(4, reader.Titles.Count);
    }

    [Fact]
    public async Task Choices_MadeOnACard_LeadBackToItOrToTheOneThatTookItsPlace()
    {
        await using var site = new OfferSite();
        foreach (var title in new[] { "Boulanger", "Comptable", "Cuisinier" })
        {
            await site.AddAsync(OfferSite.Facts(title) with { Employer = title });
        }

        var reader = new Reader(site);
        await reader.GoAsync("/offres?contrat=cdi&v=2");
        var cards = reader.Page.All(".offer-list > li").Select(c => c.Id!).ToList();
        var numbers = cards.ConvertAll(c => c.Split('-')[1]);

        await reader.PressAsync($"Keep:{numbers[1]}");
        var kept = reader.LedTo;
        await reader.PressAsync($"Hide:{numbers[1]}");
        var next = reader.LedTo;
        await reader.PressAsync($"HideEmployer:{numbers[2]}");
        var last = reader.LedTo;
        await reader.PressAsync($"Hide:{numbers[0]}");
        var none = reader.LedTo;
        await reader.GoAsync(reader.Page.Document.QuerySelector("#masquees a")!.GetAttribute("href")!);
        await reader.PressAsync($"Show:{numbers[1]}");
        var shown = reader.LedTo;
        await reader.GoAsync($"/offres/{numbers[0]}");
        await reader.PressAsync($"Keep:{numbers[0]}");

        Assert.Equal(
            [$"#{cards[1]}", $"#{cards[2]}", $"#{cards[0]}", "#masquees", $"#{cards[1]}", "#choix"],
            [kept, next, last, none, shown, reader.LedTo]
        );
        Assert.NotNull(reader.Page.Document.QuerySelector("#choix"));
    }

    [Fact]
    public async Task Seen_OnlyWhatThisBrowserOpened_IsMarked_AndNothingOnceThatIsNotWanted()
    {
        await using var site = new OfferSite();
        var (opened, other) = (await site.AddAsync(OfferSite.Facts("Boulanger")), await site.AddAsync(OfferSite.Facts("Comptable")));
        var reader = new Reader(site);

        await reader.GoAsync("/offres");
        Assert.Empty(reader.Page.All(".tag-seen"));
        await reader.GoAsync($"/offres/{opened}");
        await reader.GoAsync("/offres");
        var marked = reader.Page.All(".tag-seen").Select(t => t.Closest("li[id]")!.Id).ToList();
        await reader.GoAsync("/offres/ma-liste");
        await reader.PressAsync("NoteNothing");
        await reader.GoAsync($"/offres/{other}");
        await reader.GoAsync("/offres");

        Assert.Equal([$"offre-{opened}"], marked);
        Assert.Empty(reader.Page.All(".tag-seen"));
        Assert.DoesNotContain(ReaderCookies.Seen, reader.Cookies.Keys);
    }

    [Theory]
    [InlineData("HEAD", null, null)]
    [InlineData("GET", "Sec-Purpose", "prefetch;prerender")]
    [InlineData("GET", "Purpose", "prefetch")]
    [InlineData("GET", null, null)]
    public async Task Seen_Offer_IsNotedOnlyWhereSomebodyLooksAtIt(string method, string? header, string? purpose)
    {
        await using var site = new OfferSite();
        var offer = await site.AddAsync(OfferSite.Facts("Boulanger"));
        using var request = new HttpRequestMessage(new HttpMethod(method), OfferPath.Of(offer, "Boulanger"));
        if (header is not null)
        {
            request.Headers.Add(header, purpose);
        }

        using var answer = await site.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var given = answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join('\n', cookies) : "";
        Assert.Equal(method == "GET" && header is null, given.Contains(ReaderCookies.Seen, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hide_Employer_GoesFromNearOffersAndFromAnOccupationsPiece()
    {
        await using var site = new OfferSite();
        var shown = await site.AddAsync(OfferSite.Facts("Boulanger") with { Employer = "Pain du Coin" }, "D1102");
        await site.AddAsync(OfferSite.Facts("Boulanger") with { Employer = "Fournil SA" }, "D1102");
        var hidden = await site.AddAsync(OfferSite.Facts("Boulangère") with { Employer = "Fournil SA" }, "D1102");
        var reader = new Reader(site);
        await reader.GoAsync($"/offres/{shown}");
        var before = reader.Page.All("#proches .offer-card").Count();

        await reader.GoAsync("/offres");
        await reader.PressAsync($"HideEmployer:{hidden}");
        await reader.GoAsync($"/offres/{shown}");
        var after = reader.Page.All("#proches .offer-card").Count();
        await reader.GoAsync("/offres/apercu?metier=D1102");

        Assert.Equal((2, 0), (before, after));
        Assert.DoesNotContain("Fournil", reader.Page.Html, StringComparison.Ordinal);
        Assert.Contains("Pain du Coin", reader.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keep_FullList_SaysSoAndDropsNothing()
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(OfferSite.Facts("Boulanger"));
        var reader = new Reader(site);
        var full = Enumerable.Range(1_000, OfferChoices.MostKept).Aggregate(OfferChoices.None, (c, n) => c.Keep(n)!).ToString();
        reader.Cookies[ReaderCookies.Choices] = full;

        await reader.GoAsync("/offres");
        await reader.PressAsync($"Keep:{id}");

        Assert.Equal("/offres/ma-liste", reader.Page.Address);
        Assert.NotNull(reader.Page.Document.QuerySelector("[role=alert]"));
        Assert.Equal(full, reader.Cookies[ReaderCookies.Choices]);
    }

    [Theory]
    [InlineData("1.<script>.'.\".;")]
    [InlineData("%00%FF%zz")]
    [InlineData("1.zz-zy-zx.yy.000000000000.an")]
    [InlineData("9.9.9.9.9")]
    public async Task Pages_WithACookieThatNobodyGave_AnswerAsWithoutIt(string cookie)
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(OfferSite.Facts("Boulanger"));
        foreach (var value in new[] { cookie, cookie + new string('a', 4_000) })
        {
            var reader = new Reader(site);
            foreach (var name in ReaderCookies.All)
            {
                reader.Cookies[name] = value;
            }

            foreach (var path in new[] { "/offres", $"/offres/{id}", "/offres/ma-liste", "/offres/ma-liste.csv", $"/offres/{id}/correspondance" })
            {
                await reader.GoAsync(path);
                Assert.Equal(HttpStatusCode.OK, reader.Last.StatusCode);
                Assert.DoesNotContain("<script>.", reader.Page.Html, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("https://ailleurs.example/offres")]
    [InlineData("//ailleurs.example/offres")]
    [InlineData("/offres//ailleurs.example")]
    [InlineData("/offres/../espace")]
    [InlineData("/offres/%2e%2e/%2e%2e/espace")]
    [InlineData("/offres\\ailleurs")]
    [InlineData("/offresailleurs")]
    [InlineData("/offres?q=a\r\nSet-Cookie: x=y")]
    [InlineData("/metiers")]
    [InlineData(null)]
    public void Back_AddressThatIsNotOfTheBoard_LeadsToTheShortlist(string? sent) => Assert.Equal("/offres/ma-liste", ShortlistPath.Back(sent));

    [Theory]
    [InlineData("/offres")]
    [InlineData("/offres?q=caf%C3%A9&v=2&page=3")]
    [InlineData("/offres/12-boulanger")]
    public void Back_AddressOfTheBoard_LeadsThere(string sent) => Assert.Equal(sent, ShortlistPath.Back(sent));

    [Fact]
    public async Task Post_WithoutAToken_ChangesNothingAndSaysThatTheFormHasExpired()
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(OfferSite.Facts("Boulanger"));

        using var answer = await site.Browser.PostAsync(
            new Uri("/offres/ma-liste", UriKind.Relative),
            new FormUrlEncodedContent([new("_handler", "liste"), new("Step", $"Keep:{id}")]),
            Cancellation
        );

        Assert.Contains("expire=1", answer.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(
            answer.Headers.TryGetValues("Set-Cookie", out var set) && set.Any(c => c.StartsWith(ReaderCookies.Choices, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Answers_WithWhatIsOneReadersOwn_GoIntoNoCache_AndItsCookiesToNoScript()
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(OfferSite.Facts("Boulanger"));
        var reader = new Reader(site);
        await reader.GoAsync($"/offres/{id}");
        await reader.PressAsync($"Keep:{id}");
        var given = reader.SetCookies;

        foreach (
            var path in new[]
            {
                "/offres",
                $"/offres/{id}-boulanger",
                "/offres/ma-liste",
                "/offres/ma-liste.csv",
                "/offres/nombre?q=boulanger",
                "/offres/suggestions?q=boul",
                $"/offres/{id}/correspondance",
                $"/offres/{id}/correspondance/extrait",
                "/vie-privee/effacer",
            }
        )
        {
            await reader.GoAsync(path);
            Assert.Equal(HttpStatusCode.OK, reader.Last.StatusCode);
            Assert.True(reader.Last.Headers.CacheControl!.NoStore, path);
            Assert.Null(reader.Last.Headers.Age);
            Assert.DoesNotContain("unsafe-inline", reader.Last.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        var own = given.Where(c => ReaderCookies.All.Contains(c.Split('=')[0])).ToList();
        Assert.Equal([ReaderCookies.Choices, ReaderCookies.Seen], own.Select(c => c.Split('=')[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(own, c => Assert.Matches("(?i)^(?=.*; httponly)(?=.*; samesite=lax)(?=.*; path=/(;|$)).*$", c));
        Assert.All(own, c => Assert.DoesNotContain("secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task PagesKeptForAll_AreTheSameForWhoeverHasChosen()
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(OfferSite.Facts("Boulanger"));
        var (plain, reader) = (new Reader(site), new Reader(site));
        reader.Cookies[ReaderCookies.Choices] = OfferChoices.None.Keep(id)!.ToString();
        reader.Cookies[ReaderCookies.Seen] = SeenOffers.None.With(id).ToString();
        reader.Cookies[ReaderCookies.Result] = "0000-0000-0000-0000";

        foreach (var path in new[] { "/", "/metiers/annotateur-de-donnees-ia", "/vie-privee" })
        {
            await plain.GoAsync(path);
            await reader.GoAsync(path);
            Assert.Equal(plain.Page.Html, reader.Page.Html);
            Assert.True(reader.Last.Headers.CacheControl!.Public, path);
            Assert.Empty(reader.SetCookies);
        }
    }

    [Fact]
    public async Task Sheet_OfTheShortlist_IsATableThatRunsNothing()
    {
        await using var site = new OfferSite();
        var plain = await site.AddAsync(OfferSite.Facts("Boulanger") with { Expires = OfferSite.Today.AddDays(9) });
        var hostile = await site.AddAsync(OfferSite.Facts("=HYPERLINK(\"https://mal.example\")") with { Employer = "@SUM(1+1)\"; \r\nx, y" });
        var reader = new Reader(site);
        reader.Cookies[ReaderCookies.Choices] = OfferChoices.None.Keep(plain)!.Keep(hostile)!.ToString();

        await reader.GoAsync("/nl/offres/ma-liste.csv");

        var bytes = await reader.Last.Content.ReadAsByteArrayAsync(Cancellation);
        var rows = RowsOf(Encoding.UTF8.GetString(bytes[3..]));
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        Assert.Equal("text/csv", reader.Last.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", reader.Last.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(3, rows.Count);
        Assert.All(rows, r => Assert.Equal(11, r.Count));
        Assert.Equal(site.Portal.Text("ShortlistColumn.Title", "nl"), rows[0][0]);
        Assert.Equal("'=HYPERLINK(\"https://mal.example\")", rows[1][0]);
        Assert.Equal("'@SUM(1+1)\"; \r\nx, y", rows[1][1]);
        Assert.Equal(("Boulanger", Site.Iso(OfferSite.Today.AddDays(9))), (rows[2][0], rows[2][7]));
        Assert.EndsWith($"/nl/offres/{plain}-boulanger", rows[2][8], StringComparison.Ordinal);
        Assert.Contains("CC BY-SA 4.0", rows[2][9], StringComparison.Ordinal);
        Assert.DoesNotContain(rows.SelectMany(r => r), c => c.Length > 0 && c[0] is '=' or '+' or '-' or '@');
    }

    [Fact]
    public async Task EraseAll_LeavesNothingInTheBrowser()
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(OfferSite.Facts("Boulanger"));
        var reader = new Reader(site);
        await reader.GoAsync($"/offres/{id}");
        await reader.PressAsync($"Keep:{id}");
        reader.Cookies[ReaderCookies.Result] = "0000-0000-0000-0000";

        await reader.GoAsync("/vie-privee/effacer");
        await reader.SubmitAsync("effacer");

        Assert.DoesNotContain(reader.Cookies.Keys, ReaderCookies.All.Contains);
        Assert.NotNull(reader.Page.Document.QuerySelector("[role=status]"));
    }

    [Fact]
    public async Task Suggestions_OfBothBoxes_LeadToTheListTheyCount()
    {
        await using var site = new OfferSite();
        await site.AddAsync(OfferSite.Facts("Boulangère de nuit"), "D1102");
        await site.AddAsync(OfferSite.Facts("Boulanger", "4000", "Liège", "Liège"), "D1102");

        var words = await SuggestedAsync(site, "/offres/suggestions?champ=q&q=boulang&lieu=&v=2");
        var places = await SuggestedAsync(site, "/offres/suggestions?champ=lieu&lieu=lie&q=boulanger&v=2");
        using var nothing = await site.AskAsync("/offres/suggestions?champ=lieu&lieu=&q=");

        Assert.Contains(words, w => w.Href.Contains("metier=D1102", StringComparison.Ordinal) && w.Hint.Contains('2', StringComparison.Ordinal));
        Assert.Contains(words, w => w.Hint.StartsWith("employeur", StringComparison.Ordinal));
        var place = Assert.Single(places);
        Assert.Equal("Liège", place.Name);
        Assert.Contains("q=boulanger", place.Href, StringComparison.Ordinal);
        foreach (var (_, href, hint) in words.Concat(places))
        {
            var found = (await site.Client.PageAsync(href)).Document.QuerySelector(".result-count")!.Words();
            Assert.EndsWith(found, hint, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.OK, nothing.StatusCode);
    }

    private static async Task<int> CountedAsync(OfferSite site, Reader reader)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/offres/nombre?v=2", UriKind.Relative));
        request.Headers.Add("Cookie", $"{ReaderCookies.Choices}={reader.Cookies[ReaderCookies.Choices]}");
        using var answer = await site.Browser.SendAsync(request, Cancellation);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation)).GetProperty("total").GetInt32();
    }

    private static async Task<List<(string Name, string Href, string Hint)>> SuggestedAsync(OfferSite site, string path)
    {
        using var answer = await site.AskAsync(path);
        var data = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Cancellation));
        return
        [
            .. data.GetProperty("items")
                .EnumerateArray()
                .Select(i => (i.GetProperty("name").GetString()!, i.GetProperty("href").GetString()!, i.GetProperty("hint").GetString()!)),
        ];
    }

    /// <summary>Reads a table as RFC 4180 has it.</summary>
    private static List<List<string>> RowsOf(string sheet)
    {
        var rows = new List<List<string>>();
        var row = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var at = 0; at < sheet.Length; at++)
        {
            switch (sheet[at])
            {
                case '"' when isQuoted && at + 1 < sheet.Length && sheet[at + 1] == '"':
                    cell.Append('"');
                    at++;
                    break;
                case '"':
                    isQuoted = !isQuoted;
                    break;
                case ',' when !isQuoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    break;
                case '\r' when !isQuoted:
                    break;
                case '\n' when !isQuoted:
                    row.Add(cell.ToString());
                    cell.Clear();
                    rows.Add(row);
                    row = [];
                    break;
                default:
                    cell.Append(sheet[at]);
                    break;
            }
        }

        return rows;
    }
}
