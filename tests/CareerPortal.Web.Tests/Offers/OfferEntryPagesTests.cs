using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CareerPortal.Accounts;
using CareerPortal.Offers;
using CareerPortal.Offers.Entries;
using CareerPortal.Web.Tests.Pages;
using CareerPortal.Web.Tests.Workspace;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Offers;

/// <summary>Offers that employers propose and that are entered in the workspace, by forms alone.</summary>
public sealed partial class OfferEntryPagesTests
{
    private static readonly Dictionary<string, string> Filled = new()
    {
        ["intitule"] = "Boulanger·ère de nuit (H/F/X)",
        ["employeur"] = "Boulangerie </script><b>du Coin",
        ["recruteur"] = "Direct",
        ["lieux"] = "5000 Namur\n4000 Liège",
        ["contrat"] = "Permanent",
        ["regime"] = "FullTime",
        ["heures"] = "38",
        ["experience"] = "TwoToFiveYears",
        ["etudes"] = "03",
        ["secteur"] = "10",
        ["salaire-de"] = "2 500",
        ["salaire-a"] = "2 900,50",
        ["salaire-par"] = "Month",
        ["missions"] = string.Concat(Enumerable.Repeat("Pétrir & cuire les pains du jour <i>avec</i> nous, chaque nuit. ", 4)),
        ["postuler-courriel"] = "emploi@boulangerie.example",
        ["contact-nom"] = "Anne Dupont",
        ["contact-courriel"] = "anne@boulangerie.example",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Proposal_FromFormToBoardAndAway_NeedsNoScriptAndNoAccount()
    {
        await using var site = new EntrySite();
        using var reviewer = await Colleague.JoinAsync(site.Portal, AccountRole.Reviewer);

        // Preview, then send.
        var preview = await site.PostAsync("/offres/proposer", Filled, "apercu");
        var sent = await site.SendAsync(preview, "envoyer");
        Assert.Equal("/offres/proposer?envoye=1", sent);

        // The link of the mail: looking changes nothing, whoever looks.
        var link = await site.LinkAsync("anne@boulangerie.example");
        var before = await site.RowsAsync();
        for (var turn = 0; turn < 3; turn++)
        {
            await site.Client.PageAsync(link);
        }

        await site.AskAsync($"{link}/modifier");
        await site.AskAsync($"{link}/donnees");
        Assert.Equal(before, await site.RowsAsync());
        Assert.Equal($"{link}?fait=confirmer", await site.SendAsync(await site.Client.PageAsync(link), "confirmer"));

        // Reviewed by somebody of the portal.
        var entry = await site.EntryAsync();
        var card = await reviewer.ReadAsync($"/espace/offres/saisies/{entry.Id}");
        var publish = card.QuerySelectorAll<IHtmlButtonElement>("button").Single(b => b.Value == "publier");
        using (var published = await reviewer.SubmitAsync((IHtmlFormElement)publish.Closest("form")!, publish))
        {
            Assert.Contains("reponse=Done", published.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        entry = await site.EntryAsync();
        var path = OfferPath.Of(entry.OfferId!.Value, entry.Form.Title);
        var page = await site.Client.PageAsync(path);
        AssertComplete(page, entry);
        var sitemap = XDocument.Parse(await (await site.AskAsync("/sitemap.xml")).Content.ReadAsStringAsync(Cancellation));
        var mapped = sitemap.Descendants().Where(e => e.Name.LocalName == "url" && e.Value.Contains(path, StringComparison.Ordinal)).ToList();
        Assert.Equal(4, mapped.Count);
        Assert.All(mapped, u => Assert.Contains(u.Elements(), e => e.Name.LocalName == "lastmod"));
        Assert.Contains(
            "Boulanger",
            await (await site.AskAsync($"/api/v1/offers/{entry.OfferId}")).Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal
        );

        // Closed by its employer: gone in the same moment.
        var own = await site.Client.PageAsync(link);
        Assert.Equal($"{link}?fait=retirer", await site.SendAsync(own, "retirer"));
        using var gone = await site.AskAsync(path);
        var closed = await PageReader.ReadAsync(gone, path);
        Assert.Equal(HttpStatusCode.Gone, gone.StatusCode);
        Assert.DoesNotContain("JobPosting", closed.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(path, await (await site.AskAsync("/sitemap.xml")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposal_WithFaults_ComesBackAsTypedWithLinksToItsFields()
    {
        await using var site = new EntrySite();
        var typed = new Dictionary<string, string>(Filled)
        {
            ["intitule"] = "Boulanger",
            ["salaire-a"] = "beaucoup",
            ["postuler-courriel"] = "",
            ["postuler-page"] = "javascript:alert(1)",
            ["permis"] = "Z",
            ["contact-courriel"] = "anne@boulangerie",
        };

        var page = await site.PostAsync("/offres/proposer", typed, "apercu");

        var links = page.All(".error-summary a").Select(a => a.GetAttribute("href")!).ToList();
        Assert.Equal(["#champ-intitule", "#champ-salaire-a", "#champ-permis", "#champ-postuler-page", "#contact-courriel"], links);
        Assert.All(links, l => Assert.NotNull(page.Document.GetElementById(l[1..])));
        Assert.StartsWith("Erreur", page.Document.Title, StringComparison.Ordinal);
        Assert.Contains("AM, A1", page.Document.GetElementById("champ-permis-erreur")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Boulanger", page.Document.QuerySelector<IHtmlInputElement>("[name=intitule]")!.Value);
        Assert.Equal("beaucoup", page.Document.QuerySelector<IHtmlInputElement>("[name=salaire-a]")!.Value);
        Assert.Equal("Permanent", page.Document.QuerySelector<IHtmlSelectElement>("[name=contrat]")!.Value);
        Assert.Equal(typed["missions"], page.Document.QuerySelector<IHtmlTextAreaElement>("[name=missions]")!.Value);
        Assert.True(page.Document.QuerySelector<IHtmlInputElement>("[name=etudes][value='03']")!.IsChecked);
        Assert.Contains("(H/F/X)", page.Document.GetElementById("champ-intitule-erreur")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript", page.Html, StringComparison.Ordinal);
        Assert.Empty(PageRules.FaultsOf(page));
        Assert.Empty(await site.RowsAsync());
    }

    [Fact]
    public async Task Proposal_OfWhoeverFillsInWhatPeopleDoNotSee_IsNotKept()
    {
        await using var site = new EntrySite();

        var page = await site.Client.PageAsync("/offres/proposer");
        var answer = await site.SendAsync(page, "apercu", new Dictionary<string, string>(Filled) { ["site-web"] = "https://spam.example" });

        Assert.Equal("/offres/proposer?envoye=1", answer);
        Assert.Empty(await site.RowsAsync());
    }

    [Fact]
    public async Task Proposal_SentWithinASecond_StaysAsTyped()
    {
        await using var site = new EntrySite(leastSeconds: 600);

        var preview = await site.PostAsync("/offres/proposer", Filled, "apercu");
        var page = await site.PressAsync(preview, "envoyer");

        Assert.Equal(Filled["intitule"], page.Document.QuerySelector<IHtmlInputElement>("[name=intitule]")!.Value);
        Assert.NotEmpty(page.All("[role=alert]"));
        Assert.Empty(await site.RowsAsync());
    }

    [Fact]
    public async Task Edit_SomebodyWroteMeanwhile_ShowsBothTexts()
    {
        await using var site = new EntrySite();
        using var author = await Colleague.JoinAsync(site.Portal, AccountRole.Author);
        using var reviewer = await Colleague.JoinAsync(site.Portal, AccountRole.Reviewer);
        var desk = site.Portal.Services.GetRequiredService<OfferEntryDesk>();
        await desk.EnterAsync(author.Actor, Guid.NewGuid(), EntrySite.Form, Cancellation);
        var entry = await site.EntryAsync();
        var edit = await author.ReadAsync($"/espace/offres/saisies/{entry.Id}/modifier");
        await desk.ReviseAsync(reviewer.Actor, entry.Id, entry.Version, EntrySite.Form with { Hours = "36" }, Cancellation);

        var button = edit.QuerySelectorAll<IHtmlButtonElement>("main button").Single(b => b.Value == "enregistrer");
        using var answer = await author.SubmitAsync(
            (IHtmlFormElement)button.Closest("form")!,
            button,
            new Dictionary<string, string> { ["heures"] = "20", ["postes"] = "2" }
        );

        var page = await PageReader.ReadAsync(answer, "/espace");
        Assert.Equal("20", page.Document.QuerySelector<IHtmlInputElement>("[name=heures]")!.Value);
        Assert.Contains("36", page.Document.QuerySelector(".notice-warning dl")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("36", (await site.EntryAsync()).Form.Hours);
        var again = page.Document.QuerySelectorAll<IHtmlButtonElement>("main button").Single(b => b.Value == "enregistrer");
        using var saved = await author.SubmitAsync((IHtmlFormElement)again.Closest("form")!, again);
        Assert.Equal(("20", "2"), ((await site.EntryAsync()).Form.Hours, (await site.EntryAsync()).Form.Posts));
    }

    [Fact]
    public async Task Proposal_FormThatHasExpired_ComesBackAsTypedAndCanBeSent()
    {
        await using var site = new EntrySite();
        await KnownPlaces.WaitAsync(site.Portal, Cancellation);

        using var refused = await site.Client.PostAsync(
            new Uri("/nl/offres/proposer", UriKind.Relative),
            new FormUrlEncodedContent([.. Filled, new("_handler", "proposer"), new("faire", "envoyer"), new("debut", "CfDJ8-foreign")]),
            Cancellation
        );
        var back = await PageReader.ReadAsync(refused, "/nl/offres/proposer");
        var rows = await site.RowsAsync();
        var preview = await site.PressAsync(back, "apercu");
        var sent = await site.SendAsync(preview, "envoyer");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Single(back.All("[role=alert]"));
        Assert.Equal(Filled["intitule"], back.Document.QuerySelector<IHtmlInputElement>("#champ-intitule")!.Value);
        Assert.Equal(Filled["missions"], back.Document.QuerySelector<IHtmlTextAreaElement>("#champ-missions")!.Value);
        Assert.Equal(Filled["contact-courriel"], back.Document.QuerySelector<IHtmlInputElement>("#contact-courriel")!.Value);
        Assert.Empty(PageRules.FaultsOf(back));
        Assert.Empty(rows);
        Assert.Equal("/nl/offres/proposer?envoye=1", sent);
        Assert.Single(await site.RowsAsync());
    }

    [Fact]
    public async Task Revision_FormThatHasExpired_DoesNotWriteOverWhatCameMeanwhile()
    {
        await using var site = new EntrySite();
        await site.SendAsync(await site.PostAsync("/offres/proposer", Filled, "apercu"), "envoyer");
        var link = await site.LinkAsync("anne@boulangerie.example");
        await site.SendAsync(await site.Client.PageAsync(link), "confirmer");
        var page = await site.Client.PageAsync($"{link}/modifier");
        var version = page.Document.QuerySelector<IHtmlInputElement>("main input[name=version]")!.Value;
        var typed = new Dictionary<string, string>(Filled) { ["heures"] = "36" };
        using (await site.SubmitAsync(page, null, typed))
        {
            Assert.Equal("36", (await site.EntryAsync()).Form.Hours);
        }

        using var refused = await site.Client.PostAsync(
            new Uri($"{link}/modifier", UriKind.Relative),
            new FormUrlEncodedContent([.. Filled, new("_handler", "modifier"), new("version", version)]),
            Cancellation
        );
        var back = await PageReader.ReadAsync(refused, $"{link}/modifier");
        using var again = await site.SubmitAsync(back, null, null);
        var stale = await PageReader.ReadAsync(again, $"{link}/modifier");

        Assert.Equal("38", back.Document.QuerySelector<IHtmlInputElement>("#champ-heures")!.Value);
        Assert.Equal("36", (await site.EntryAsync()).Form.Hours);
        Assert.Equal("38", stale.Document.QuerySelector<IHtmlInputElement>("#champ-heures")!.Value);
    }

    [Fact]
    public async Task Erase_ByThePrivateLink_LeavesNothingAndSaysSo()
    {
        await using var site = new EntrySite();
        await site.SendAsync(await site.PostAsync("/offres/proposer", Filled, "apercu"), "envoyer");
        var link = await site.LinkAsync("anne@boulangerie.example");

        using var data = await site.AskAsync($"{link}/donnees");
        using var json = JsonDocument.Parse(await data.Content.ReadAsStringAsync(Cancellation));
        var asked = await site.PressAsync(await site.Client.PageAsync(link), "effacer");
        var kept = await site.RowsAsync();
        var before = await site.Client.PageAsync($"{link}?fait=effacer");
        var answer = await site.SendAsync(asked, "effacer", new Dictionary<string, string> { ["confirme"] = "1" });
        var told = await site.Client.PageAsync(answer);
        using var after = await site.AskAsync(link);
        using var unsealed = await site.AskAsync($"{link}?fait=effacer");
        Assert.Empty(before.All("main [role=status]"));

        Assert.Equal("anne@boulangerie.example", json.RootElement.GetProperty("contactEmail").GetString());
        Assert.Equal(Filled["intitule"], json.RootElement.GetProperty("form").GetProperty("title").GetString());
        Assert.NotEmpty(asked.All("[role=alert]"));
        Assert.Single(kept);
        Assert.StartsWith($"{link}?fait=effacer&sceau=", answer, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, unsealed.StatusCode);
        Assert.Empty((await PageReader.ReadAsync(unsealed, link)).All("main [role=status]"));
        Assert.Single(told.All("main [role=status]"));
        Assert.DoesNotContain("Il n’y a rien", told.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, after.StatusCode);
        Assert.Empty(await site.RowsAsync());
    }

    [Fact]
    public async Task Report_ThatIsRight_WithdrawsTheEntryAndTellsItsEmployerWhy()
    {
        await using var site = new EntrySite();
        using var reviewer = await Colleague.JoinAsync(site.Portal, AccountRole.Reviewer);
        await site.SendAsync(await site.PostAsync("/offres/proposer", Filled, "apercu"), "envoyer");
        var link = await site.LinkAsync("anne@boulangerie.example");
        await site.SendAsync(await site.Client.PageAsync(link), "confirmer");
        var desk = site.Portal.Services.GetRequiredService<OfferEntryDesk>();
        var entry = await site.EntryAsync();
        Assert.True((await desk.PublishAsync(reviewer.Actor, entry.Id, entry.Version, Cancellation)).IsDone);
        var offer = (await site.EntryAsync()).OfferId!.Value;
        await site.ReportAsync(offer);

        var card = await reviewer.ReadAsync($"/espace/offres/{offer}");
        var page = await reviewer.ReadAsync($"/espace/offres/saisies/{entry.Id}");
        var reports = await reviewer.ReadAsync("/espace/offres/signalements");
        var button = reports
            .QuerySelectorAll<IHtmlButtonElement>("main button")
            .Single(b => b.Value.StartsWith("retirer:", StringComparison.Ordinal));
        using var settled = await reviewer.SubmitAsync((IHtmlFormElement)button.Closest("form")!, button);

        Assert.Single(card.QuerySelectorAll($"main a[href='/espace/offres/saisies/{entry.Id}']"));
        Assert.DoesNotContain(card.QuerySelectorAll<IHtmlButtonElement>("main button"), b => b.Value is "fermer" or "rouvrir");
        Assert.Contains("Publiée, en ligne", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("reponse=Done", settled.Headers.Location!.OriginalString, StringComparison.Ordinal);
        entry = await site.EntryAsync();
        Assert.Equal((OfferEntryState.Withdrawn, true), (entry.State, entry.IsClosedByPortal));
        Assert.Contains("On me demande de payer", entry.Word, StringComparison.Ordinal);
        Assert.Contains(entry.Word!, await site.LastMailAsync("anne@boulangerie.example"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await site.AskAsync(OfferPath.Of(offer, entry.Form.Title))).StatusCode);
    }

    [Fact]
    public async Task Renew_ToAnEarlierDay_SaysThatTheDayIsChanged()
    {
        await using var site = new EntrySite();
        using var reviewer = await Colleague.JoinAsync(site.Portal, AccountRole.Reviewer);
        var last = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(100).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await site.SendAsync(
            await site.PostAsync("/offres/proposer", new Dictionary<string, string>(Filled) { ["jusqu-au"] = last }, "apercu"),
            "envoyer"
        );
        var link = await site.LinkAsync("anne@boulangerie.example");
        await site.SendAsync(await site.Client.PageAsync(link), "confirmer");
        var entry = await site.EntryAsync();
        await site.Portal.Services.GetRequiredService<OfferEntryDesk>().PublishAsync(reviewer.Actor, entry.Id, entry.Version, Cancellation);

        var own = await site.Client.PageAsync(link);
        var usual = own.Document.QuerySelector<IHtmlInputElement>("[name='jusqu-au']")!.Value;
        var sooner = new Dictionary<string, string>
        {
            ["jusqu-au"] = entry.CreatedUtc.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        };
        var changed = await site.SendAsync(own, "prolonger", sooner);
        var later = await site.SendAsync(await site.Client.PageAsync(link), "prolonger");

        Assert.Equal(last, usual);
        Assert.Equal(($"{link}?fait=changer", $"{link}?fait=prolonger"), (changed, later));
        var told = Wording.Plain((await site.Client.PageAsync(changed)).Document.Body!.TextContent);
        Assert.Contains("Le dernier jour est changé", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Board_ShowsTheDoorToTheForm()
    {
        await using var site = new EntrySite();

        var page = await site.Client.PageAsync("/offres");

        Assert.Single(page.All("main a[href='/offres/proposer']"));
    }

    private static void AssertComplete(SitePage page, OfferEntry entry)
    {
        var postings = page.All("script[type='application/ld+json']")
            .Select(s => JsonDocument.Parse(s.TextContent).RootElement)
            .Where(j => j.GetProperty("@type").GetString() == "JobPosting")
            .ToList();
        var posting = Assert.Single(postings);
        Assert.Equal(
            [
                "baseSalary",
                "datePosted",
                "description",
                "directApply",
                "educationRequirements",
                "employmentType",
                "experienceRequirements",
                "hiringOrganization",
                "identifier",
                "industry",
                "jobLocation",
                "title",
                "validThrough",
                "workHours",
            ],
            posting
                .EnumerateObject()
                .Select(p => p.Name)
                .Where(n => n is not ("@context" or "@type" or "url" or "inLanguage" or "occupationalCategory"))
                .Order()
        );
        Assert.Equal("Boulangerie </script><b>du Coin", posting.GetProperty("hiringOrganization").GetProperty("name").GetString());
        Assert.Equal(2, posting.GetProperty("jobLocation").GetArrayLength());
        Assert.Contains("&amp; cuire", posting.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", posting.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(2900.5m, posting.GetProperty("baseSalary").GetProperty("value").GetProperty("maxValue").GetDecimal());
        Assert.Equal(24, posting.GetProperty("experienceRequirements").GetProperty("monthsOfExperience").GetInt32());
        Assert.StartsWith(
            entry.LastDay!.Value.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            posting.GetProperty("validThrough").GetString(),
            StringComparison.Ordinal
        );
        Assert.Single(page.All("a[href='mailto:emploi@boulangerie.example']"));
        Assert.DoesNotContain("anne@", page.Html, StringComparison.Ordinal);
        Assert.Empty(PageRules.FaultsOf(page));
    }

    [GeneratedRegex(@"/offres/proposition/[0-9a-f]{64}")]
    private static partial Regex PrivateLink();

    /// <summary>A site whose form asks for no patience.</summary>
    private sealed class EntrySite : IAsyncDisposable
    {
        public EntrySite(int leastSeconds = 0)
        {
            Portal = new PortalFactory { Settings = { ["Offers:Examples"] = "false", ["Offers:Entries:LeastSeconds"] = $"{leastSeconds}" } };
            Client = Portal.CreateClient(new() { AllowAutoRedirect = false });
        }

        public static OfferForm Form { get; } =
            new()
            {
                Title = Filled["intitule"],
                Employer = "Boulangerie du Coin",
                Kind = "Direct",
                Places = "5000 Namur",
                Contract = "Permanent",
                Regime = "FullTime",
                PayScale = "CP 118",
                Missions = Filled["missions"],
                ApplyEmail = "emploi@boulangerie.example",
            };

        public PortalFactory Portal { get; }

        public HttpClient Client { get; }

        public ValueTask DisposeAsync() => Portal.DisposeAsync();

        public Task<HttpResponseMessage> AskAsync(string path) => Client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        /// <summary>Fills in the form of a page and presses a button; the page that answers.</summary>
        public async Task<SitePage> PostAsync(string path, IReadOnlyDictionary<string, string> typed, string button)
        {
            await KnownPlaces.WaitAsync(Portal, Cancellation);
            using var answer = await SubmitAsync(await Client.PageAsync(path), button, typed);
            return await PageReader.ReadAsync(answer, path);
        }

        public async Task<SitePage> PressAsync(SitePage page, string button)
        {
            using var answer = await SubmitAsync(page, button, null);
            return await PageReader.ReadAsync(answer, page.Address);
        }

        /// <summary>Presses a button of a page; where it leads.</summary>
        public async Task<string> SendAsync(SitePage page, string button, IReadOnlyDictionary<string, string>? typed = null)
        {
            using var answer = await SubmitAsync(page, button, typed);
            return answer.Headers.Location?.OriginalString ?? $"{(int)answer.StatusCode}";
        }

        public async Task<string> LinkAsync(string address)
        {
            await using var context = await ContextAsync();
            var mail = await context
                .OutgoingMails.AsNoTracking()
                .Where(m => m.To == address)
                .OrderByDescending(m => m.Id)
                .FirstOrDefaultAsync(Cancellation);
            return PrivateLink().Match(mail?.Text ?? "").Value;
        }

        public async Task<string> LastMailAsync(string address)
        {
            await using var context = await ContextAsync();
            var mail = await context.OutgoingMails.AsNoTracking().Where(m => m.To == address).OrderByDescending(m => m.Id).FirstAsync(Cancellation);
            return mail.Text;
        }

        public async Task ReportAsync(long offer)
        {
            await using var context = await ContextAsync();
            context.Add(
                new OfferReport
                {
                    OfferId = offer,
                    Reason = OfferReportReason.AsksForPayment,
                    SentUtc = DateTime.UtcNow,
                }
            );
            await context.SaveChangesAsync(Cancellation);
        }

        public async Task<OfferEntry> EntryAsync()
        {
            await using var context = await ContextAsync();
            return await context.OfferEntries.AsNoTracking().SingleAsync(Cancellation);
        }

        /// <summary>What the store holds of entries and mails.</summary>
        public async Task<IReadOnlyList<string>> RowsAsync()
        {
            await using var context = await ContextAsync();
            var entries = await context.OfferEntries.AsNoTracking().ToListAsync(Cancellation);
            var links = await context.OfferEntryLinks.CountAsync(Cancellation);
            return [.. entries.Select(e => $"{e.Id} {e.State} {e.Version} {e.ChangedUtc:O} {links}")];
        }

        private async Task<CareerPortal.Data.PortalDbContext> ContextAsync() =>
            await Portal.Services.GetRequiredService<IDbContextFactory<CareerPortal.Data.PortalDbContext>>().CreateDbContextAsync(Cancellation);

        /// <summary>Presses a button of a page, the one without a value where none is named.</summary>
        public Task<HttpResponseMessage> SubmitAsync(SitePage page, string? button, IReadOnlyDictionary<string, string>? typed)
        {
            var pressed = page.Document.QuerySelectorAll<IHtmlButtonElement>("main button").Single(b => b.Value == (button ?? ""));
            var form = (IHtmlFormElement)pressed.Closest("form")!;
            var fields = Colleague.FieldsOf(form).Where(f => typed?.ContainsKey(f.Key) != true).Concat(typed ?? new Dictionary<string, string>());
            return Client.PostAsync(
                new Uri(page.Address.Split('?')[0], UriKind.Relative),
                new FormUrlEncodedContent(button is null ? fields : fields.Append(new("faire", button))),
                Cancellation
            );
        }
    }
}
