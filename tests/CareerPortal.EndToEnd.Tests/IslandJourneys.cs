using CareerPortal.Web.Tests.Islands;
using Microsoft.Playwright;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>A page with an interactive part as a browser has it: its circuit opens, speaks its language, and breaks no rule of its policy.</summary>
public sealed class IslandJourneys(BrowserFixture browser, IslandSite site) : IClassFixture<IslandSite>
{
    [Theory]
    [InlineData("ile", "fr-BE")]
    [InlineData("nl/ile", "nl-BE")]
    [InlineData("de/ile", "de-BE")]
    public async Task Circuit_OfAPage_SpeaksItsLanguage(string path, string culture)
    {
        await using var window = await browser.OpenAsync(language: "en");

        await window.GoAsync(new Uri(site.Address, path).AbsoluteUri);
        await ClickAsync(window.Page);

        await SpeaksAsync(window.Page, culture);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Circuit_BesideAPageInAnotherLanguage_GoesOnInItsOwn()
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync(new Uri(site.Address, "nl/ile").AbsoluteUri);
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "nl-BE nl-BE" })).ToBeVisibleAsync();
        var beside = await window.Page.Context.NewPageAsync();
        await beside.GotoAsync(new Uri(site.Address, "ile").AbsoluteUri);
        await ClickAsync(beside);

        await ClickAsync(window.Page);

        await SpeaksAsync(beside, "fr-BE");
        await SpeaksAsync(window.Page, "nl-BE");
    }

    [Fact]
    public async Task Link_ToAnotherLanguage_OpensACircuitOfItsOwn()
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync(new Uri(site.Address, "ile").AbsoluteUri);
        await ClickAsync(window.Page);

        await window.Page.Locator(".lang-switch a[hreflang=en]").ClickAsync();
        await window.ArriveAsync("/en/ile$");
        await ClickAsync(window.Page);

        await SpeaksAsync(window.Page, "en-BE");
    }

    private static Task ClickAsync(IPage page) => page.Locator("main button").ClickAsync();

    private static Task SpeaksAsync(IPage page, string culture) =>
        Assertions
            .Expect(page.Locator("main button"))
            .ToHaveTextAsync($"{culture} {culture}, {culture} {culture}, {culture} {culture}", new() { Timeout = Window.LongestAnswer });
}
