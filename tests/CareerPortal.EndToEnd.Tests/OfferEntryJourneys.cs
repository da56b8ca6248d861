using System.Text.RegularExpressions;
using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Offers.Entries;
using CareerPortal.Web.Tests;
using CareerPortal.Web.Tests.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>An offer from an employer's form to the board and away again, without a script.</summary>
public sealed partial class OfferEntryJourneys(BrowserFixture browser) : IAsyncDisposable
{
    private readonly PortalFactory _portal = new() { Settings = { ["Offers:Entries:LeastSeconds"] = "0" } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Address => _portal.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Offer_ProposedConfirmedReviewedAndClosed_WithoutAScript()
    {
        await StartAsync();
        await using var employer = await browser.OpenAsync(320, 740, script: false);
        await employer.GoAsync($"{Address}/offres");
        await employer.Page.Locator("main a[href='/offres/proposer']").ClickAsync();
        await employer.ArriveAsync("/offres/proposer$");

        // A title of one gender comes back with its mend.
        await FillAsync(employer, "Boulanger");
        await employer.Button("Propose.ToPreview").ClickAsync();
        await Expect(employer.Main.GetByRole(AriaRole.Alert).First).ToContainTextAsync("(H/F/X)");
        await employer.Page.Locator(".error-summary a").First.ClickAsync();
        await employer.Page.Locator("#champ-intitule").FillAsync("Boulanger·ère (H/F/X)");
        await employer.Button("Propose.ToPreview").ClickAsync();
        await Expect(employer.Page.Locator(".offer-preview")).ToContainTextAsync("Boulangerie du Coin");
        await employer.Button("Propose.Send").ClickAsync();
        await employer.ArriveAsync("envoye=1$");

        var link = Address + await LinkAsync();
        await employer.GoAsync(link);
        await employer.Button("Proposal.Confirm").ClickAsync();
        await employer.ArriveAsync("fait=confirmer$");

        await using var reviewer = await browser.OpenAsync(1280, 800, script: false);
        await reviewer.SignInAsync(_portal, Address, role: AccountRole.Reviewer);
        await reviewer.GoAsync($"{Address}/espace/offres/saisies?etat=InReview");
        await reviewer.Page.Locator("tbody a").First.ClickAsync();
        await reviewer.Button("EntryDesk.Publish").ClickAsync();
        await reviewer.ArriveAsync("reponse=Done");

        await employer.GoAsync(link);
        await employer.Link("Proposal.SeeLive").ClickAsync();
        await employer.ArriveAsync("/offres/\\d+-boulanger");
        var offer = employer.Page.Url;
        Assert.Contains("\"JobPosting\"", await employer.Page.ContentAsync(), StringComparison.Ordinal);
        await employer.GoAsync(link);
        await employer.Button("Proposal.Close").ClickAsync();
        await employer.ArriveAsync("fait=retirer$");
        var gone = await employer.Page.GotoAsync(offer);
        Assert.Equal(410, gone!.Status);
    }

    [Theory]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    public async Task Pages_OfOffersWrittenHere_HaveNoFault(int width, ColorScheme scheme)
    {
        await StartAsync();
        await using var window = await browser.OpenAsync(width, 800, theme: scheme);
        var faults = new List<string>();
        await LookAsync("/offres/proposer");
        await window.Button("Propose.ToPreview").ClickAsync();
        await Expect(window.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await AccessibilityTests.InspectAsync(window, faults);
        await FillAsync(window, "Boulanger·ère (H/F/X)");
        await window.Button("Propose.ToPreview").ClickAsync();
        await Expect(window.Page.Locator(".offer-preview")).ToBeVisibleAsync();
        await AccessibilityTests.InspectAsync(window, faults);
        await window.Button("Propose.Send").ClickAsync();
        await window.ArriveAsync("envoye=1$");
        await AccessibilityTests.InspectAsync(window, faults);
        var link = await LinkAsync();
        await LookAsync(link);
        await LookAsync($"{link}/modifier");
        await window.GoAsync(Address + link);
        await window.Button("Proposal.Confirm").ClickAsync();
        await window.ArriveAsync("fait=confirmer$");

        await window.SignInAsync(_portal, Address, role: AccountRole.Reviewer);
        await LookAsync("/espace/offres/saisies");
        await LookAsync("/espace/offres/saisies/nouvelle");
        var entry = await EntryAsync();
        await LookAsync($"/espace/offres/saisies/{entry}");
        await LookAsync($"/espace/offres/saisies/{entry}/modifier");
        await window.GoAsync($"{Address}/espace/offres/saisies/{entry}");
        await window.Button("EntryDesk.Publish").ClickAsync();
        await window.ArriveAsync("reponse=Done");
        await window.GoAsync(Address + link);
        await window.Link("Proposal.SeeLive").ClickAsync();
        await window.ArriveAsync("/offres/\\d+-");
        await AccessibilityTests.InspectAsync(window, faults);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(window.Complaints);

        async Task LookAsync(string path)
        {
            await window.GoAsync(Address + path);
            await AccessibilityTests.InspectAsync(window, faults);
        }
    }

    private static async Task FillAsync(Window window, string title)
    {
        var page = window.Page;
        await page.Locator("#champ-intitule").FillAsync(title);
        await page.Locator("#champ-employeur").FillAsync("Boulangerie du Coin");
        await page.Locator("input[name=recruteur][value=Direct]").CheckAsync();
        await page.Locator("#champ-lieux").FillAsync("5000 Namur");
        await page.Locator("#champ-contrat").SelectOptionAsync("Permanent");
        await page.Locator("#champ-regime").SelectOptionAsync("FullTime");
        await page.Locator("#champ-salaire-de").FillAsync("2 500");
        await page.Locator("#champ-salaire-a").FillAsync("2 900");
        await page.Locator("#champ-salaire-par").SelectOptionAsync("Month");
        await page.Locator("#champ-missions")
            .FillAsync(string.Concat(Enumerable.Repeat("Pétrir, façonner et cuire les pains du jour avec nous. ", 4)));
        await page.Locator("#champ-postuler-courriel").FillAsync("emploi@boulangerie.example");
        await page.Locator("#contact-nom").FillAsync("Anne Dupont");
        await page.Locator("#contact-courriel").FillAsync("anne@boulangerie.example");
    }

    [GeneratedRegex("/offres/proposition/[0-9a-f]{64}")]
    private static partial Regex PrivateLink();

    /// <summary>The link in the one mail that was sent.</summary>
    private async Task<string> LinkAsync() => PrivateLink().Match((await LaidMail.FirstAsync(_portal.DataFolder, Cancellation)).TextBody!).Value;

    private async Task<int> EntryAsync()
    {
        await using var context = await ContextAsync();
        return await context.OfferEntries.Select(e => e.Id).SingleAsync(Cancellation);
    }

    private async Task<PortalDbContext> ContextAsync() =>
        await _portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation);

    private async Task StartAsync()
    {
        _portal.UseKestrel(0);
        _portal.StartServer();
        await KnownPlaces.WaitAsync(_portal, Cancellation);
    }
}
