using System.Text.RegularExpressions;
using CareerPortal.Compatibility;
using CareerPortal.Quiz.Items;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>What comes out of the printer: counted in A4 pages, and read in points.</summary>
public sealed class PrintTests(BrowserFixture browser)
{
    /// <summary>9.5 pt in the pixels of the browser, less what rounding takes.</summary>
    private const double LeastPixels = (9.5 * 96 / 72) - 0.05;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("annotateur-de-donnees-ia", true)]
    [InlineData("operateur-de-numerisation", false)]
    [InlineData("micro-taches-ia", true)]
    public async Task Guide_Printed_FitsFourPagesInReadableLetters(string slug, bool script)
    {
        await using var window = await browser.OpenAsync(360, 740, script, isWhole: true);
        await window.GoAsync($"/metiers/{slug}");

        var pages = await PagesAsync(window);

        TestContext.Current.TestOutputHelper?.WriteLine($"{slug}: {pages} pages");
        Assert.InRange(pages, 2, 4);
        Assert.Empty(await SmallTextsAsync(window));
    }

    [Theory]
    [InlineData("/metiers/comparer?m=boulanger&m=infirmier-en-soins-generaux-ide&m=annotateur-de-donnees-ia", 1)]
    [InlineData("/nl/metiers/comparer?m=conducteur-d-engins-agricoles&m=infirmier-en-soins-generaux-ide&m=boulanger", 1)]
    [InlineData("/metiers/boulanger", 2)]
    public async Task CataloguePage_Printed_FitsInReadableLetters(string address, int most)
    {
        await using var window = await browser.OpenAsync(360, 740, isWhole: true);
        await window.GoAsync(address);

        var pages = await PagesAsync(window);

        Assert.InRange(pages, 1, most);
        Assert.Empty(await SmallTextsAsync(window));
    }

    [Theory]
    [InlineData("annotateur-de-donnees-ia", "#journee li p", "#questions details p:not(.source-note)", "#zones + ul li")]
    [InlineData("operateur-de-numerisation", "#journee li p", "#questions details p:not(.source-note)", "#zones + ul li")]
    [InlineData(
        "micro-taches-ia",
        "#journee li p",
        "#questions details p:not(.source-note)",
        "#zones + ul li",
        "#plateformes td",
        "#statut .fact-list p"
    )]
    public async Task Guide_Printed_KeepsWhatIsTalkedOver(string slug, params string[] kept)
    {
        await using var window = await browser.OpenAsync(360, 740, isWhole: true);
        await window.GoAsync($"/metiers/{slug}");

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        foreach (var selector in kept)
        {
            var parts = await window.Page.Locator(selector).AllAsync();
            Assert.NotEmpty(parts);
            Assert.All(await Task.WhenAll(parts.Select(p => p.IsVisibleAsync())), Assert.True);
        }
    }

    [Theory]
    [InlineData("annotateur-de-donnees-ia")]
    [InlineData("operateur-de-numerisation")]
    [InlineData("orientation")]
    public async Task Result_Printed_FitsTwoPagesWithNotesSmallerThanText(string quiz)
    {
        await using var window = await browser.OpenAsync(isWhole: true);
        await window.GoAsync($"/quiz/session/{await CompletedAsync(quiz)}/resultat");

        var pages = await PagesAsync(window);

        TestContext.Current.TestOutputHelper?.WriteLine($"{quiz}: {pages} pages");
        Assert.InRange(pages, 1, 2);
        Assert.Empty(await SmallTextsAsync(window));
        var text = await PixelsAsync(window, quiz == "orientation" ? ".suggestions .reason-side" : ".level-group li p");
        Assert.True(text > await PixelsAsync(window, ".meta"), "The body text is not larger than the notes.");
    }

    [Theory]
    [InlineData("annotateur-de-donnees-ia")]
    [InlineData("orientation")]
    public async Task Result_Printed_DoesNotEndByDeletingIt(string quiz)
    {
        await using var window = await browser.OpenAsync(isWhole: true);
        var code = await CompletedAsync(quiz);
        await window.GoAsync($"/quiz/session/{code}/resultat");

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(window.Main.GetByText(window.Says("Result.DeleteText"))).ToBeHiddenAsync();
        await Expect(window.Main.GetByText(window.Says("Result.Delete"))).ToBeHiddenAsync();
        await Expect(window.Main.GetByText(code.ToString())).ToBeVisibleAsync();
    }

    [Fact]
    public async Task BriefGuide_Printed_IsCalledNoSummaryOfALongerOneAndFillsItsKeyFacts()
    {
        await using var window = await browser.OpenAsync(isWhole: true);
        await window.GoAsync("/metiers/employe-administratif");

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(window.Main.Locator(".print-address")).ToContainTextAsync("Version à jour");
        var unused = await window
            .Main.Locator(".key-facts")
            .EvaluateAsync<double>("(f) => f.getBoundingClientRect().right - f.lastElementChild.getBoundingClientRect().right");
        Assert.InRange(unused, -2, 2);
    }

    [Theory]
    [InlineData("annotateur-de-donnees-ia")]
    [InlineData("operateur-de-numerisation")]
    [InlineData("micro-taches-ia")]
    public async Task Pay_Printed_NamesItsSourceAndPointsToNothingLeftOut(string slug)
    {
        await using var window = await browser.OpenAsync(isWhole: true);
        await window.GoAsync($"/metiers/{slug}");

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(window.Main.Locator(".salary-chart .on-paper .source-mark").First).ToBeVisibleAsync();
        await Expect(window.Main.Locator(".salary-chart .no-print")).ToBeHiddenAsync();
        Assert.All(await Task.WhenAll((await window.Main.Locator(".below-minimum a").AllAsync()).Select(a => a.IsVisibleAsync())), Assert.False);
    }

    [Theory]
    [InlineData("annotateur-de-donnees-ia")]
    [InlineData("orientation")]
    public async Task Result_Printed_TellsHowToReachEachServiceInOneBlock(string quiz)
    {
        await using var window = await browser.OpenAsync(isWhole: true);
        await window.GoAsync($"/quiz/session/{await CompletedAsync(quiz)}/resultat");

        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var services = window.Main.Locator("#parler li");
        Assert.All(await services.AllInnerTextsAsync(), t => Assert.DoesNotMatch(@"^\s*,", t));
        await Expect(services.Filter(new() { HasText = "actiris.brussels" })).ToContainTextAsync("0800");
        Assert.Equal("none", await services.First.EvaluateAsync<string>("(e) => getComputedStyle(e, '::before').content"));
        Assert.Equal("avoid", await window.Main.Locator("#parler").EvaluateAsync<string>("(e) => getComputedStyle(e).breakInside"));
    }

    private static async Task<int> PagesAsync(Window window)
    {
        var pdf = System.Text.Encoding.Latin1.GetString(await window.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));
        return Regex.Count(pdf, @"/Type\s*/Page\b");
    }

    /// <summary>Every printed text below 9.5 pt, with its size; a bar's or a map's too.</summary>
    private static async Task<string[]> SmallTextsAsync(Window window)
    {
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        return await window.Page.EvaluateAsync<string[]>(
            """
            (least) => {
              const small = new Set();
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) {
                const holder = texts.currentNode.parentElement;
                if (!texts.currentNode.data.trim() || holder.closest("title, desc, script, option, .visually-hidden")) continue;
                const range = document.createRange();
                range.selectNodeContents(texts.currentNode);
                const box = range.getBoundingClientRect();
                if (box.width === 0 || box.height === 0) continue;
                const drawing = holder.closest("svg");
                const scale = drawing ? drawing.getScreenCTM().a : 1;
                const size = parseFloat(getComputedStyle(holder).fontSize) * scale;
                const name = `${holder.localName} class="${holder.getAttribute("class") ?? ""}"`;
                if (size < least) small.add(`${size.toFixed(1)} px <${name}> ${texts.currentNode.data.trim().slice(0, 40)}`);
              }
              return [...small];
            }
            """,
            LeastPixels
        );
    }

    private static Task<double> PixelsAsync(Window window, string selector) =>
        window.Page.Locator(selector).Locator("visible=true").First.EvaluateAsync<double>("(e) => parseFloat(getComputedStyle(e).fontSize)");

    /// <summary>A quiz answered to its end, past the browser.</summary>
    private async Task<ResumeCode> CompletedAsync(string quiz)
    {
        var desk = browser.Portal.Services.GetRequiredService<QuizDesk>();
        var bank = browser.Portal.Services.GetRequiredService<ItemBank>();
        var code =
            quiz == "orientation"
                ? await desk.StartOverAllAsync("fr", Cancellation)
                : (await desk.StartAsync(await OccupationAsync(quiz), "fr", Cancellation))!;
        for (var progress = await FindAsync(); !progress.IsFinished; progress = await FindAsync())
        {
            await desk.AnswerAsync(code, progress.Next!, bank.Find(progress.Next!)!.Coded((progress.Answers.Count % 3) + 2), Cancellation);
        }

        return code;

        async Task<QuizProgress> FindAsync() => (await desk.FindAsync(code, Cancellation))!;
    }

    private async Task<string> OccupationAsync(string slug) =>
        (await browser.Portal.Services.GetRequiredService<Guides.GuideLibrary>().CatalogueAsync("fr", Cancellation))
            .All.Single(g => g.Slug == slug)
            .OccupationCode;
}
