using System.Globalization;
using System.Text.Json.Nodes;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>What somebody types into a guide is in its draft, whatever happens to the page and the line on the way.</summary>
public sealed class EditorJourneys(BrowserFixture browser)
{
    private const string HookPath = "content.hook";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Text_TypedAndReloadedAtOnce_IsThere()
    {
        await using var window = await OpenAsync("archiviste-numerique", "entete");
        var field = Field(window);
        await EndAsync(field);

        await field.PressSequentiallyAsync(" Mot à mot.", new() { Delay = 20 });
        var typed = await field.InputValueAsync();
        await window.Page.ReloadAsync();

        await Expect(Field(window)).ToHaveValueAsync(typed, Patient);
        await InDraftAsync("archiviste-numerique", HookPath, typed);
        NoComplaints(window);
    }

    [Fact]
    public async Task Text_TypedOffline_IsKeptAndArrives()
    {
        await using var proxy = new TcpProxy(browser.Address);
        await using var window = await OpenAsync("technicien-ged", "entete", proxy.Address);
        var field = Field(window);
        await EndAsync(field);
        proxy.Cut();

        await field.PressSequentiallyAsync(" Écrit dans un tunnel.", new() { Delay = 60 });
        var typed = await field.InputValueAsync();
        await Expect(window.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "away", Wait);
        proxy.Restore();

        await InDraftAsync("technicien-ged", HookPath, typed);
        await Expect(window.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved", Wait);
    }

    [Fact]
    public async Task Text_OfAPageThatWasKilledOffline_IsSentByTheNext()
    {
        await using var proxy = new TcpProxy(browser.Address);
        await using var window = await OpenAsync("transcripteur", "entete", proxy.Address);
        var field = Field(window);
        await EndAsync(field);
        proxy.Cut();
        await field.PressSequentiallyAsync(" Gardé sur l'appareil.", new() { Delay = 10 });
        var typed = await field.InputValueAsync();
        await window.Page.WaitForTimeoutAsync(300);
        await window.Page.CloseAsync(new() { RunBeforeUnload = false });
        proxy.Restore();

        var next = await window.Page.Context.NewPageAsync();
        await next.GotoAsync($"{proxy.Address}/espace/guides/{await IdAsync("transcripteur")}?section=entete");

        await Expect(next.Locator($"[data-path='{HookPath}']")).ToHaveValueAsync(typed, Patient);
        await InDraftAsync("transcripteur", HookPath, typed);
    }

    [Fact]
    public async Task Text_OverASlowLineThatHoldsChunksBack_ArrivesInItsOrder()
    {
        await using var proxy = new TcpProxy(browser.Address)
        {
            Delay = TimeSpan.FromMilliseconds(100),
            HoldEvery = 50,
            HeldFor = TimeSpan.FromMilliseconds(400),
        };
        await using var window = await OpenAsync("testeur-de-logiciels", "entete", proxy.Address);
        var field = Field(window);
        await EndAsync(field);

        await field.PressSequentiallyAsync(" abcdefghijklmnopqrstuvwxyz 0123456789", new() { Delay = 100 });
        var typed = await field.InputValueAsync();

        Assert.EndsWith(" abcdefghijklmnopqrstuvwxyz 0123456789", typed, StringComparison.Ordinal);
        await InDraftAsync("testeur-de-logiciels", HookPath, typed);
        await Expect(field).ToHaveValueAsync(typed);
    }

    [Fact]
    public async Task Text_Of200KilobytesPastedAtOnce_IsInTheDraft()
    {
        await using var window = await OpenAsync("encodeur-de-donnees", "entete");
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(n => $"mot{n % 1000:D3} é"))[..200_000];

        await Field(window).FocusAsync();
        await window.Page.EvaluateAsync("() => document.activeElement.select()");
        await window.Page.Keyboard.InsertTextAsync(text);

        await InDraftAsync("encodeur-de-donnees", HookPath, text);
        await Expect(window.Page.Locator(".ed-section[aria-current]")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Items_ByKeyboard_AreAddedWrittenAndMoved()
    {
        await using var window = await OpenAsync("moderateur-de-contenu", "missions");
        var items = window.Page.Locator(".ed-item");
        var before = await items.CountAsync();

        await window.Page.Locator("[data-do=add]").PressAsync("Enter");
        await Expect(items).ToHaveCountAsync(before + 1, new() { Timeout = Window.LongestAnswer });
        await Expect(items.Last.Locator("[data-path]").First).ToBeFocusedAsync();
        await window.Page.Keyboard.TypeAsync("Une mission de plus");
        await window.Page.Keyboard.PressAsync("Alt+ArrowUp");

        await Expect(items.Nth(before - 1).Locator(".ed-title")).ToHaveTextAsync("Une mission de plus", new() { Timeout = Window.LongestAnswer });
        await UntilAsync(async () =>
            (await DocumentAsync("moderateur-de-contenu"))["content"]!["missions"]!.AsArray().Select(m => $"{m!["title"]}").ToList() is var titles
            && titles.IndexOf("Une mission de plus") == before - 1
        );
        NoComplaints(window);
    }

    [Fact]
    public async Task Item_RemovedByMistake_ComesBack()
    {
        await using var window = await OpenAsync("controleur-qualite-de-donnees", "missions");
        var items = window.Page.Locator(".ed-item:visible");
        var before = await items.CountAsync();
        var title = await items.Nth(1).Locator(".ed-title").InnerTextAsync();

        await items.Nth(1).Locator("[data-do=remove]").ClickAsync();
        await Expect(items).ToHaveCountAsync(before - 1);
        await window.Page.Locator("[data-notice] [data-do=undo]").ClickAsync();

        await Expect(items).ToHaveCountAsync(before, new() { Timeout = Window.LongestAnswer });
        await Expect(items.Nth(1).Locator(".ed-title")).ToHaveTextAsync(title);
    }

    [Fact]
    public async Task Undo_AfterAReload_BringsThePreviousTextBack()
    {
        const string Guide = "operateur-de-numerisation";
        await using var window = await OpenAsync(Guide, "entete");
        var page = window.Page;
        var original = await Field(window).InputValueAsync();
        foreach (var text in new[] { "Un premier texte.", "Un second texte." })
        {
            await Field(window).FillAsync(text);
            await InDraftAsync(Guide, HookPath, text);
        }

        await Expect(page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved", Wait);
        await page.ReloadAsync();
        await Expect(Field(window)).ToHaveValueAsync("Un second texte.", Patient);

        await page.Locator(".ed-tools [data-do=undo]").ClickAsync();
        await Expect(Field(window)).ToHaveValueAsync("Un premier texte.", Patient);
        await InDraftAsync(Guide, HookPath, "Un premier texte.");
        await page.ReloadAsync();
        await Expect(page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved", Wait);
        await page.Locator(".ed-tools [data-do=undo]").ClickAsync();
        await Expect(Field(window)).ToHaveValueAsync(original, Patient);
        await page.ReloadAsync();
        await Expect(page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved", Wait);
        await page.Locator(".ed-tools [data-do=redo]").ClickAsync();

        await Expect(Field(window)).ToHaveValueAsync("Un premier texte.", Patient);
        await InDraftAsync(Guide, HookPath, "Un premier texte.");
    }

    [Fact]
    public async Task Preview_AfterASave_ShowsItAndStandsInItsFrame()
    {
        await using var window = await OpenAsync("traducteur-post-editeur", "entete", width: 1500);
        await EndAsync(Field(window));

        await Field(window).PressSequentiallyAsync(" Vu dans le cadre.");

        await Expect(window.Page.FrameLocator(".ed-frames iframe.shown").Locator(".hook"))
            .ToContainTextAsync("Vu dans le cadre.", new() { Timeout = Window.LongestAnswer });
        NoComplaints(window);
    }

    [Fact]
    public async Task Controls_OfAnOpenItem_AllHaveNames()
    {
        await using var window = await OpenAsync("annotateur-de-donnees-ia", "salaire", width: 1500);
        var session = await window.MeasureAsync();

        var tree = await session.SendAsync("Accessibility.getFullAXTree");

        var controls = tree!
            .Value.GetProperty("nodes")
            .EnumerateArray()
            .Where(n => !n.GetProperty("ignored").GetBoolean() && n.TryGetProperty("role", out _))
            .Select(n => (Role: n.GetProperty("role").GetProperty("value").GetString()!, Name: NameOf(n)))
            .Where(n => n.Role is "button" or "textbox" or "combobox" or "checkbox" or "link" or "Iframe")
            .ToList();
        Assert.NotEmpty(controls);
        Assert.DoesNotContain(controls, c => string.IsNullOrWhiteSpace(c.Name));
        Assert.Null(await window.OverflowAsync());
    }

    private static LocatorAssertionsToHaveValueOptions Patient { get; } = new() { Timeout = Window.LongestAnswer };

    private static LocatorAssertionsToHaveAttributeOptions Wait { get; } = new() { Timeout = Window.LongestAnswer };

    /// <summary>What a page was loading when it was left is no complaint.</summary>
    private static void NoComplaints(Window window) =>
        Assert.Equal("", string.Join('\n', window.Complaints.Where(c => !c.Contains("ERR_ABORTED", StringComparison.Ordinal))));

    private static string? NameOf(System.Text.Json.JsonElement node) =>
        node.TryGetProperty("name", out var name) && name.TryGetProperty("value", out var value) ? value.GetString() : null;

    private static ILocator Field(Window window) => window.Page.Locator($"[data-path='{HookPath}']");

    private static async Task EndAsync(ILocator field)
    {
        await field.ClickAsync();
        await field.PressAsync("Control+End");
    }

    private async Task<Window> OpenAsync(string slug, string section, string? address = null, int width = 1280)
    {
        var window = await browser.OpenAsync(width);
        await window.SignInAsync(browser.Portal, address ?? browser.Address);
        await window.GoAsync($"{address ?? browser.Address}/espace/guides/{await IdAsync(slug)}?section={section}");
        await Expect(window.Page.Locator(".ed-form")).ToBeVisibleAsync(new() { Timeout = Window.LongestAnswer });
        await Expect(window.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved", Wait);
        return window;
    }

    private PortalDbContext Store() => browser.Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    private async Task<int> IdAsync(string slug)
    {
        await using var context = Store();
        return await context.Guides.Where(g => g.Slug == slug).Select(g => g.Id).SingleAsync(Cancellation);
    }

    private async Task<JsonObject> DocumentAsync(string slug)
    {
        await using var context = Store();
        var document = await context.Drafts.Where(d => d.Guide.Slug == slug).Select(d => d.Document).SingleAsync(Cancellation);
        return JsonNode.Parse(document)!.AsObject();
    }

    private Task InDraftAsync(string slug, string path, string expected) =>
        UntilAsync(async () => (string?)DraftPlaces.At(await DocumentAsync(slug), path) == expected);

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        var tries = (int)(Window.LongestAnswer / 250);
        for (var attempt = 0; attempt < tries; attempt++)
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(250, Cancellation);
        }

        Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"It was not so within {Window.LongestAnswer / 1000} s."));
    }
}
