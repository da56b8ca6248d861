using System.Diagnostics.Metrics;
using CareerPortal.Testing.Attack;
using CareerPortal.Web.Hosting;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Tests.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Serilog.Core;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>
/// What is answered at the door is what the whole site answers. Each test asks by a host of its own, for which nothing is kept yet.
/// </summary>
public sealed class ReadyPagesTests(ReadyPagesTests.Site site) : IClassFixture<ReadyPagesTests.Site>
{
    private const string Guide = "/metiers/annotateur-de-donnees-ia";

    private static int _hosts;

    private readonly string _host = $"h{Interlocked.Increment(ref _hosts)}.example";

    [Theory]
    [InlineData("/", "br")]
    [InlineData("/metiers", "gzip, deflate, br, zstd")]
    [InlineData("/metiers", "gzip")]
    [InlineData("/metiers", null)]
    [InlineData("/metiers", "identity")]
    [InlineData("/metiers?lettre=A", "gzip;q=0.5")]
    [InlineData("/nl" + Guide, "br;q=1, gzip")]
    public async Task Answer_SentFromTheDoor_IsTheSitesOwnByteForByte(string address, string? packing)
    {
        await AskAsync(address, packing);
        var own = await AskAsync(address, packing);
        Assert.Equal(0, Sent());

        var ready = await AskAsync(address, packing);

        Assert.Equal(1, Sent());
        Assert.Equal(Lines(own), Lines(ready));
        Assert.Equal(own.Body, ready.Body);
        Assert.InRange(int.Parse(ready.Header("Age")!, System.Globalization.CultureInfo.InvariantCulture), 0, 300);
        Assert.Contains("</html>", ready.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http")]
    [InlineData("https")]
    public async Task Answer_BySomeScheme_HasTheHeadersOfThatScheme(string scheme)
    {
        var client = site.Behind.CreateClient(new() { BaseAddress = new Uri($"{scheme}://{_host}") });
        using var made = await client.GetAsync(new Uri("/metiers", UriKind.Relative), TestContext.Current.CancellationToken);
        using var own = await client.GetAsync(new Uri("/metiers", UriKind.Relative), TestContext.Current.CancellationToken);
        Sent(site.Behind);

        using var ready = await client.GetAsync(new Uri("/metiers", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(1, Sent(site.Behind));
        Assert.Equal(Named(own), Named(ready));
        Assert.Equal(scheme == "https", ready.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("br")]
    [InlineData(null)]
    public async Task Head_OfAReadyPage_IsTheSitesOwn(string? packing)
    {
        await AskAsync(Guide, packing);
        var own = await AskAsync(Guide, packing, method: "HEAD");
        await AskAsync(Guide, packing);
        Assert.Equal(0, Sent());

        var ready = await AskAsync(Guide, packing, method: "HEAD");

        Assert.Equal(1, Sent());
        Assert.Equal(Lines(own), Lines(ready));
        Assert.Empty(ready.Body);
        Assert.NotNull(ready.Header("Content-Length"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task PageNotChanged_AskedForAgain_IsToldAsTheSiteTells(bool strong)
    {
        var tag = (await AskAsync(Guide, "br")).Header("ETag")!;
        var asked = "\nIf-None-Match: " + (strong ? tag[2..] : tag);
        var own = await AskAsync(Guide, "br", asked);
        Assert.Equal(0, Sent());

        var ready = await AskAsync(Guide, "br", asked);

        Assert.Equal(1, Sent());
        Assert.Equal((304, 304), (own.Status, ready.Status));
        Assert.Equal(Lines(own), Lines(ready));
        Assert.Equal(tag, ready.Header("ETag"));
        Assert.Empty(ready.Body);
    }

    [Theory]
    [InlineData("If-None-Match: W/\"of.another.edition\"", 200, true)]
    [InlineData("If-None-Match: \"of.another.edition\"", 200, true)]
    [InlineData("If-None-Match: *", 304, false)]
    [InlineData("If-None-Match: \"a\", \"b\"", 200, false)]
    [InlineData("If-None-Match: nonsense", 200, false)]
    [InlineData("If-None-Match: W/\"", 200, false)]
    [InlineData("If-None-Match: W/\"a\"\nIf-None-Match: W/\"b\"", 200, false)]
    [InlineData("If-Modified-Since: Fri, 01 Jan 2100 00:00:00 GMT", 304, false)]
    [InlineData("Cookie: anything=1", 200, false)]
    [InlineData("Cookie: anything", 200, false)]
    [InlineData("Authorization: Basic eA==", 200, false)]
    [InlineData("Content-Length: 3", 200, false)]
    public async Task ReadyPage_AskedForUnderSomeCondition_IsAnsweredAsByTheSite(string condition, int status, bool isReady)
    {
        await WarmAsync(Guide, "br");

        var answer = await AskAsync(
            Guide,
            "br",
            "\n" + condition,
            body: condition.StartsWith("Content", StringComparison.Ordinal) ? "a=b"u8.ToArray() : null
        );

        Assert.Equal(isReady ? 1 : 0, Sent());
        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task Tag_InAListOfSeveral_IsStillSeen()
    {
        var tag = (await WarmAsync(Guide, "br")).Header("ETag");

        var answer = await AskAsync(Guide, "br", $"\nIf-None-Match: \"other\", {tag}");

        Assert.Equal(304, answer.Status);
    }

    [Fact]
    public async Task ReadyPage_AskedForWithHarmlessCookies_IsReady()
    {
        var token = site.Portal.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name;
        await WarmAsync(Guide, "br");

        await AskAsync(Guide, "br", $"\nCookie: {token}=x; {CircuitPass.CookieName}=y");

        Assert.Equal(1, Sent());
    }

    [Theory]
    [InlineData("/metiers?utm_source=zzqqzz")]
    [InlineData("/metiers?LETTRE=A")]
    [InlineData("/metiers?lettre=A&lettre=B")]
    [InlineData("/METIERS")]
    [InlineData("/fr/metiers")]
    [InlineData("//metiers")]
    [InlineData("/metiers/astronaute")]
    [InlineData("/quiz/annotateur-de-donnees-ia")]
    [InlineData("/quiz/orientation")]
    [InlineData("/robots.txt")]
    [InlineData("/css/site.css")]
    [InlineData("/health/live")]
    public async Task Address_UnderWhichNothingIsKept_IsNeverReadyNorAnsweredWithWhatIs(string address)
    {
        await WarmAsync("/metiers", "br");
        var first = await AskAsync(address, "br");
        await AskAsync(address, "br");

        var third = await AskAsync(address, "br");

        Assert.Equal(0, Sent());
        Assert.Equal(first.Status, third.Status);
    }

    [Fact]
    public async Task ReadyPages_OfSeveralQueriesAndLanguages_AreToldApart()
    {
        string[] addresses = ["/metiers", "/metiers?lettre=A", "/metiers?lettre=B", "/metiers?page=2", "/nl/metiers", "/en/metiers?lettre=A"];
        var own = new Dictionary<string, byte[]>();
        foreach (var address in addresses)
        {
            own[address] = (await WarmAsync(address, "br")).Body;
        }

        foreach (var address in addresses)
        {
            Assert.Equal(own[address], (await AskAsync(address, "br")).Body);
        }

        Assert.Equal(addresses.Length, Sent());
        Assert.Equal(addresses.Length, own.Values.Select(Convert.ToBase64String).Distinct().Count());
    }

    [Theory]
    [InlineData("other.example", 200)]
    [InlineData("", 400)]
    [InlineData("no host", 400)]
    [InlineData("a@b", 400)]
    [InlineData("xn--a", 400)]
    [InlineData("localhost:99999", 400)]
    public async Task ReadyPage_AskedForByAnotherHost_IsNotThatOfThisHost(string host, int status)
    {
        await WarmAsync(Guide, "br");

        var answer = await AskAsync(Guide, "br", host: host);

        Assert.Equal(0, Sent());
        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain(_host, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadyPage_OfASiteThatAllowsOneHost_IsRefusedToOthers()
    {
        await using var portal = new PortalFactory
        {
            Settings = { ["AllowedHosts"] = "a.example", ["Portal:PublicAddress"] = "https://a.example" },
            Time = new FakeTimeProvider(DateTimeOffset.UtcNow),
        };
        var server = portal.Listen();
        for (var times = 0; times < 3; times++)
        {
            await AskAsync(server, Guide, "br", host: "a.example");
        }

        var other = await AskAsync(server, Guide, "br", host: "b.example");

        Assert.Equal(1, Sent(portal));
        Assert.Equal(400, other.Status);
    }

    [Fact]
    public async Task ReadyPage_AskedForWithATooLargeBody_IsRefused()
    {
        await WarmAsync(Guide, "br");

        var answer = await AskAsync(Guide, "br", "\nContent-Length: 70000");

        Assert.Equal(413, answer.Status);
    }

    /// <summary>The limits count what is metered, and they stand behind the door.</summary>
    [Fact]
    public void SharedPages_Always_AreWithoutALimitThatTheDoorWouldPassBy() =>
        Assert.DoesNotContain(QueryKeys.SharedPages, p => p.IsDefined(typeof(MeteredAttribute), inherit: true));

    [Fact]
    public async Task ReadyPage_OnceTheContentOrTheDayChanges_IsReadyNoMore()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow.Date.AddHours(9));
        await using var portal = new PortalFactory { Time = time };
        var server = portal.Listen();
        async Task<RawAnswer> GetAsync() => await AskAsync(server, Guide, "br", host: _host);
        await GetAsync();
        await GetAsync();
        var before = await GetAsync();
        Assert.Equal(1, Sent(portal));

        await portal.ImportChangedAsync("annotateur-de-donnees-ia", g => g with { Content = g.Content with { Tagline = "Une phrase toute neuve" } });
        time.Advance(TimeSpan.FromSeconds(2));
        var after = await GetAsync();
        var asked = await AskAsync(server, Guide, "br", $"\nIf-None-Match: {before.Header("ETag")}", host: _host);
        await GetAsync();
        Sent(portal);
        var ready = await GetAsync();
        Assert.Equal(1, Sent(portal));
        time.Advance(TimeSpan.FromHours(16));
        await GetAsync();
        var nextDay = await GetAsync();

        Assert.DoesNotContain("Une phrase toute neuve", before.Text, StringComparison.Ordinal);
        Assert.All([after, asked, ready], a => Assert.Contains("Une phrase toute neuve", a.Text, StringComparison.Ordinal));
        Assert.Equal(0, Sent(portal));
        Assert.Equal(3, new[] { before, ready, nextDay }.Select(a => a.Header("ETag")).Distinct().Count());
    }

    [Fact]
    public async Task ReadyPages_WithoutRoom_AreSentByTheSite()
    {
        await using var portal = new PortalFactory
        {
            Registrations = s =>
                s.AddSingleton(p => new ReadyPages(
                    p.GetRequiredService<PageEditions>(),
                    p.GetRequiredService<SignIn>(),
                    p.GetRequiredService<ReadyCounts>(),
                    TimeProvider.System,
                    mostBytes: 1000
                )),
        };
        var server = portal.Listen();

        for (var times = 0; times < 4; times++)
        {
            Assert.Equal(200, (await AskAsync(server, Guide, "br", host: _host)).Status);
        }

        Assert.Equal(0, Sent(portal));
    }

    [Fact]
    public async Task ReadyAnswers_Sent_AreMeasuredByRouteAndStatusAndToldOnceAMinute()
    {
        var (time, log) = (new FakeTimeProvider(DateTimeOffset.UtcNow.Date.AddHours(9)), new RememberedEvents());
        var measured = new List<(long Times, string? Route, object? Status)>();
        await using var portal = new PortalFactory
        {
            Time = time,
            Settings = { ["Serilog:MinimumLevel:Default"] = "Information" },
            Registrations = s => s.AddSingleton<ILogEventSink>(log),
        };
        var server = portal.Listen();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                // Other sites run in this process, each with meters of its own.
                if (instrument.Name == ReadyCounts.CounterName && instrument.Meter.Scope == portal.Services.GetRequiredService<IMeterFactory>())
                {
                    l.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, times, tags, _) =>
            {
                var by = tags.ToArray().ToDictionary(t => t.Key, t => t.Value);
                measured.Add((times, (string?)by["http.route"], by["http.response.status_code"]));
            }
        );
        listener.Start();

        var tag = (await AskAsync(server, Guide, "br", host: _host)).Header("ETag");
        await AskAsync(server, Guide, "br", host: _host);
        await AskAsync(server, Guide, "br", $"\nIf-None-Match: {tag}", host: _host);
        for (var times = 0; times < 3; times++)
        {
            await AskAsync(server, Guide, "br", host: _host);
            await AskAsync(server, Guide, "br", $"\nIf-None-Match: {tag}", host: _host);
        }

        await AskAsync(server, "/metiers/astronaute", "br", host: _host);
        await ToldAsync(time, log);

        Assert.Equal(3, measured.Count(m => m is (1, "/metiers/{Slug}", 200)));
        Assert.Equal(3, measured.Count(m => m is (1, "/metiers/{Slug}", 304)));
        Assert.Equal(6, measured.Count);
        var told = Assert.Single(log.Lines, l => l.Contains("kept pages were sent", StringComparison.Ordinal));
        Assert.Contains("\"Answers\":6,\"Unchanged\":3,\"Routes\":{\"/metiers/{Slug}\":6}", told, StringComparison.Ordinal);
        Assert.Equal(
            3,
            log.Lines.Count(l =>
                l.Contains("\"Route\":\"/metiers/{Slug}\",\"StatusCode\":200", StringComparison.Ordinal)
                || l.Contains("\"Route\":\"/metiers/{Slug}\",\"StatusCode\":304", StringComparison.Ordinal)
            )
        );
        Assert.Single(log.Lines, l => l.Contains("\"StatusCode\":404", StringComparison.Ordinal));

        time.Advance(TimeSpan.FromMinutes(5));
        await Task.Yield();
        Assert.Single(log.Lines, l => l.Contains("kept pages were sent", StringComparison.Ordinal));
    }

    /// <summary>Lets minutes pass until the log says what was sent.</summary>
    private static async Task ToldAsync(FakeTimeProvider time, RememberedEvents log)
    {
        while (!log.Lines.Any(l => l.Contains("kept pages were sent", StringComparison.Ordinal)))
        {
            time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private async Task<RawAnswer> WarmAsync(string address, string? packing)
    {
        await AskAsync(address, packing);
        var answer = await AskAsync(address, packing);
        Sent();
        return answer;
    }

    private Task<RawAnswer> AskAsync(
        string address,
        string? packing,
        string headers = "",
        string? host = null,
        string method = "GET",
        byte[]? body = null
    ) => AskAsync(site.Server, address, packing, headers, host ?? _host, method, body);

    private static async Task<RawAnswer> AskAsync(
        Uri server,
        string address,
        string? packing,
        string headers = "",
        string host = "",
        string method = "GET",
        byte[]? body = null
    )
    {
        var accepted = packing is null ? "" : $"\nAccept-Encoding: {packing}";
        var head = $"{method} {address} HTTP/1.1\nHost: {host}{accepted}{headers}";
        return (await RawHttp.SendAsync(server, head, body, TestContext.Current.CancellationToken))!;
    }

    /// <summary>How many answers were ready since this was last asked.</summary>
    private long Sent() => Sent(site.Portal);

    private static long Sent(PortalFactory portal) => portal.Services.GetRequiredService<ReadyCounts>().Take().Sum(t => t.Times);

    private static IEnumerable<string> Lines(RawAnswer answer) =>
        answer.Headers.Where(h => h.Name is not ("Date" or "Age")).Select(h => $"{h.Name}: {h.Value}").Prepend($"{answer.Status}");

    private static List<string> Named(HttpResponseMessage response) =>
        [
            .. response
                .Headers.Concat(response.Content.Headers)
                .Where(h => h.Key is not ("Date" or "Age"))
                .Select(h => $"{h.Key}: {string.Join(", ", h.Value)}")
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>One site on the server of production, and one behind a proxy that is only played.</summary>
    public sealed class Site : IAsyncDisposable
    {
        public Site() => Server = Portal.Listen();

        // Their clock stands: on a slow machine the store would be asked anew between two requests, and then the door lets one pass.
        public PortalFactory Portal { get; } = new() { Time = new FakeTimeProvider(DateTimeOffset.UtcNow) };

        public PortalFactory Behind { get; } = new() { Time = new FakeTimeProvider(DateTimeOffset.UtcNow) };

        public Uri Server { get; }

        public async ValueTask DisposeAsync()
        {
            await Portal.DisposeAsync();
            await Behind.DisposeAsync();
        }
    }
}
