using System.Xml.Linq;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>What holds on every page of the sitemap.</summary>
public sealed class EveryPageTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("fr", "/metiers")]
    [InlineData("fr", "/quiz")]
    [InlineData("fr", "")]
    [InlineData("de", "")]
    public async Task Page_AtItsNarrowest_FitsAndComplainsOfNothing(string language, string under)
    {
        await using var window = await browser.OpenAsync(320, 640);
        var faults = new List<string>();

        foreach (
            var path in (await SitemapAsync(language)).Where(p =>
                under.Length > 0
                    ? p.StartsWith(under, StringComparison.Ordinal)
                    : !p.StartsWith("/metiers", StringComparison.Ordinal) && !p.StartsWith("/quiz", StringComparison.Ordinal)
            )
        )
        {
            await window.Page.GotoAsync(
                (language == "fr" ? "" : "/" + language) + path,
                new() { WaitUntil = Microsoft.Playwright.WaitUntilState.DOMContentLoaded }
            );
            await window.UnfoldAsync();
            if (await window.OverflowAsync() is { } over)
            {
                faults.Add($"{path} is wider than its window: {over}");
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Empty(window.Complaints);
    }

    /// <summary>The pages of one language, without it.</summary>
    private async Task<IEnumerable<string>> SitemapAsync(string language)
    {
        using var client = new HttpClient();
        var sitemap = XDocument.Parse(await client.GetStringAsync(new Uri(browser.Address + "/sitemap.xml"), TestContext.Current.CancellationToken));
        return sitemap
            .Descendants()
            .Where(e => e.Name.LocalName == "loc")
            .Select(e => new Uri(e.Value).AbsolutePath.Split('/', 3))
            .Where(p => (p[1] is "nl" or "de" or "en" ? p[1] : "fr") == language)
            .Select(p => language == "fr" ? string.Join('/', p) : "/" + string.Join('/', p.Skip(2)))
            .ToList();
    }
}
