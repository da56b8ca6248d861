using System.Net;
using CareerPortal.Testing;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Catalogue;
using CareerPortal.Web.Hosting;
using CareerPortal.Web.Offers;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Tests.Pages;
using CareerPortal.Web.Tests.Quiz;
using CareerPortal.Web.Workspace.Keeping;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Serilog.Core;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>The site while its store is away: real Kestrel, SQL Server's own faults and retries.</summary>
[Slow]
public sealed class LostStoreTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SqlFaults.DatabaseAway)]
    [InlineData(SqlFaults.NoSuchDatabase)]
    [InlineData(SqlFaults.Deadlock)]
    [InlineData(SqlFaults.TimedOut)]
    public async Task EveryPage_WithoutItsStore_IsAnsweredWithAPageAndNeverATrace(int number)
    {
        var store = new LostStore();
        await using var portal = Portal(store);
        using var visitor = new Visitor(portal, through: Through(portal));
        await visitor.StartQuizAsync();
        var paths = Paths(portal.Services, visitor.Code);
        store.Fault = SqlFaults.Of(number);

        var pages = await Task.WhenAll(
            paths.SelectMany(path =>
                PublicPages.LanguageCodes.Select(language => ReadAsync(visitor.Client, PublicPages.In(language, path), language))
            )
        );

        var away = PublicPages.LanguageCodes.ToDictionary(l => l, l => portal.Text("Unavailable.Title", l));
        Assert.InRange(paths.Count, 15, 200);
        Faults.None(pages.SelectMany(p => FaultsOf(p, away[p.Language])));
        Assert.All(
            pages.Where(p => p.Path.Contains(visitor.Code, StringComparison.Ordinal)),
            p => Assert.Equal(HttpStatusCode.ServiceUnavailable, p.Status)
        );
        Assert.Equal(HttpStatusCode.OK, (await visitor.Client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation)).StatusCode);
        store.Fault = null;
        Assert.Equal(
            HttpStatusCode.OK,
            (await visitor.Client.GetAsync(new Uri($"/quiz/session/{visitor.Code}", UriKind.Relative), Cancellation)).StatusCode
        );
    }

    [Fact]
    public async Task Ready_StoreThatNeverAnswers_SaysNoSoon()
    {
        var store = new LostStore();
        await using var portal = Portal(store);
        using var client = Through(portal);
        await Readiness.OfAsync(client);
        store.Hangs = true;

        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation).WaitAsync(Patience, Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Fact]
    public async Task Ready_StoreThatRefuses_SaysNo()
    {
        var store = new LostStore();
        await using var portal = Portal(store);
        using var client = Through(portal);
        store.Fault = SqlFaults.Of(SqlFaults.DatabaseAway);

        using var ready = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
    }

    [Theory]
    [InlineData(SqlFaults.DatabaseAway)]
    [InlineData(SqlFaults.NoSuchDatabase)]
    [InlineData(SqlFaults.Deadlock)]
    [InlineData(SqlFaults.TimedOut)]
    public async Task EveryJob_WithoutItsStore_SaysSoGoesOnAndLeavesTheSiteAlone(int number)
    {
        var (store, log) = (new LostStore(), new RememberedEvents());
        await using var portal = Portal(store, log, new HurriedTime());
        using var client = Through(portal);

        // The report of what was ready needs no store; links are not checked, offers not read and the board not laid out unless somebody says so; mails
        // wait in silence, and of the catalogue what was read is remembered.
        Type[] silent =
        [
            typeof(ReadyReport),
            typeof(LinkCheckJob),
            typeof(MailJob),
            typeof(CatalogueJob),
            typeof(BoardJob),
            typeof(OfferExamplesJob),
            typeof(OfferSyncJob),
        ];
        var jobs = portal
            .Services.GetServices<IHostedService>()
            .OfType<PortalJob>()
            .Select(j => j.GetType())
            .Except(silent)
            .Select(t => t.Name)
            .ToList();
        store.Fault = SqlFaults.Of(number);
        List<string> ToldLessThanTwice() =>
            [
                .. jobs.Where(job =>
                    log.Lines.Count(l => l.Replace("\\\"", "", StringComparison.Ordinal).Contains($"The job {job} failed", StringComparison.Ordinal))
                    < 2
                ),
            ];

        await UntilAsync(() => ToldLessThanTwice().Count == 0, () => { }, () => string.Join(", ", ToldLessThanTwice()));

        Assert.NotEmpty(jobs);
        Assert.False(portal.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health/live", UriKind.Relative), Cancellation)).StatusCode);
        store.Fault = null;

        // On this clock the site's patience with its store is short too: it may be asked twice.
        var status = HttpStatusCode.ServiceUnavailable;
        for (var asked = 0; asked < 100 && status == HttpStatusCode.ServiceUnavailable; asked++)
        {
            status = (await client.GetAsync(new Uri("/centres", UriKind.Relative), Cancellation)).StatusCode;
        }

        Assert.Equal(HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task Job_ThatFailsInAnyWay_IsTriedAgain()
    {
        var time = new FakeTimeProvider();
        using var lifetime = new Lifetime();
        using var job = new FailingJob(time, lifetime);
        await job.StartAsync(Cancellation);
        lifetime.Start();

        await UntilAsync(() => job.Turns >= 3, () => time.Advance(TimeSpan.FromMinutes(1)));

        Assert.False(job.ExecuteTask!.IsCompleted);
        await job.StopAsync(Cancellation);
        Assert.True(job.ExecuteTask.IsCompletedSuccessfully);
    }

    internal static HttpClient Through(PortalFactory portal)
    {
        portal.UseKestrel(0);
        portal.StartServer();
        var client = portal.CreateClient();
        client.Timeout = Timeout.InfiniteTimeSpan;
        return client;
    }

    private static PortalFactory Portal(LostStore store, RememberedEvents? log = null, TimeProvider? time = null) =>
        new()
        {
            Settings =
            {
                ["Serilog:MinimumLevel:Default"] = "Warning",
                ["RateLimits:PagesAtOnce"] = "1000",
                ["RateLimits:PagesWaiting"] = "10000",
            },
            Registrations = services =>
            {
                store.Register(services);
                services.AddSingleton<ILogEventSink>(log ?? new RememberedEvents());
                services.Replace(ServiceDescriptor.Singleton(time ?? TimeProvider.System));
            },
        };

    /// <summary>An address for each page there is, from the routes themselves.</summary>
    private static IReadOnlyList<string> Paths(IServiceProvider services, string code) =>
        [
            .. services
                .GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
                .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/'))
                .Append("/sitemap.xml")
                .Where(p => !p.StartsWith("/statut/", StringComparison.Ordinal))
                // Whoever is not signed in is sent to sign in, store or none.
                .Where(p => !p.StartsWith("/espace", StringComparison.Ordinal) && p != "/connexion/confirmer")
                .Select(p =>
                    p.Replace("/session/{Code}", $"/session/{code}", StringComparison.Ordinal)
                        .Replace("/centres/{Code}", "/centres/forem", StringComparison.Ordinal)
                        .Replace("/orientation/{Code}", "/orientation/actiris", StringComparison.Ordinal)
                        .Replace("/zones/{Code}", "/zones/namur", StringComparison.Ordinal)
                        .Replace("/plateformes/{Code}", "/plateformes/clickworker", StringComparison.Ordinal)
                        .Replace("{Token}", new string('a', 64), StringComparison.Ordinal)
                        .Replace("{Slug}", "annotateur-de-donnees-ia", StringComparison.Ordinal)
                        .Replace("{Address}", "1-boulanger", StringComparison.Ordinal)
                        .Replace("{Number:long}", "1", StringComparison.Ordinal)
                )
                .Distinct(),
        ];

    private static async Task<Answer> ReadAsync(HttpClient client, string path, string language)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Cancellation);
        return new Answer(path, language, response.StatusCode, response.Headers.RetryAfter?.ToString(), await PageReader.ReadAsync(response, path));
    }

    private static IEnumerable<string> FaultsOf(Answer answer, string title)
    {
        if (answer.Path.Contains('{', StringComparison.Ordinal))
        {
            yield return $"{answer.Path}: give the route a value";
        }

        if (answer.Page.Html.Contains("Exception", StringComparison.Ordinal) || answer.Page.Html.Contains("   at ", StringComparison.Ordinal))
        {
            yield return $"{answer.Path}: shows a trace";
        }

        if (answer.Status == HttpStatusCode.OK)
        {
            yield break;
        }

        if (answer.Status != HttpStatusCode.ServiceUnavailable)
        {
            yield return $"{answer.Path}: {answer.Status}";
        }

        if (answer.RetryAfter is null)
        {
            yield return $"{answer.Path}: no Retry-After";
        }

        if (
            answer.Page.All("h1").Select(h => h.Words()).FirstOrDefault() != title
            || answer.Page.Document.DocumentElement.GetAttribute("lang") != answer.Language
        )
        {
            yield return $"{answer.Path}: not the page that says so";
        }
    }

    private static async Task UntilAsync(Func<bool> isSo, Action act, Func<string>? waitsFor = null)
    {
        using var longest = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        longest.CancelAfter(Patience);
        while (!isSo())
        {
            act();
            Assert.False(longest.IsCancellationRequested, waitsFor?.Invoke());
            await Task.Delay(50, Cancellation);
        }
    }

    private sealed record Answer(string Path, string Language, HttpStatusCode Status, string? RetryAfter, SitePage Page);

    private sealed class FailingJob(TimeProvider time, IHostApplicationLifetime site) : PortalJob(time, site, NullLogger.Instance)
    {
        private int _turns;

        public int Turns => _turns;

        protected override TimeSpan Every => TimeSpan.FromMinutes(1);

        protected override Task RunAsync(CancellationToken stopping) =>
            Interlocked.Increment(ref _turns) % 2 == 0
                ? throw new OperationCanceledException("not because the site ends")
                : throw new InvalidOperationException("a fault in the code");
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        private readonly CancellationTokenSource _started = new();

        public CancellationToken ApplicationStarted => _started.Token;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void Start() => _started.Cancel();

        public void StopApplication() => throw new NotSupportedException();

        public void Dispose() => _started.Dispose();
    }
}
