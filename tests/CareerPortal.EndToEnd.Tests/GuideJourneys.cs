using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

public sealed class GuideJourneys(BrowserFixture browser)
{
    /// <summary>What the headers of an answer weigh, about.</summary>
    private const int HeaderBytes = 700;

    public static readonly string[] Guides = ["annotateur-de-donnees-ia", "operateur-de-numerisation", "micro-taches-ia"];

    public static TheoryData<string, bool> GuidesAndScreens() => new(Guides.SelectMany(g => new[] { (g, true), (g, false) }));

    [Theory]
    [MemberData(nameof(GuidesAndScreens))]
    public async Task Guide_ReadFromTheFrontPage_LeadsThroughItsContentsToItsQuiz(string slug, bool phone)
    {
        await using var window = phone ? await browser.OpenAsync(360, 740) : await browser.OpenAsync();
        await window.GoAsync("/");
        await window.Main.GetByRole(AriaRole.Article).Locator($"a[href='/metiers/{slug}']").ClickAsync();
        await Expect(window.Main.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();

        var contents = window.Main.Locator("a[href='#salaire']").Locator("visible=true");
        if (await contents.CountAsync() == 0)
        {
            await window.Main.Locator("summary").Filter(new() { HasTextRegex = window.Says("Guide.Contents") }).ClickAsync();
        }

        await contents.First.ClickAsync();
        await Expect(window.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("#salaire$"));
        await Expect(window.Page.Locator("#salaire h2")).ToBeInViewportAsync();

        if (phone)
        {
            await window.Page.Locator("#questions h2 button").ClickAsync();
        }

        var question = window.Page.Locator("#questions summary").First;
        await question.FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Page.Locator("#questions details").First).ToHaveAttributeAsync("open", "");
        await Expect(window.Page.Locator("#questions details p").First).ToBeVisibleAsync();

        await window.Main.Locator($"a[href='/quiz/{slug}']").First.ClickAsync();
        await Expect(window.Button("QuizStart.Action")).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [Theory]
    [InlineData("annotateur-de-donnees-ia")]
    [InlineData("operateur-de-numerisation")]
    [InlineData("micro-taches-ia")]
    public async Task Guide_OnItsFirstVisit_CarriesLessThan150KilobytesWithEverything(string slug)
    {
        await using var window = await browser.OpenAsync(360, 740);
        var developer = await window.MeasureAsync();
        await developer.SendAsync("Network.enable");
        var (sizes, texts) = (new ConcurrentDictionary<string, double>(), new ConcurrentDictionary<string, string>());
        developer.Event("Network.responseReceived").OnEvent += (_, e) =>
        {
            if (e!.Value.GetProperty("response").GetProperty("mimeType").GetString() is "text/css" or "text/javascript")
            {
                texts[e.Value.GetProperty("requestId").GetString()!] = e.Value.GetProperty("response").GetProperty("url").GetString()!;
            }
        };
        developer.Event("Network.loadingFinished").OnEvent += (_, e) =>
            sizes[e!.Value.GetProperty("requestId").GetString()!] = e.Value.GetProperty("encodedDataLength").GetDouble();

        await window.Page.GotoAsync($"/metiers/{slug}", new() { WaitUntil = WaitUntilState.NetworkIdle });

        // A build serves styles and scripts as they are written; what is published is packed at least as well as here.
        foreach (var id in texts.Keys.Where(sizes.ContainsKey))
        {
            var body = (await developer.SendAsync("Network.getResponseBody", new() { ["requestId"] = id }))!.Value.GetProperty("body").GetString()!;
            sizes[id] = Math.Min(sizes[id], PackedLength(body));
        }

        var (bytes, files) = (sizes.Values.Sum(), sizes.Count);
        TestContext.Current.TestOutputHelper?.WriteLine($"{slug}: {bytes / 1000:0.0} kB in {files} files");
        Assert.InRange(files, 4, 25);
        Assert.InRange(bytes, 20_000, 150_000);
    }

    [Theory]
    [InlineData("annotateur-de-donnees-ia")]
    [InlineData("operateur-de-numerisation")]
    [InlineData("micro-taches-ia")]
    public async Task Guide_WithoutJavaScript_IsWhole(string slug)
    {
        await using var with = await browser.OpenAsync();
        await using var without = await browser.OpenAsync(script: false);
        await with.GoAsync($"/metiers/{slug}");
        await without.GoAsync($"/metiers/{slug}");

        Assert.Equal(await with.Page.Locator("section[id]").CountAsync(), await without.Page.Locator("section[id]").CountAsync());
        foreach (var section in await without.Page.Locator("section[id]").AllAsync())
        {
            await Expect(section.GetByRole(AriaRole.Heading).First).ToBeVisibleAsync();
        }

        await without.Page.Locator("#questions summary").First.ClickAsync();
        await Expect(without.Page.Locator("#questions details p").First).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Estimator_FilledIn_ShowsTheSumWhereTheReaderIs(bool script)
    {
        await using var window = await browser.OpenAsync(360, 740, script);
        await window.GoAsync("/metiers/micro-taches-ia#estimateur");

        await window.Page.Locator("#estimateur").GetByLabel(window.Says("Estimator.Hours")).FillAsync("10");
        await window.Page.Locator("#estimateur").GetByLabel(window.Says("Estimator.Rate")).FillAsync("5,5");
        await window.Page.Locator("#estimateur").GetByLabel(window.Says("Estimator.Weeks")).FillAsync("4");
        await window.Page.Locator("#estimateur").GetByLabel(window.Says("Estimator.Currency")).SelectOptionAsync("EUR");
        await window.Button("Estimator.Action").ClickAsync();

        await Expect(window.Page.Locator("#estimateur").GetByRole(AriaRole.Status)).ToContainTextAsync("220");
        await Expect(window.Page.Locator("#estimateur").GetByRole(AriaRole.Status)).ToBeInViewportAsync(new() { Ratio = 0.01f });
    }

    private static int PackedLength(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return (int)packed.Length + HeaderBytes;
    }
}
