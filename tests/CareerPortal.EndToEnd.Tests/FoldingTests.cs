using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>On a phone the sections of a guide fold under their headings; nothing is lost without a script, on a wide screen or on paper.</summary>
public sealed class FoldingTests(BrowserFixture browser)
{
    private const string Guide = "/metiers/micro-taches-ia";

    [Fact]
    public async Task Guide_OnAPhone_IsShortAndOpensByHeading()
    {
        await using var window = await browser.OpenAsync(360, 740);
        await window.GoAsync(Guide);
        var heading = window.Page.Locator("#journee h2").GetByRole(AriaRole.Button);

        Assert.InRange(await HeightAsync(window), 1_000, 9_000);
        await Expect(window.Page.Locator("#journee li p").First).ToBeHiddenAsync();
        await Expect(heading).ToHaveAttributeAsync("aria-expanded", "false");
        await heading.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(heading).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(window.Page.Locator("#journee li p").First).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Space");
        await Expect(window.Page.Locator("#journee li p").First).ToBeHiddenAsync();
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData("#journee", "#journee li p", true)]
    [InlineData("#zones", "#zones + ul li", true)]
    [InlineData("#source-2", "#source-2", true)]
    [InlineData("#journee", "#journee li p", false)]
    [InlineData("#source-2", "#source-2", false)]
    public async Task Section_AskedForByItsAddress_IsOpenAndInView(string address, string part, bool script)
    {
        await using var window = await browser.OpenAsync(360, 740, script);
        await window.GoAsync(Guide + address);

        await Expect(window.Page.Locator(part).First).ToBeVisibleAsync();
        await Expect(window.Page.Locator(address)).ToBeInViewportAsync();
    }

    [Fact]
    public async Task Section_AskedForTwiceFromTheContents_OpensTwice()
    {
        await using var window = await browser.OpenAsync(360, 740);
        await window.GoAsync(Guide);

        foreach (var _ in new[] { 1, 2 })
        {
            await window.Page.Locator("#sommaire summary").ClickAsync();
            await window.Page.Locator("#sommaire a[href='#salaire']").ClickAsync();
            await Expect(window.Page.Locator("#salaire h2")).ToBeInViewportAsync();
            await Expect(window.Page.Locator("#salaire figure")).ToBeVisibleAsync();
            await window.Page.Locator("#salaire h2 button").ClickAsync();
            await Expect(window.Page.Locator("#salaire figure")).ToBeHiddenAsync();
            await window.Page.Locator("#sommaire summary").ClickAsync();
        }
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(360, false)]
    public async Task Guide_OnAWideScreenOrWithoutScript_IsOpen(int width, bool script)
    {
        await using var window = await browser.OpenAsync(width, 800, script);
        await window.GoAsync(Guide);

        await Expect(window.Page.Locator("#journee li p").First).ToBeVisibleAsync();
        await Expect(window.Page.Locator("#sources li").First).ToBeVisibleAsync();
        await Expect(window.Page.Locator(".guide-section h2 button")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Guide_TurnedFromPhoneToWide_IsOpen()
    {
        await using var window = await browser.OpenAsync(360, 740);
        await window.GoAsync(Guide);

        await window.Page.SetViewportSizeAsync(1280, 800);

        await Expect(window.Page.Locator("#journee li p").First).ToBeVisibleAsync();
        await Expect(window.Page.Locator("#sources li").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Guide_AsItFolds_DoesNotMoveUnderTheReader()
    {
        await using var window = await browser.OpenAsync(360, 740);
        await window.Page.AddInitScriptAsync(
            "window.moved = 0; "
                + "new PerformanceObserver((list) => list.getEntries().forEach((e) => { window.moved += e.value; }))"
                + ".observe({ type: 'layout-shift', buffered: true });"
        );
        await window.GoAsync(Guide);

        Assert.InRange(await window.Page.EvaluateAsync<double>("() => new Promise((done) => setTimeout(() => done(window.moved), 300))"), 0, 0.01);
    }

    [Theory]
    [InlineData("salaire")]
    [InlineData("questions")]
    public async Task Contents_WhileReading_MarkWhereOneIs(string section)
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync(Guide);

        await window.Page.Locator($".guide-contents a[href='#{section}']").ClickAsync();

        var current = window.Page.Locator(".guide-contents a[aria-current]");
        await Expect(current).ToHaveCountAsync(1);
        await Expect(current).ToHaveAttributeAsync("href", $"#{section}");
        await Expect(current).ToBeInViewportAsync();
    }

    private static Task<double> HeightAsync(Window window) => window.Page.EvaluateAsync<double>("() => document.documentElement.scrollHeight");
}
