using System.Net;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>What readers get carries nothing of the workspace: no file, no script, no address of it.</summary>
public sealed class WorkspaceTraceTests(PublicPages site)
{
    /// <summary>What no page or file of readers says: addresses, classes and scripts of the workspace and of what it is built with.</summary>
    private static readonly string[] Traces =
    [
        "/espace",
        "MudBlazor",
        "\"mud-",
        ".mud-",
        "<!--Blazor:",
        "blazor.web",
        "_framework",
        "css/workspace",
        "\"ws-",
        ".ws-",
        "\"ed-",
        ".ed-",
        "editor.js",
        "editor.css",
        "accounts.js",
        "accounts.css",
    ];

    /// <summary>All that a page of readers loads and that is no picture or letter.</summary>
    private static readonly string[] Files =
    [
        "css/print.css",
        "css/site.css",
        "js/offers-of.js",
        "js/offers.js",
        "js/shortlist.js",
        "js/site.js",
        "js/suggest.js",
        "theme.css",
    ];

    private IEnumerable<SitePage> Pages => site.All.Where(p => p.Status == HttpStatusCode.OK);

    [Theory]
    [InlineData("/")]
    [InlineData("/metiers")]
    [InlineData("/metiers/annotateur-de-donnees-ia")]
    [InlineData("/quiz")]
    [InlineData("/quiz/annotateur-de-donnees-ia")]
    [InlineData("/vie-privee")]
    public void Pages_ThatAreLookedThrough_HoldTheMainOnes(string path) =>
        Assert.All(PublicPages.LanguageCodes, language => Assert.Contains(Pages, p => p.Address == PublicPages.In(language, path)));

    [Fact]
    public void Page_OfReaders_SaysNothingOfTheWorkspace() => site.Each(page => TracesIn(page.Address, page.Html));

    [Fact]
    public async Task Search_WithAndWithoutResults_SaysNothingOfTheWorkspace()
    {
        using var client = site.Portal.CreateClient();

        var pages = new[] { await client.PageAsync("/metiers?q=annotateur"), await client.PageAsync("/metiers?q=zzzquelconque") };

        Faults.None(pages.SelectMany(p => TracesIn(p.Address, p.Html).Concat(LoadedBy(p).Where(f => !Files.Contains(Plain(f))))));
    }

    [Fact]
    public void Page_OfReaders_LoadsTheFilesOfReadersAlone() =>
        Assert.Equal(Files, Pages.SelectMany(LoadedBy).Select(Plain).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public async Task File_ThatPagesOfReadersLoad_SaysNothingOfTheWorkspace()
    {
        using var client = site.Portal.CreateClient();
        var faults = new List<string>();
        foreach (var address in Pages.SelectMany(LoadedBy).Distinct())
        {
            using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.EnsureSuccessStatusCode();
            faults.AddRange(TracesIn(address, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        Faults.None(faults);
    }

    private static IEnumerable<string> TracesIn(string where, string text) =>
        Traces
            .Select(trace => (trace, At: text.IndexOf(trace, StringComparison.OrdinalIgnoreCase)))
            .Where(t => t.At >= 0)
            .Select(t => $"{where}: {text.Substring(Math.Max(0, t.At - 30), Math.Min(text.Length - Math.Max(0, t.At - 30), 80))}");

    private static IEnumerable<string> LoadedBy(SitePage page) =>
        page.All("link[rel~=stylesheet], link[rel=modulepreload], link[rel=preload][as=script], link[rel=preload][as=style]")
            .Select(l => l.GetAttribute("href")!)
            .Concat(page.All("script[src]").Select(s => s.GetAttribute("src")!));

    /// <summary>The address without the mark of the file's content: <c>/css/site.ab12.css</c> is <c>css/site.css</c>.</summary>
    private static string Plain(string address)
    {
        var parts = address.TrimStart('/').Split('.');
        return $"{parts[0]}.{parts[^1]}";
    }
}
