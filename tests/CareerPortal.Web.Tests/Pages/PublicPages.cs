using System.Net;
using System.Xml.Linq;
using CareerPortal.Web.Tests.Pages;

[assembly: AssemblyFixture(typeof(PublicPages))]

namespace CareerPortal.Web.Tests.Pages;

/// <summary>
/// Every page of the site that can be reached by links from the front pages and the sitemap, in the four languages; each is asked for once. Of
/// the catalogue's pages and of the list's choices, which are thousands, so many of each language as come first.
/// </summary>
public sealed class PublicPages : IAsyncLifetime
{
    public static readonly string[] LanguageCodes = ["fr", "nl", "de", "en"];

    public static readonly string[] CompleteGuides = ["annotateur-de-donnees-ia", "operateur-de-numerisation", "micro-taches-ia"];

    private const int OfEachKind = 40;

    private readonly Dictionary<(string Language, bool IsQuery), int> _taken = [];
    private readonly HashSet<string> _guides = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SitePage> _pages = new(StringComparer.Ordinal);

    public PortalFactory Portal { get; } = new();

    public IReadOnlyCollection<SitePage> All => _pages.Values;

    public SitePage this[string address] =>
        _pages.TryGetValue(address, out var page) ? page : throw new ArgumentException($"No link leads to {address}.", nameof(address));

    /// <summary>An address in a language: French stands without a prefix.</summary>
    public static string In(string language, string path) =>
        language == "fr" ? path
        : path == "/" ? $"/{language}"
        : $"/{language}{path}";

    public bool Holds(string address) => _pages.ContainsKey(address);

    public SitePage Guide(string slug, string language = "fr") => this[In(language, $"/metiers/{slug}")];

    /// <summary>Runs a rule over every page and fails with everything that breaks it.</summary>
    public void Each(Func<SitePage, IEnumerable<string>> faults) => Faults.None(All.SelectMany(faults));

    public async ValueTask InitializeAsync()
    {
        var client = Portal.CreateClient();
        var listed = (await SitemapAsync(client)).ToList();
        _guides.UnionWith(listed);
        var waiting = new Queue<string>(listed);
        while (waiting.TryDequeue(out var address))
        {
            if (_pages.ContainsKey(address) || !IsTaken(address))
            {
                continue;
            }

            var page = await client.PageAsync(address);
            _pages.Add(address, page);

            // A page with a query leads to ever more queries: it is read, and not followed further.
            if (page.Status == HttpStatusCode.OK && !address.Contains('?', StringComparison.Ordinal))
            {
                foreach (var link in InternalLinks(page).Where(l => !_pages.ContainsKey(l)))
                {
                    waiting.Enqueue(link);
                }
            }
        }
    }

    public ValueTask DisposeAsync() => Portal.DisposeAsync();

    /// <summary>Whether a page is among those that are looked at; what the sitemap names always is.</summary>
    private bool IsTaken(string address)
    {
        var at = address.IndexOf("/metiers", StringComparison.Ordinal);
        if (at < 0 || _guides.Contains(address[at..]) || address.EndsWith("/metiers", StringComparison.Ordinal))
        {
            return true;
        }

        var kind = (address[..at], address.Contains('?', StringComparison.Ordinal));
        return (_taken[kind] = _taken.GetValueOrDefault(kind) + 1) <= OfEachKind;
    }

    /// <summary>Pages within the site that a page links to, without their anchors; files to download and feeds are none.</summary>
    public static IEnumerable<string> InternalLinks(SitePage page) =>
        page.All("a[href]:not([download], [type])")
            .Select(a => a.GetAttribute("href")!)
            .Where(h => h.StartsWith('/'))
            .Select(h => h.Split('#')[0])
            .Distinct();

    private static async Task<IEnumerable<string>> SitemapAsync(HttpClient client)
    {
        var sitemap = XDocument.Parse(await client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken));
        return sitemap.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).AbsolutePath);
    }
}
