using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>axe, overflow and the console on the pages of the workspace, with drafts in every state.</summary>
[Slow]
public sealed class WorkspaceAccessibilityTests(BrowserFixture browser, DemonstrationSite site) : IClassFixture<DemonstrationSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Pages_OfTheWorkspace_HaveNoFault(int width)
    {
        await using var window = await browser.OpenAsync(width, 800);
        var faults = new List<string>();
        await LookAsync(["/connexion", "/mot-de-passe-oublie", "/lien/rien", $"/relecture/{await SharedAsync()}"]);
        await window.SignInAsync(site.Portal, site.Address, role: AccountRole.Administrator);

        await LookAsync(await PagesAsync());
        await OpenMenuAsync();

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.DoesNotContain(
            window.Complaints,
            c => !c.Contains("410", StringComparison.Ordinal) && !c.Contains("ERR_ABORTED", StringComparison.Ordinal)
        );

        async Task LookAsync(IEnumerable<string> paths)
        {
            foreach (var path in paths)
            {
                await window.GoAsync(site.Address + path);
                Assert.Equal(path == "/connexion", new Uri(window.Page.Url).AbsolutePath == "/connexion");
                if (path.Contains("?section=", StringComparison.Ordinal) && !path.Contains("apercu", StringComparison.Ordinal))
                {
                    await Expect(window.Page.Locator(".ed-form")).ToBeVisibleAsync(new() { Timeout = Window.LongestAnswer });
                    await Expect(window.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved");
                }

                await window.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })");
                await AccessibilityTests.InspectAsync(window, faults);
            }
        }

        // Where there is room for it the menu stands open, and has been looked at with every page.
        async Task OpenMenuAsync()
        {
            await window.GoAsync(site.Address + "/espace");
            var button = window.Page.Locator("[popovertarget]");
            Assert.Equal(width < 960, await button.IsVisibleAsync());
            if (width < 960)
            {
                await button.PressAsync("Enter");
                await AccessibilityTests.InspectAsync(window, faults);
            }

            await Expect(window.Page.Locator(".ws-nav a").Last).ToBeVisibleAsync();
        }
    }

    [Theory]
    [InlineData(1280, 720)]
    [InlineData(768, 1024)]
    [InlineData(320, 225)]
    public async Task Focus_WhereSomethingStaysInPlace_IsNeverBehindIt(int width, int height)
    {
        await using var window = await browser.OpenAsync(width, height);
        await window.SignInAsync(site.Portal, site.Address, role: AccountRole.Administrator);
        var guide = await site.GuideAsync(DraftState.InReview);
        var hidden = new List<string>();

        foreach (
            var path in new[]
            {
                $"/espace/guides/{guide}?section=salaire",
                $"/espace/guides/{guide}/historique",
                $"/espace/guides/{guide}/relire",
                "/espace/guides",
            }
        )
        {
            await window.GoAsync(site.Address + path);
            if (path.Contains("section=", StringComparison.Ordinal))
            {
                await Expect(window.Page.Locator(".ed-form")).ToBeVisibleAsync(new() { Timeout = Window.LongestAnswer });
                await Expect(window.Page.Locator("[data-state]")).ToHaveAttributeAsync("data-mood", "saved");
            }

            foreach (var key in new[] { "Tab", "Shift+Tab" })
            {
                var stops = await WalkAsync(window, key, hidden);
                Assert.True(stops > 10, $"{path}: {stops} stops");
            }
        }

        Assert.True(hidden.Count == 0, string.Join('\n', hidden));
    }

    /// <summary>Goes from one thing to the next as far as the keyboard leads, and takes down what has the focus and cannot be seen.</summary>
    private static async Task<int> WalkAsync(Window window, string key, List<string> hidden)
    {
        const int Most = 120;
        var stops = 0;
        for (; stops < Most; stops++)
        {
            await window.Page.Keyboard.PressAsync(key);
            var found = await window.Page.EvaluateAsync<string>(
                """
                () => {
                  const e = document.activeElement;
                  if (!e || e === document.body) return "end";
                  const r = e.getBoundingClientRect();
                  const [left, top] = [Math.max(r.left, 0), Math.max(r.top, 0)];
                  const [width, height] = [Math.min(r.right, innerWidth) - left, Math.min(r.bottom, innerHeight) - top];
                  const steps = [0.1, 0.3, 0.5, 0.7, 0.9];
                  const seen = steps.some((x) => steps.some((y) => {
                    const hit = document.elementFromPoint(left + width * x, top + height * y);
                    return hit && (e.contains(hit) || hit.closest("label")?.control === e);
                  }));
                  return seen ? "" : `${e.localName} #${e.id} .${e.className} "${e.textContent.trim().slice(0, 40)}" at ${Math.round(r.top)}`;
                }
                """
            );
            if (found == "end")
            {
                break;
            }

            if (found.Length > 0)
            {
                hidden.Add($"{window.Page.Url} ({key}): {found}");
            }
        }

        return stops;
    }

    /// <summary>The secret of a draft that is shared with somebody who has no account.</summary>
    private async Task<string> SharedAsync()
    {
        var author = await site.ActAsAsync(Demonstration.Author);
        var desk = site.Portal.Services.GetRequiredService<ShareDesk>();
        var shared = await desk.ShareAsync(author, await site.GuideAsync(DraftState.InReview), null, 7, "Essai", Cancellation);
        Assert.True(shared.IsDone);
        return shared.Value!;
    }

    private async Task<IReadOnlyList<string>> PagesAsync()
    {
        await using var context = site.Store();
        var drafts = await context.Set<Draft>().Select(d => new { d.GuideId, d.State }).ToListAsync(Cancellation);
        var disputed = await site.DisputedAsync();
        var writing = drafts.First(d => d.State == DraftState.Writing && d.GuideId != disputed).GuideId;
        var inReview = drafts.First(d => d.State == DraftState.InReview).GuideId;
        var scheduled = drafts.First(d => d.State == DraftState.Scheduled).GuideId;
        var translated =
            await context.Set<Guide>().Where(g => g.Language != "fr").Select(g => (int?)g.Id).FirstOrDefaultAsync(Cancellation) ?? writing;
        var release = await context.Set<Release>().Select(r => r.Id).FirstAsync(Cancellation);
        var revision = await context.Set<Draft>().Where(d => d.GuideId == inReview).Select(d => d.SubmittedRevisionId).SingleAsync(Cancellation);
        return
        [
            "/espace",
            "/espace/guides",
            "/espace/guides/nouveau",
            $"/espace/guides/{writing}?section=salaire",
            $"/espace/guides/{writing}?section=entete",
            $"/espace/guides/{disputed}?section=entete",
            $"/espace/guides/{writing}/apercu",
            $"/espace/guides/{writing}/apercu?section=salaire",
            $"/espace/guides/{writing}/apercu?allure=papier",
            $"/espace/guides/{writing}/relire",
            $"/espace/guides/{inReview}/relire",
            $"/espace/guides/{scheduled}/relire",
            $"/espace/guides/{inReview}/historique",
            $"/espace/guides/{inReview}/comparer",
            $"/espace/guides/{inReview}/comparer?de={revision}",
            $"/espace/guides/{writing}/partager",
            $"/espace/guides/{writing}/responsable",
            $"/espace/guides/{writing}/retirer",
            $"/espace/guides/{writing}/impact",
            $"/espace/guides/{writing}/export",
            $"/espace/guides/{translated}/traduire",
            "/espace/parutions",
            $"/espace/parutions/{release}",
            $"/espace/parutions/{release}/exigences",
            "/espace/annuaires",
            "/espace/annuaires/centres",
            "/espace/annuaires/centres/actiris",
            "/espace/annuaires/centres/actiris/fusionner",
            "/espace/annuaires/zones/nouveau",
            "/espace/a-tenir",
            "/espace/a-tenir/avis",
            "/espace/echange",
            "/espace/comptes",
            $"/espace/comptes/{Demonstration.Author}",
            "/espace/journal",
            "/espace/compte",
            "/espace/compte/code",
            "/espace/compte/cles",
        ];
    }
}
