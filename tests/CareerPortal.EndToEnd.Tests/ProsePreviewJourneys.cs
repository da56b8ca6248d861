using CareerPortal.Data;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>Beside a long text stands what its readers will get, as soon as somebody rests.</summary>
public sealed class ProsePreviewJourneys(BrowserFixture browser)
{
    private static readonly LocatorAssertionsToHaveTextOptions Patient = new() { Timeout = Window.LongestAnswer };

    [Fact]
    public async Task Preview_OfATextBeingWritten_FollowsItAndAReloadedPage()
    {
        await using var window = await browser.OpenAsync(1280);
        await window.SignInAsync(browser.Portal, browser.Address);
        await OpenAsync(window);
        var field = window.Page.Locator("textarea[data-marks]").First;
        var preview = window.Page.Locator("details[data-prose-of]").First;

        await preview.Locator("summary").ClickAsync();
        await field.FillAsync("Un **grand** pas : [ici](https://www.unia.be/).");
        await Expect(preview.Locator("strong")).ToHaveTextAsync("grand", Patient);
        Assert.Equal("_blank", await preview.Locator("a").GetAttributeAsync("target"));
        await field.FillAsync("<b>Non</b>");
        await Expect(preview.Locator("[data-prose-view] > p")).ToHaveTextAsync("<b>Non</b>", Patient);
        await field.FillAsync("Un *petit* pas.");
        await Expect(preview.Locator("em")).ToHaveTextAsync("petit", Patient);
        await Expect(window.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved", new() { Timeout = Window.LongestAnswer });
        await window.Page.ReloadAsync();
        await preview.Locator("summary").ClickAsync();

        await Expect(preview.Locator("em")).ToHaveTextAsync("petit", Patient);
        Assert.DoesNotContain(window.Complaints, c => !c.Contains("ERR_ABORTED", StringComparison.Ordinal));
    }

    private async Task OpenAsync(Window window)
    {
        await using var context = browser.Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        var guide = await context
            .Guides.Where(g => g.Slug == "operateur-de-numerisation")
            .Select(g => g.Id)
            .SingleAsync(TestContext.Current.CancellationToken);
        await window.GoAsync($"{browser.Address}/espace/guides/{guide}?section=introduction");
        await Expect(window.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved", new() { Timeout = Window.LongestAnswer });
    }
}
