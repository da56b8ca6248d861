using System.Text.Json.Nodes;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Web.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>A laptop sleeps for longer than the site keeps its circuit, and is opened again.</summary>
public sealed class EditorJourneysAfterSleep(BrowserFixture browser)
{
    private const string Slug = "archiviste-numerique";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_TypedBeforeAndAfterASleep_IsInTheDraft()
    {
        await using var portal = new PortalFactory { Settings = { ["Circuits:KeepSeconds"] = "1" } };
        portal.UseKestrel(0);
        portal.StartServer();
        await using var proxy = new TcpProxy(portal.ClientOptions.BaseAddress.ToString());
        await using var window = await browser.OpenAsync();
        var page = window.Page;
        await window.SignInAsync(portal, proxy.Address);
        await window.GoAsync($"{proxy.Address}/espace/guides/{await GuideIdAsync(portal)}?section=entete");
        var field = page.Locator("[data-path='content.hook']");
        await SavedAsync(page);
        await field.ClickAsync();
        await field.PressAsync("Control+End");
        var device = await window.MeasureAsync();

        await page.Keyboard.TypeAsync(" Juste avant de fermer.", new() { Delay = 20 });
        var before = await field.InputValueAsync();
        proxy.Cut();
        await LiveAsync(device, "frozen");
        await Task.Delay(TimeSpan.FromSeconds(8), Cancellation);
        proxy.Restore();
        await LiveAsync(device, "active");
        await page.BringToFrontAsync();
        await page.Keyboard.TypeAsync(" Et sitôt rouvert.", new() { Delay = 20 });

        var expected = before + " Et sitôt rouvert.";
        await Expect(field).ToHaveValueAsync(expected);
        await SavedAsync(page);
        Assert.Equal(expected, await HookAsync(portal));
        await Expect(page.Locator("[data-refusal]:visible")).ToHaveCountAsync(0);

        // Who leaves the text finds a page that draws again, at the section that they asked for.
        var heading = await page.Locator("#formulaire-titre").InnerTextAsync();
        await page.WaitForFunctionAsync(
            """
            before => {
              const heading = document.getElementById("formulaire-titre");
              if (heading && heading.textContent !== before) return true;
              document.querySelector(".ed-section:not([aria-current])")?.click();
              return false;
            }
            """,
            heading,
            new() { PollingInterval = 2_000 }
        );
        await Expect(field).ToHaveCountAsync(0);
    }

    private static async Task LiveAsync(ICDPSession device, string state) =>
        await device.SendAsync("Page.setWebLifecycleState", new Dictionary<string, object> { ["state"] = state });

    private static Task SavedAsync(IPage page) => Expect(page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved");

    private static async Task<int> GuideIdAsync(PortalFactory portal)
    {
        await using var context = portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        return await context.Guides.Where(g => g.Slug == Slug).Select(g => g.Id).SingleAsync(Cancellation);
    }

    private static async Task<string?> HookAsync(PortalFactory portal)
    {
        await using var context = portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();
        var document = await context.Drafts.Where(d => d.Guide.Slug == Slug).Select(d => d.Document).SingleAsync(Cancellation);
        return (string?)JsonNode.Parse(document)!["content"]!["hook"];
    }
}
