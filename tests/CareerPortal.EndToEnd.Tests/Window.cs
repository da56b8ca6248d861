using System.Text.RegularExpressions;
using CareerPortal.Web.Tests;
using Microsoft.Playwright;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>A browser window, and what its console complained about.</summary>
public sealed class Window : IAsyncDisposable
{
    /// <summary>In milliseconds; a busy machine takes its time.</summary>
    public const float LongestAnswer = 60_000;

    private readonly PortalFactory _portal;
    private readonly IBrowserContext _context;
    private readonly List<string> _complaints = [];

    public Window(PortalFactory portal, IBrowserContext context, IPage page, string language)
    {
        (_portal, _context, Page, Language) = (portal, context, page, language);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                _complaints.Add($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => _complaints.Add($"{page.Url}: {error}");
        page.RequestFailed += (_, request) => _complaints.Add($"{page.Url}: {request.Url} failed: {request.Failure}");
    }

    public IPage Page { get; }

    public string Language { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Main => Page.Locator("main");

    public string Text(string key, params object[] arguments) => _portal.Text(key, Language, arguments);

    /// <summary>A text of the interface as it may stand on the page: spaces and apostrophes set by French rules, or not.</summary>
    public Regex Says(string key, params object[] arguments) =>
        new(
            "^\\s*"
                + Regex.Replace(Regex.Escape(Text(key, arguments)).Replace("'", "['’]", StringComparison.Ordinal), @"\\ |(?=[:;!?»])|(?<=«)", @"\s*")
                + "\\s*$"
        );

    public ILocator Button(string key) => Main.GetByRole(AriaRole.Button, new() { NameRegex = Says(key) });

    public ILocator Link(string key) => Main.GetByRole(AriaRole.Link, new() { NameRegex = Says(key) });

    public Task GoAsync(string path) => Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });

    /// <summary>Waits until the page of an address is there, for as long as an answer may take.</summary>
    /// <remarks>The driver's own wait for an address looks and then listens, and misses a page that loads in between (playwright-dotnet
    /// 3364).</remarks>
    public Task ArriveAsync(string pattern) => Assertions.Expect(Page).ToHaveURLAsync(new Regex(pattern), new() { Timeout = LongestAnswer });

    /// <summary>Waits until the page of an address has been left.</summary>
    public Task LeaveAsync(string address) => Assertions.Expect(Page).Not.ToHaveURLAsync(address, new() { Timeout = LongestAnswer });

    /// <summary>Waits until all of the page is there, its styles too.</summary>
    public Task LoadAsync() => Page.WaitForFunctionAsync("() => document.readyState === 'complete'");

    /// <summary>What makes the page wider than its window, if anything does.</summary>
    public async Task<string?> OverflowAsync()
    {
        var culprits = await Page.EvaluateAsync<string[]>(
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              const wide = [...document.body.querySelectorAll("*")].filter((e) => e.getBoundingClientRect().right > width + 0.5);
              const outermost = wide.filter((e) => !wide.includes(e.parentElement)).slice(0, 5);
              const names = outermost.map((e) => `<${e.localName} id="${e.id}" class="${e.getAttribute("class") ?? ""}">`);
              return [`${document.documentElement.scrollWidth} px in ${width}`, ...names];
            }
            """
        );
        return culprits.Length == 0 ? null : string.Join(", ", culprits);
    }

    /// <summary>Opens the sections that are folded on a phone, so that what they hold can be looked at.</summary>
    public Task UnfoldAsync() => Page.EvaluateAsync("() => document.querySelectorAll('.fold[aria-expanded=false]').forEach((fold) => fold.click())");

    /// <summary>The browser's own measurements.</summary>
    public Task<ICDPSession> MeasureAsync() => _context.NewCDPSessionAsync(Page);

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
