using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Testing;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>What a screen reader is told of each control of the workspace's main pages, line by line; axe misses a wrong state or a wrong name.</summary>
/// <remarks>What is expected stands in Transcripts; a page that says something else writes what it says beside the tests.</remarks>
[Slow]
public sealed class WorkspaceTranscriptTests(BrowserFixture browser) : IAsyncDisposable
{
    private readonly DemonstrationSite _site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Controls_OfTheMainPages_AreToldAsExpected()
    {
        await _site.InitializeAsync();
        await using var window = await browser.OpenAsync(1280, 900);
        await window.SignInAsync(_site.Portal, _site.Address, role: AccountRole.Administrator);
        var (writing, inReview, disputed) = (
            await _site.GuideAsync(DraftState.Writing),
            await _site.GuideAsync(DraftState.InReview),
            await _site.DisputedAsync()
        );
        var differences = new List<string>();

        await OpenEditorAsync(writing, "missions");
        await CompareAsync("editor-missions");
        await window.Page.Locator(".ed-fold[aria-expanded=false]").First.PressAsync("Enter");
        await Expect(window.Page.Locator(".ed-fold[aria-expanded=true]")).ToBeVisibleAsync();
        await CompareAsync("editor-mission-open");
        await OpenEditorAsync(disputed, "entete");
        await CompareAsync("editor-conflict");
        await OpenEditorAsync(writing, "entete");
        await window.Page.Locator("[data-path='content.summary']").FillAsync("");
        await Expect(window.Page.Locator("[data-path='content.summary']")).ToHaveAttributeAsync("aria-invalid", "true");
        await CompareAsync("editor-fault");
        await GoAsync($"/espace/guides/{inReview}/relire");
        await CompareAsync("review");
        await GoAsync("/espace/parutions");
        await CompareAsync("releases");
        await window.Main.Locator("table a").First.ClickAsync();
        await window.ArriveAsync("/espace/parutions/");
        await window.LoadAsync();
        await window.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach((d) => { d.open = true; })");
        await CompareAsync("release");
        await GoAsync("/espace/guides?q=annotateur");
        await CompareAsync("guides");
        await GoAsync("/espace/annuaires/centres?q=actiris");
        await CompareAsync("directory");
        await GoAsync("/espace/annuaires/centres/nouveau");
        await window.Page.EvaluateAsync("() => document.querySelectorAll('main form').forEach((f) => { f.noValidate = true; })");
        await window.Button("Directory.Save").ClickAsync();
        await Expect(window.Page.Locator("#faute-0")).ToBeVisibleAsync();
        await CompareAsync("directory-fault");
        await GoAsync("/espace/a-tenir");
        await CompareAsync("keep-true", withTables: false);

        Assert.True(differences.Count == 0, string.Join('\n', differences));

        Task GoAsync(string path) => window.GoAsync(_site.Address + path);

        async Task OpenEditorAsync(int guide, string section)
        {
            await GoAsync($"/espace/guides/{guide}?section={section}");
            await Expect(window.Page.Locator(".ed-form")).ToBeVisibleAsync(new() { Timeout = Window.LongestAnswer });
            await Expect(window.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved");
        }

        async Task CompareAsync(string page, bool withTables = true)
        {
            var told = await AccessibilityTranscript.ReadAsync(window, withTables);
            var path = Path.Combine(AppContext.BaseDirectory, "Transcripts", page + ".txt");
            var expected = File.Exists(path) ? await File.ReadAllLinesAsync(path, Cancellation) : [];
            if (told.SequenceEqual(expected))
            {
                return;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllLinesAsync(path + ".told", told, Cancellation);
            differences.Add($"{page} ({path}.told):");
            differences.AddRange(expected.Except(told).Select(l => $"  expected: {l.Trim()}"));
            differences.AddRange(told.Except(expected).Select(l => $"  told:     {l.Trim()}"));
        }
    }
}
