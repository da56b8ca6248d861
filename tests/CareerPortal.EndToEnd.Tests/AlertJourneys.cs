using System.Text.RegularExpressions;
using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Alerts;
using CareerPortal.Offers.Board;
using CareerPortal.Offers.Sources;
using CareerPortal.Web.Offers;
using CareerPortal.Web.Offers.Alerts;
using CareerPortal.Web.Tests;
using Deque.AxeCore.Playwright;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>Offers by e-mail, as people ask for them and end them.</summary>
public sealed partial class AlertJourneys(BrowserFixture browser) : IAsyncDisposable
{
    private readonly PortalFactory _portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Address => _portal.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Fact]
    public async Task Alert_OnAPhoneWithoutScript_IsAskedConfirmedAndStopped()
    {
        await StartAsync();
        await using var window = await browser.OpenAsync(360, 740, script: false);
        await window.GoAsync($"{Address}/offres?q=boulanger&v=2");
        await window.Link("Alert.Door").ClickAsync();
        await window.ArriveAsync("/offres/alerte\\?");
        await window.Page.Locator("#courriel").FillAsync("lea@example.org");
        await Task.Delay(AskAlertPage.Least + TimeSpan.FromMilliseconds(300), Cancellation);
        await window.Button("Alert.Ask").ClickAsync();
        await window.ArriveAsync("demande=1$");

        await window.GoAsync(Address + await LinkAsync(AlertPath.Confirm));
        await window.Button("Alert.ConfirmAction").ClickAsync();
        await window.ArriveAsync("fait=confirme$");
        await Expect(window.Main.GetByRole(AriaRole.Status)).ToHaveTextAsync(window.Says("Alert.Done.confirme"));
        await window.Button("Alert.StopAction").ClickAsync();
        await window.ArriveAsync(AlertPath.Stop);

        await Expect(window.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(window.Says("Alert.StoppedTitle"));
        await using var context = await _portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync(Cancellation);
        Assert.False(await context.OfferAlerts.AnyAsync(Cancellation));
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Pages_OfAlerts_HaveNoFault(int width)
    {
        await StartAsync();
        var desk = _portal.Services.GetRequiredService<AlertDesk>();
        var mails = _portal.Services.GetRequiredService<AlertMails>();
        var query = AlertSearch.Read("?q=boulanger&lieu=5000&km=10&contrat=cdi&v=2");
        await desk.AskAsync(new AskAlert("lea@example.org", query, AlertRhythm.Daily, "fr"), mails.NoticeAsync, Cancellation);
        var confirm = await LinkAsync(AlertPath.Confirm);
        var id = (await desk.OpenAsync(confirm.Split('/')[^1], AlertLink.Confirm, Cancellation))!.Value;
        var manage = await desk.LinkAsync(id, AlertLink.Manage, Cancellation);
        var stop = await desk.LinkAsync(id, AlertLink.Stop, Cancellation);
        await using var window = await browser.OpenAsync(width, 800);
        var faults = new List<string>();

        foreach (
            var path in new[]
            {
                "/offres/alerte?q=boulanger&lieu=5000&km=10&contrat=cdi&v=2",
                "/de/offres/alerte",
                "/offres/alerte?demande=1",
                confirm,
                "confirm",
                $"{AlertPath.Manage}/{manage}?fait=rythme",
                $"{AlertPath.GoOn}/{manage}",
                $"/nl{AlertPath.Opinion}/{manage}",
                $"{AlertPath.Stop}/{stop}",
                "stop",
                $"{AlertPath.Stop}/{stop}",
                $"{AlertPath.Manage}/{manage}",
                $"{AlertPath.Stop}/rien",
            }
        )
        {
            if (path is "confirm")
            {
                await desk.ConfirmAsync(id, Cancellation);
                continue;
            }

            if (path is "stop")
            {
                await desk.StopAsync(id, Cancellation);
                continue;
            }

            await window.GoAsync(Address + path);
            await AccessibilityTests.InspectAsync(window, faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Mail_AsAPage_HasNoFaultAndAsksNobodyForAnything(int width)
    {
        await StartAsync();
        var board = (await _portal.Services.GetRequiredService<OfferBoard>().CurrentAsync(Cancellation))!;
        var today = BelgianDay.Today(TimeProvider.System);
        var hits = board.Find(new OfferQuery { PageSize = AlertRounds.MostShown }, today);
        var offers = await _portal.Services.GetRequiredService<OfferShelf>().ListAsync([.. hits.Page.Select(h => h.Id)], Cancellation);
        var alert = new OfferAlert
        {
            Email = "lea@example.org",
            NormalEmail = "LEA@EXAMPLE.ORG",
            Search = "?q=boulanger&lieu=5000&km=10&v=2",
            SearchHash = [],
            Language = "fr",
            Rhythm = AlertRhythm.Daily,
            AskedUtc = DateTime.UtcNow,
            TouchedUtc = DateTime.UtcNow,
        };
        var seal = await _portal.Services.GetRequiredService<AlertKeys>().MakeAsync(Cancellation);
        var mail = await _portal
            .Services.GetRequiredService<AlertMails>()
            .OffersAsync(new AlertMail(alert, seal, today, [.. offers.Select(o => (o, (double?)3.2, (IReadOnlyList<ListedOffer>)[]))], 22));
        await using var window = await browser.OpenAsync(width, 800);
        var asked = 0;
        window.Page.Request += (_, _) => asked++;

        await window.Page.SetContentAsync(mail.Html!);

        var faults = await window.Page.RunAxe();
        Assert.True(faults.Violations.Length == 0, string.Join(", ", faults.Violations.Select(v => v.Id)));
        Assert.Null(await window.OverflowAsync());
        Assert.Equal(0, asked);
        Assert.Equal(AlertRounds.MostShown, await window.Page.Locator("h2").CountAsync());
    }

    /// <summary>The path of a link in the mail that lies in the folder.</summary>
    private async Task<string> LinkAsync(string path)
    {
        var mail = await LaidMail.FirstAsync(_portal.DataFolder, Cancellation);
        return Links().Matches(mail.TextBody!).Select(m => m.Value).First(l => l.StartsWith(path, StringComparison.Ordinal));
    }

    private async Task StartAsync()
    {
        _portal.UseKestrel(0);
        _portal.StartServer();
        await _portal.Services.GetRequiredService<ExampleOffers>().FillEmptyBoardAsync(Cancellation);
    }

    [GeneratedRegex("/offres/alerte/[a-z]+/[0-9a-f]{72}")]
    private static partial Regex Links();
}
