using CareerPortal.Offers.Sources;
using CareerPortal.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>The job board with its examples, as people use it.</summary>
public sealed class BoardJourneys(BrowserFixture browser) : IAsyncDisposable
{
    private readonly PortalFactory _portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Address => _portal.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Pages_OfTheBoard_HaveNoFault(int width)
    {
        await StartAsync();
        await using var window = await browser.OpenAsync(width, 800);
        var faults = new List<string>();
        await GoAsync(window, "/offres");
        var first = await window.Page.Locator(".offer-list a").First.GetAttributeAsync("href");

        foreach (
            var path in new[]
            {
                "/offres",
                "/offres?q=boulanger&contrat=cdi&v=2",
                "/offres?q=boulanger&contrat=etudiant&lieu=6700&v=2",
                "/offres?lieu=nullepart&v=2",
                "/de/offres?page=3&v=2",
                first!,
                first!.Split('-')[0] + "/signaler",
            }
        )
        {
            await GoAsync(window, path);
            await AccessibilityTests.InspectAsync(window, faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Board_OnAPhoneWithoutScript_IsSearchedFilteredAndReported()
    {
        await StartAsync();
        await using var window = await browser.OpenAsync(360, 740, script: false);
        await GoAsync(window, "/");
        await window.Link("Home.OffersAction").ClickAsync();
        await window.ArriveAsync("/offres$");

        await window.Page.Locator("#q").FillAsync("infirmière");
        await window.Button("Offers.Search").First.ClickAsync();
        await window.ArriveAsync("q=infirmi");
        var found = await CountAsync(window);
        await window.Page.Locator("details.filters > summary").ClickAsync();
        await window.Page.Locator("input[name=contrat]").First.CheckAsync();
        await window.Button("Offers.Apply").ClickAsync();
        await window.ArriveAsync("contrat=");
        var filtered = await CountAsync(window);
        await window.Page.Locator(".offer-list h2 a").First.ClickAsync();
        await window.ArriveAsync("/offres/\\d+-");
        await window.Link("Report.Title").ClickAsync();
        await window.ArriveAsync("/signaler$");
        await window.Page.Locator("input[name=Reason]").First.CheckAsync();
        await window.Button("Report.Send").ClickAsync();

        await window.ArriveAsync("merci=1$");
        await Expect(window.Main.GetByRole(AriaRole.Status)).ToHaveTextAsync(window.Says("Report.Thanks"));
        Assert.InRange(filtered, 1, found);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Filters_WhileTheyAreChosen_SayHowManyOffersTheyLeave()
    {
        await StartAsync();
        await using var window = await browser.OpenAsync();
        await GoAsync(window, "/offres");
        var button = window.Page.Locator("[data-count-of]");

        await window.Page.Locator("input[name=contrat][value=cdi]").PressAsync("Space");

        await Expect(button).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("\\d"));
        var said = Number(await button.InnerTextAsync());
        await button.PressAsync("Enter");
        await window.ArriveAsync("contrat=cdi");
        Assert.Equal(said, await CountAsync(window));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Occupation_WithAScript_ShowsItsNewestOffers()
    {
        await StartAsync();
        await using var window = await browser.OpenAsync();
        await GoAsync(window, "/metiers/boulanger");

        await window.Page.Locator(".offers-of").ScrollIntoViewIfNeededAsync();

        await Expect(window.Page.Locator(".offers-of .offer-card").First).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    private static async Task<int> CountAsync(Window window) => Number(await window.Page.Locator(".result-count").First.InnerTextAsync());

    private static int Number(string text) =>
        int.Parse(string.Concat(text.Where(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture);

    private Task GoAsync(Window window, string path) => window.GoAsync(Address + path);

    private async Task StartAsync()
    {
        _portal.UseKestrel(0);
        _portal.StartServer();
        Assert.Equal(ExampleOffers.Count, await _portal.Services.GetRequiredService<ExampleOffers>().FillEmptyBoardAsync(Cancellation));
    }
}
