using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>From a disputed draft to its review with the keyboard alone: no click, and no focus but where keys lead.</summary>
[Slow]
public sealed class KeyboardJourney(BrowserFixture browser) : IAsyncDisposable
{
    private const int MostStops = 400;

    private readonly DemonstrationSite _site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Draft_ByKeyboardAlone_IsSettledWrittenSeenAndSubmitted()
    {
        await _site.InitializeAsync();
        var guide = await _site.DisputedAsync();
        await using var window = await browser.OpenAsync(1500, isWhole: true);
        await window.SignInAsync(_site.Portal, _site.Address, role: AccountRole.Reviewer);
        var page = window.Page;
        await window.GoAsync($"{_site.Address}/espace/guides/{guide}?section=entete");
        await Expect(page.Locator(".ed-conflict")).ToBeVisibleAsync(new() { Timeout = Window.LongestAnswer });
        await Expect(page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved");

        // One side of a true conflict.
        var theirs = await page.Locator(".ed-conflict blockquote").Last.InnerTextAsync();
        await TabToAsync(window, page.Locator(".ed-conflict-texts button").Last);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".ed-conflict")).ToHaveCountAsync(0);
        await Expect(page.Locator("[data-path='content.summary']")).ToHaveValueAsync(theirs);

        // By the outline to another section, and an item of its list away.
        await TabToAsync(window, page.Locator(".ed-skips a").First);
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(window, page.Locator(".ed-section[href$='section=missions']"));
        await page.Keyboard.PressAsync("Enter");
        var items = page.Locator("[data-list='content.missions'].ed-item:visible");
        await Expect(page.Locator("#formulaire-titre")).ToBeFocusedAsync();
        await Expect(items.First).ToBeVisibleAsync();
        var before = await items.CountAsync();
        var gone = await items.Nth(1).Locator(".ed-title").InnerTextAsync();
        await TabToAsync(window, items.Nth(1).Locator("[data-do=remove]"));
        await page.Keyboard.PressAsync("Enter");
        await Expect(items).ToHaveCountAsync(before - 1);
        await Expect(items.Nth(1).Locator(".ed-fold")).ToBeFocusedAsync();
        await Expect(page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved");
        Assert.DoesNotContain(gone, await items.Locator(".ed-title").AllInnerTextsAsync());

        // Into the preview, out of it at its end, and back out at its beginning.
        var frame = page.Locator(".ed-frames iframe.shown");
        await Expect(page.FrameLocator(".ed-frames iframe.shown").Locator("h2").First).ToBeVisibleAsync();
        await TabToAsync(window, frame);
        Assert.True(await LeaveAsync(window, frame, "Tab") < MostStops);
        await TabToAsync(window, frame, "Shift+Tab");
        Assert.True(await LeaveAsync(window, frame, "Shift+Tab") < MostStops);
        await Expect(page.Locator("[data-do=look]").Last).ToBeFocusedAsync();

        // To the review, with a reason for each warning that is passed over.
        await TabToAsync(window, page.Locator(".ws-tabs a[href$='/relire']"));
        await page.Keyboard.PressAsync("Enter");
        await window.ArriveAsync("/relire$");
        await window.LoadAsync();
        await TabToAsync(window, window.Button("Review.Submit"));
        await page.Keyboard.PressAsync("Enter");
        var waits = window.Main.GetByText(window.Says("Review.WaitsForSecond"));
        await Expect(waits.Or(window.Button("Review.PassAndSubmit"))).ToBeVisibleAsync();
        if (await window.Button("Review.PassAndSubmit").IsVisibleAsync())
        {
            foreach (var reason in await window.Main.Locator("input[name=motif]:visible").AllAsync())
            {
                await TabToAsync(window, reason);
                await page.Keyboard.TypeAsync("Vu avec le service.");
            }

            await TabToAsync(window, window.Button("Review.PassAndSubmit"));
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(waits).ToBeVisibleAsync();
        await using var context = _site.Store();
        Assert.Equal(DraftState.InReview, await context.Set<Draft>().Where(d => d.GuideId == guide).Select(d => d.State).SingleAsync(Cancellation));
    }

    /// <summary>Goes on by the keyboard until something has the focus.</summary>
    private static async Task TabToAsync(Window window, ILocator wanted, string key = "Tab")
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            if (await HasFocusAsync(wanted))
            {
                return;
            }

            await window.Page.Keyboard.PressAsync(key);
        }

        Assert.Fail($"The keyboard does not lead to {wanted}.");
    }

    private static async Task<int> LeaveAsync(Window window, ILocator frame, string key)
    {
        var stops = 0;
        for (; stops < MostStops && await HasFocusAsync(frame); stops++)
        {
            await window.Page.Keyboard.PressAsync(key);
        }

        return stops;
    }

    private static Task<bool> HasFocusAsync(ILocator wanted) => wanted.EvaluateAsync<bool>("(e) => e === document.activeElement");
}
