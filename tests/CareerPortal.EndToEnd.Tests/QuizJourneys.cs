using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

public sealed class QuizJourneys(BrowserFixture browser)
{
    /// <summary>How somebody answers.</summary>
    public enum Way
    {
        Mouse,
        Digits,
        Arrows,
        WithoutScript,
    }

    [Theory]
    [InlineData("annotateur-de-donnees-ia", Way.Digits)]
    [InlineData("operateur-de-numerisation", Way.Arrows)]
    [InlineData("micro-taches-ia", Way.WithoutScript)]
    [InlineData("orientation", Way.Mouse)]
    public async Task Quiz_TakenToItsEnd_ShowsAResult(string slug, Way way)
    {
        await using var window = await browser.OpenAsync(360, 740, script: way != Way.WithoutScript);
        await StartAsync(window, slug);

        for (var question = 1; !window.Page.Url.EndsWith("/resultat", StringComparison.Ordinal); question++)
        {
            Assert.InRange(question, 1, 24);
            var address = window.Page.Url;
            await AtQuestionAsync(window, question);
            await AnswerAsync(window, 1 + question % 5, way);
            await window.LeaveAsync(address);
        }

        await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/resultat$"));
        await Expect(window.Main.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync(window.Says(slug == "orientation" ? "Suggest.Title" : "Result.Heading"));
        await Expect(window.Main.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Quiz_Paused_GoesOnElsewhereByItsCode()
    {
        await using var first = await browser.OpenAsync(360, 740);
        await StartAsync(first, "operateur-de-numerisation");
        for (var question = 1; question <= 3; question++)
        {
            await AtQuestionAsync(first, question);
            await AnswerAsync(first, 4, Way.Mouse);
        }

        await AtQuestionAsync(first, 4);
        await first.Link("Question.Pause").ClickAsync();
        await first.ArriveAsync("/pause$");
        var code = new Uri(first.Page.Url).Segments[3].TrimEnd('/');
        await Expect(first.Main).ToContainTextAsync(code);

        await using var second = await browser.OpenAsync();
        await second.GoAsync("/quiz/reprendre");
        await second.Main.GetByLabel(second.Says("Resume.Label")).FillAsync(code.ToLowerInvariant().Replace('-', ' '));
        await second.Button("Resume.Action").ClickAsync();

        await AtQuestionAsync(second, 4);
    }

    [Fact]
    public async Task Quiz_GoneBackInTheBrowser_KeepsWhatWasAnswered()
    {
        await using var window = await browser.OpenAsync();
        await StartAsync(window, "operateur-de-numerisation");
        await AnswerAsync(window, 2, Way.Mouse);
        await AtQuestionAsync(window, 2);

        await window.Link("Question.Back").ClickAsync();
        await Expect(window.Main.GetByRole(AriaRole.Radio, new() { NameRegex = window.Says("Answer.2") })).ToBeCheckedAsync();
        await window.Page.GoBackAsync();

        await AtQuestionAsync(window, 2);
    }

    [Fact]
    public async Task Back_InTheBrowserAtTheThirdQuestion_ShowsTheSecondWithItsAnswer()
    {
        await using var window = await browser.OpenAsync();
        await StartAsync(window, "operateur-de-numerisation");
        await AnswerAsync(window, 2, Way.Mouse);
        await AtQuestionAsync(window, 2);
        var question = await window.Main.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
        await AnswerAsync(window, 4, Way.Mouse);
        await AtQuestionAsync(window, 3);

        await window.Page.GoBackAsync();

        await Expect(window.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(question);
        await Expect(window.Main.GetByRole(AriaRole.Radio, new() { NameRegex = window.Says("Answer.4") })).ToBeCheckedAsync();
    }

    [Fact]
    public async Task Digit_PressedAsTheQuestionAppears_ChoosesItsAnswer()
    {
        await using var window = await browser.OpenAsync();
        await StartAsync(window, "operateur-de-numerisation");
        await Expect(window.Main.GetByRole(AriaRole.Group)).ToBeFocusedAsync();

        await window.Page.Keyboard.PressAsync("3");
        await Expect(window.Main.GetByRole(AriaRole.Radio, new() { NameRegex = window.Says("Answer.3") })).ToBeCheckedAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        await AtQuestionAsync(window, 2);
    }

    [Fact]
    public async Task Digit_PressedOutsideTheForm_AnswersNothing()
    {
        await using var window = await browser.OpenAsync();
        await StartAsync(window, "operateur-de-numerisation");
        await window.Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Link).First.FocusAsync();

        await window.Page.Keyboard.PressAsync("3");

        Assert.Equal(0, await window.Main.GetByRole(AriaRole.Radio, new() { Checked = true }).CountAsync());
    }

    private static async Task StartAsync(Window window, string slug)
    {
        await window.GoAsync($"/quiz/{slug}");
        await window.Button(slug == "orientation" ? "QuizAll.Action" : "QuizStart.Action").ClickAsync();
        await AtQuestionAsync(window, 1);
    }

    private static Task AtQuestionAsync(Window window, int number) =>
        Expect(window.Main.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("value", (number - 1).ToString(CultureInfo.InvariantCulture));

    private static async Task AnswerAsync(Window window, int value, Way way)
    {
        switch (way)
        {
            case Way.Mouse:
                await window.Main.Locator(".answers label").Nth(value - 1).ClickAsync();
                break;
            case Way.Digits:
                await window.Main.GetByRole(AriaRole.Radio).First.FocusAsync();
                await window.Page.Keyboard.PressAsync(value.ToString(CultureInfo.InvariantCulture));
                await window.Page.Keyboard.PressAsync("Enter");
                break;
            case Way.Arrows:
                await window.Main.GetByRole(AriaRole.Radio).First.FocusAsync();
                await window.Page.Keyboard.PressAsync("Space");
                for (var step = 1; step < value; step++)
                {
                    await window.Page.Keyboard.PressAsync("ArrowDown");
                }

                await window.Page.Keyboard.PressAsync("Enter");
                break;
            default:
                await window.Main.GetByRole(AriaRole.Radio, new() { NameRegex = window.Says($"Answer.{value}") }).CheckAsync(new() { Force = true });
                await window.Main.GetByRole(AriaRole.Button).First.ClickAsync();
                break;
        }
    }
}
