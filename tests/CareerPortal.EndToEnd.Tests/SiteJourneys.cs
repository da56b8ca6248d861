using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

public sealed class SiteJourneys(BrowserFixture browser)
{
    [Fact]
    public async Task Language_Changed_KeepsThePage()
    {
        await using var window = await browser.OpenAsync(360, 740);
        await window.GoAsync("/quiz/annotateur-de-donnees-ia");

        foreach (
            var (name, language, path) in new[]
            {
                ("Nederlands", "nl", "/nl"),
                ("Deutsch", "de", "/de"),
                ("English", "en", "/en"),
                ("Français", "fr", ""),
            }
        )
        {
            await window.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
            await Expect(window.Page).ToHaveURLAsync($"{browser.Address}{path}/quiz/annotateur-de-donnees-ia");
            await Expect(window.Page.Locator("html")).ToHaveAttributeAsync("lang", language);
        }
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Theme_Changed_StaysOnTheNextPageAndVisit(ColorScheme system)
    {
        await using var window = await browser.OpenAsync(theme: system);
        await window.GoAsync("/");
        var toggle = window.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button);
        var before = await BackgroundAsync(window);
        await Expect(toggle).ToHaveAttributeAsync("aria-pressed", system == ColorScheme.Dark ? "true" : "false");

        await toggle.ClickAsync();
        var after = await BackgroundAsync(window);
        await window.GoAsync("/metiers");

        Assert.NotEqual(before, after);
        Assert.Equal(after, await BackgroundAsync(window));
        await Expect(toggle).ToHaveAttributeAsync("aria-pressed", system == ColorScheme.Dark ? "false" : "true");
    }

    [Fact]
    public async Task Theme_WithoutJavaScript_FollowsTheSystemAndShowsNoDeadButton()
    {
        await using var light = await browser.OpenAsync(script: false);
        await using var dark = await browser.OpenAsync(script: false, theme: ColorScheme.Dark);
        await light.GoAsync("/");
        await dark.GoAsync("/");

        await Expect(light.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        var pictures = (Light: await light.Page.ScreenshotAsync(), Dark: await dark.Page.ScreenshotAsync());
        Assert.NotEqual(Convert.ToHexString(pictures.Light), Convert.ToHexString(pictures.Dark));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task List_FilteredByKeyboard_ShowsTheGuidesAndLetsTheFilterGo(bool script)
    {
        await using var window = await browser.OpenAsync(script: script);
        await window.GoAsync("/metiers");

        await window.Main.Locator("#q").FocusAsync();
        await window.Page.Keyboard.TypeAsync("numerisation");
        await window.Main.Locator("summary").First.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Main.Locator("select").First).ToBeFocusedAsync();
        await window.Main.GetByLabel(window.Says("Search.Condition")).SelectOptionAsync("Screen");
        await window.Main.Locator("#q").FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        await window.ArriveAsync(@"/metiers\?.*condition=Screen");
        await Expect(window.Main.Locator("a[href='/metiers/operateur-de-numerisation']").First).ToBeVisibleAsync();
        var chips = window.Main.GetByRole(
            AriaRole.Link,
            new()
            {
                NameRegex = new System.Text.RegularExpressions.Regex(
                    "^" + System.Text.RegularExpressions.Regex.Escape(window.Text("Guides.RemoveFilter"))
                ),
            }
        );
        await Expect(chips).ToHaveCountAsync(2);
        await chips.Last.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(chips).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task SkipLink_Taken_LeadsToTheContent()
    {
        await using var window = await browser.OpenAsync();
        await window.GoAsync("/metiers");

        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Page.Locator("a[href='#contenu']")).ToBeFocusedAsync();
        await Expect(window.Page.Locator("a[href='#contenu']")).ToBeInViewportAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Keyboard.PressAsync("Tab");

        Assert.True(await window.Page.EvaluateAsync<bool>("() => document.querySelector('main').contains(document.activeElement)"));
    }

    private static Task<string> BackgroundAsync(Window window) =>
        window.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
}
