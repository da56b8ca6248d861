using CareerPortal.Catalogue;
using Deque.AxeCore.Commons;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>axe, overflow and the console on every kind of page, on a phone and a desktop, light and dark.</summary>
public abstract class AccessibilityTests(BrowserFixture browser, int width)
{
    // Run within the page: the package's own way opens a second one for each run, which takes most of the time.
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    [Theory]
    [InlineData("/", "/nl", "/en/metiers", "/metiers?q=donnees&secteur=Digital", "/metiers?q=xylophone", "/metiers?lettre=T&page=2")]
    [InlineData("/metiers", "/metiers/annotateur-de-donnees-ia", "/metiers/transcripteur", "/de/metiers/annotateur-de-donnees-ia")]
    [InlineData("/metiers/operateur-de-numerisation", "/metiers/micro-taches-ia", "/metiers/micro-taches-ia?heures=abc&tarif=x")]
    [InlineData(
        "/quiz",
        "/quiz/annotateur-de-donnees-ia",
        "/quiz/orientation",
        "/quiz/methode",
        "/de/quiz/methode",
        "/quiz/reprendre",
        "/quiz/efface",
        "/de/quiz",
        "/quiz/reprendre?expire=1"
    )]
    [InlineData(
        "/metiers/boulanger",
        "/de/metiers/infirmier-en-soins-generaux-ide",
        "/metiers/comparer?m=boulanger&m=infirmier-en-soins-generaux-ide&m=annotateur-de-donnees-ia",
        "/metiers/comparer?ajouter=conducteur"
    )]
    [InlineData("/centres", "/centres/actiris", "/zones", "/plateformes", "/vie-privee", "/accessibilite", "/donnees", "/metiers/astronaute")]
    public async Task Pages_OfTheSite_HaveNoFault(params string[] addresses)
    {
        await using var window = await browser.OpenAsync(width, 800);
        var faults = new List<string>();

        foreach (var address in addresses)
        {
            await window.GoAsync(address);
            await InspectAsync(window, faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.DoesNotContain(window.Complaints, c => !c.Contains("404", StringComparison.Ordinal));
    }

    /// <summary>Other ones at each width, forty together.</summary>
    [Fact]
    public async Task Pages_OfOccupationsDrawnAtRandom_HaveNoFault()
    {
        var view = await browser.Portal.Services.GetRequiredService<CatalogueShelf>().CurrentAsync(TestContext.Current.CancellationToken);
        var drawn = new Random(width).GetItems([.. view.Occupations.Select(o => o.Slug)], 20);
        await using var window = await browser.OpenAsync(width, 800);
        var faults = new List<string>();

        foreach (var slug in drawn)
        {
            await window.GoAsync($"/metiers/{slug}");
            await InspectAsync(window, faults);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData("annotateur-de-donnees-ia", 5)]
    [InlineData("operateur-de-numerisation", 0)]
    [InlineData("orientation", 4)]
    public async Task Pages_OfAQuiz_HaveNoFault(string slug, int measure)
    {
        await using var window = await browser.OpenAsync(width, 800, language: measure == 0 ? "nl" : "fr");
        var faults = new List<string>();
        await window.GoAsync((window.Language == "fr" ? "" : "/nl") + $"/quiz/{slug}");
        await window.Button(slug == "orientation" ? "QuizAll.Action" : "QuizStart.Action").ClickAsync();
        await InspectAsync(window, faults);
        await window.Button("Question.Next").ClickAsync();
        await Assertions.Expect(window.Main.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await InspectAsync(window, faults);
        await window.Link("Question.Pause").ClickAsync();
        await window.ArriveAsync("/pause$");
        await window.LoadAsync();
        await InspectAsync(window, faults);
        await CompleteAsync(window, measure);
        await InspectAsync(window, faults);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Inspection_OfAPageWithFaults_FindsThem()
    {
        await using var window = await browser.OpenAsync(width, 800);
        var faults = new List<string>();
        await window.GoAsync("/vie-privee");
        await window.Page.EvaluateAsync(
            """
            () => {
              const main = document.querySelector("main");
              main.append(document.createElement("img"));
              const wide = main.appendChild(document.createElement("p"));
              wide.textContent = "x".repeat(2000);
              wide.style.whiteSpace = "nowrap";
              wide.style.overflowWrap = "normal";
              const pale = main.appendChild(document.createElement("p"));
              pale.textContent = "pale";
              pale.style.color = "rgb(120, 120, 120)";
              pale.style.backgroundColor = "rgb(150, 150, 150)";
            }
            """
        );

        await InspectAsync(window, faults);

        Assert.Contains(faults, f => f.Contains("image-alt", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("wider than its window", StringComparison.Ordinal));
        Assert.Contains(faults, f => f.Contains("(dark): color-contrast", StringComparison.Ordinal));
    }

    /// <summary>Answers what is left, past the browser: the pages of questions have been seen.</summary>
    private async Task CompleteAsync(Window window, int measure)
    {
        var code = CareerPortal.Compatibility.ResumeCode.Parse(
            new Uri(window.Page.Url).Segments.First(s => s.Count(c => c == '-') == 3).TrimEnd('/')
        )!;
        var desk = browser.Portal.Services.GetService(typeof(CareerPortal.Compatibility.QuizDesk)) as CareerPortal.Compatibility.QuizDesk;
        var bank = browser.Portal.Services.GetService(typeof(CareerPortal.Quiz.Items.ItemBank)) as CareerPortal.Quiz.Items.ItemBank;
        for (var quiz = await FindAsync(); !quiz.IsFinished; quiz = await FindAsync())
        {
            await desk!.AnswerAsync(
                code,
                quiz.Next!,
                measure == 0 ? null : bank!.Find(quiz.Next!)!.Coded(measure),
                TestContext.Current.CancellationToken
            );
        }

        await window.GoAsync(new Uri(window.Page.Url).AbsolutePath.Replace("/pause", "/resultat", StringComparison.Ordinal));
        await window.ArriveAsync("/resultat$");

        async Task<CareerPortal.Compatibility.QuizProgress> FindAsync() => (await desk!.FindAsync(code, TestContext.Current.CancellationToken))!;
    }

    internal static async Task InspectAsync(Window window, List<string> faults)
    {
        await window.UnfoldAsync();
        if (await window.OverflowAsync() is { } over)
        {
            faults.Add($"{window.Page.Url} is wider than its window: {over}");
        }

        await window.Page.EvaluateAsync(Axe);
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await RunAsync("light", "{ resultTypes: ['violations'] }");
        await window.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await RunAsync("dark", "{ resultTypes: ['violations'], runOnly: ['color-contrast'] }");

        async Task RunAsync(string theme, string options)
        {
            var found = await window.Page.EvaluateAsync<string[]>(
                $"() => axe.run(document, {options}).then((r) => r.violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.html)))"
            );
            faults.AddRange(found.Select(f => $"{window.Page.Url} ({theme}): {f}"));
        }
    }
}

/// <summary>The narrowest phone.</summary>
public sealed class PhoneAccessibilityTests(BrowserFixture browser) : AccessibilityTests(browser, 320);

/// <summary>A desktop.</summary>
public sealed class DesktopAccessibilityTests(BrowserFixture browser) : AccessibilityTests(browser, 1280);
