using CareerPortal.Compatibility;
using CareerPortal.Offers.Sources;
using CareerPortal.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>What somebody without an account keeps, hides and finds again on the board, on a phone, with a script and without.</summary>
public sealed class ReaderJourneys(BrowserFixture browser) : IAsyncDisposable
{
    private readonly PortalFactory _portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Address => _portal.ClientOptions.BaseAddress.ToString().TrimEnd('/');

    public ValueTask DisposeAsync() => _portal.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Board_OnAPhone_KeepsHidesAndRecognises(bool script)
    {
        await StartAsync();
        await using var window = await browser.OpenAsync(320, 700, script: script);
        var faults = new List<string>();
        await GoAsync(window, "/offres");
        var cards = window.Page.Locator(".offer-list > li");
        var before = await CountAsync(window);
        var (first, second) = (await cards.Nth(0).GetAttributeAsync("id"), await cards.Nth(1).GetAttributeAsync("id"));
        var third = await cards.Nth(2).GetAttributeAsync("id");

        await window.Page.Locator($"#{first} button[value^='Keep:']").ClickAsync();
        await Expect(window.Page.Locator($"#{first} button[value^='Drop:']")).ToBeVisibleAsync();
        await Expect(window.Page.Locator("#vers-ma-liste")).ToContainTextAsync("(1)");
        if (script)
        {
            await Expect(window.Page.Locator($"#{first} button[value^='Drop:']")).ToBeFocusedAsync();
        }

        await window.Page.Locator($"#{second} .offer-hide > summary").ClickAsync();
        await LookAsync(window, faults, script);
        await window.Page.Locator($"#{second} button[value^='Hide:']").ClickAsync();
        await Expect(window.Page.Locator($"#{second}")).ToHaveCountAsync(0);
        await Expect(window.Page.Locator("#masquees")).ToContainTextAsync("1");
        await Expect(window.Page.Locator($"#{third}")).ToBeInViewportAsync();
        if (script)
        {
            await Expect(window.Page.Locator($"#{third} h2 a")).ToBeFocusedAsync();
        }

        Assert.Equal(before - 1, await CountAsync(window));
        await LookAsync(window, faults, script);
        await window.Page.Locator("#masquees a").ClickAsync();
        await window.ArriveAsync("masquees=montrer");
        await Expect(window.Page.Locator($"#{second}")).ToBeVisibleAsync();
        Assert.Equal(before, await CountAsync(window));
        await LookAsync(window, faults, script);

        await window.Page.Locator($"#{first} h2 a").ClickAsync();
        await window.ArriveAsync("/offres/\\d+-");
        await LookAsync(window, faults, script);
        await GoAsync(window, "/offres");
        await Expect(window.Page.Locator(".tag-seen")).ToHaveCountAsync(1);
        await Expect(window.Page.Locator($"#{first} .tag-seen")).ToBeVisibleAsync();

        await window.Page.Locator("#vers-ma-liste a").ClickAsync();
        await window.ArriveAsync("/offres/ma-liste$");
        await Expect(cards).ToHaveCountAsync(1);
        await LookAsync(window, faults, script);
        var sheet = await SheetAsync(window);
        await window.Page.Locator("button[value^='Show:']").ClickAsync();
        await Expect(window.Page.Locator("button[value^='Show:']")).ToHaveCountAsync(0);
        await GoAsync(window, "/offres");

        Assert.Equal(before, await CountAsync(window));
        Assert.Equal(2, sheet.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Offer_AfterAQuiz_SaysHowItFits()
    {
        await StartAsync();
        await using var window = await browser.OpenAsync(320, 700);
        var faults = new List<string>();
        await GoAsync(window, "/quiz/orientation");
        await window.Button("QuizAll.Action").ClickAsync();
        await window.ArriveAsync("/quiz/session/");
        var code = ResumeCode.Parse(window.Page.Url)!;
        var desk = _portal.Services.GetRequiredService<QuizDesk>();
        for (var quiz = await desk.FindAsync(code, Cancellation); !quiz!.IsFinished; quiz = await desk.FindAsync(code, Cancellation))
        {
            await desk.AnswerAsync(code, quiz.Next!, new[] { 5, 2, 4, 1 }[quiz.Answers.Count % 4], Cancellation);
        }

        await GoAsync(window, $"/quiz/session/{code}/resultat");
        await GoAsync(window, "/offres");
        await window.Page.Locator(".offer-list h2 a").First.ClickAsync();
        await window.ArriveAsync("/offres/\\d+-");
        await window.Page.Locator("#vous").ScrollIntoViewIfNeededAsync();
        await Expect(window.Page.Locator("#vous a[href$='/resultat']").First).ToBeVisibleAsync();
        await AccessibilityTests.InspectAsync(window, faults);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Boxes_OfTheBoard_ProposeByKeyboard()
    {
        await StartAsync();
        await using var window = await browser.OpenAsync(320, 700);
        var faults = new List<string>();
        await GoAsync(window, "/offres");

        await window.Page.Locator("#lieu").FillAsync("nam");
        await Expect(window.Page.Locator("#lieu-list [role=option]").First).ToBeVisibleAsync();
        await AccessibilityTests.InspectAsync(window, faults);
        await window.Page.Locator("#lieu").PressAsync("ArrowDown");
        await Expect(window.Page.Locator("#lieu")).ToHaveAttributeAsync("aria-activedescendant", "lieu-0");
        await window.Page.Locator("#lieu").PressAsync("Enter");
        await window.ArriveAsync("lieu=Namur");
        await GoAsync(window, "/offres");
        await window.Page.Locator("#q").FillAsync("infirm");
        var option = window.Page.Locator("#q-list [role=option]").First;
        await Expect(option).ToBeVisibleAsync();
        var told = Number(await option.Locator(".meta").InnerTextAsync());
        await option.ClickAsync();
        await window.ArriveAsync("(q|metier)=");

        Assert.Equal(told, await CountAsync(window));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(window.Complaints);
    }

    /// <summary>What inspects a page needs its scripts; whether it fits the phone can be seen without.</summary>
    private static async Task LookAsync(Window window, List<string> faults, bool script)
    {
        if (script)
        {
            await AccessibilityTests.InspectAsync(window, faults);
        }
        else if (await window.OverflowAsync() is { } wide)
        {
            faults.Add($"{window.Page.Url} is wider than its window: {wide}");
        }
    }

    /// <summary>The table that the page's link leads to, asked with what the browser holds.</summary>
    private async Task<string> SheetAsync(Window window)
    {
        var answer = await window.Page.Context.APIRequest.GetAsync(Address + await window.Link("Shortlist.Csv").GetAttributeAsync("href"));
        Assert.StartsWith("text/csv", answer.Headers["content-type"], StringComparison.Ordinal);
        return await answer.TextAsync();
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
