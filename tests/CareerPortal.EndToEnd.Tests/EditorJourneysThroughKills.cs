using CareerPortal.Testing;
using CareerPortal.Web.Tests;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>The site is killed at any moment while somebody types, and comes back while they type on. By command it is killed as often as
/// one likes (<c>kills</c> of the benchmarks).</summary>
[Slow]
public sealed class EditorJourneysThroughKills(BrowserFixture browser)
{
    private const int Kills = 4;

    [Fact]
    public async Task Text_TypedWhileTheSiteIsKilled_IsThereAfterwards()
    {
        await using var window = await browser.OpenAsync();
        await using var site = await KillableSite.StartAsync(fill: FilledStore.CopyTo);

        var outcome = await TypingThroughKills.RunAsync(site, window.Page, Kills, seed: Kills);

        Assert.Equal(outcome.Expected, outcome.Stored);
        Assert.Equal(0, outcome.Conflicts);
    }
}
