using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>What stands under the search box while somebody types.</summary>
public sealed class SuggestionJourneys(BrowserFixture browser)
{
    [Theory]
    [InlineData("/", 320)]
    [InlineData("/metiers", 1280)]
    public async Task Suggestions_ByKeyboard_LeadToTheOccupation(string address, int width)
    {
        await using var window = await browser.OpenAsync(width, 800);
        await window.GoAsync(address);
        var box = window.Page.Locator("#q");
        var list = window.Page.Locator(".search-hints[role=listbox]");
        var options = window.Page.Locator(".search-hints [role=option]");
        var before = await window.Page.Locator("#q-aide").BoundingBoxAsync();
        var faults = new List<string>();

        await box.FocusAsync();
        await box.FillAsync("boulang");
        await Expect(options.First).ToBeVisibleAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await Expect(window.Page.Locator(".search-form [aria-live]")).Not.ToBeEmptyAsync();
        var after = await window.Page.Locator("#q-aide").BoundingBoxAsync();
        await window.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(box).ToHaveAttributeAsync("aria-activedescendant", "q-0");
        await Expect(options.First).ToHaveAttributeAsync("aria-selected", "true");
        await AccessibilityTests.InspectAsync(window, faults);
        await Expect(list).ToBeVisibleAsync();

        await window.Page.Keyboard.PressAsync("End");
        await Expect(options.Last).ToHaveAttributeAsync("aria-selected", "true");
        await window.Page.Keyboard.PressAsync("Escape");
        await Expect(list).ToBeHiddenAsync();
        await Expect(box).ToHaveValueAsync("boulang");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(box).ToBeFocusedAsync();

        await window.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(options.First).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("ArrowDown");
        await window.Page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync("/metiers/boulanger$");
        Assert.Empty(faults);
        Assert.Equal((before!.X, before.Y), (after!.X, after.Y));
    }

    [Fact]
    public async Task Suggestions_Clicked_LeadThere()
    {
        await using var window = await browser.OpenAsync(language: "nl");
        await window.GoAsync("/nl");
        await window.Page.Locator("#q").FillAsync("technobel");

        await window.Page.Locator(".search-hints [role=option]").First.ClickAsync();

        await window.ArriveAsync("/nl/centres/technobel$");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Search_SentWithoutASuggestion_AnswersAsItDoesWithoutAScript(bool script)
    {
        await using var window = await browser.OpenAsync(script: script);
        await window.GoAsync("/");
        var box = window.Page.Locator("#q");
        await box.FocusAsync();
        await window.Page.Keyboard.TypeAsync("ciney");
        await window.Page.Keyboard.PressAsync("Enter");

        await window.ArriveAsync(@"/metiers\?q=ciney$");

        await Expect(window.Main.Locator(".found-places a[href='/centres/technobel']")).ToBeVisibleAsync();
        await Expect(window.Page.Locator(".search-hints [role=option]")).ToHaveCountAsync(0);
    }
}
