using System.Data.Common;
using System.Net;
using CareerPortal.Data;
using CareerPortal.Testing;
using CareerPortal.Web.Tests.Pages;
using CareerPortal.Web.Tests.Quiz;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>Pages that have to be made wait for each other; kept pages and answers do not wait for them.</summary>
[Slow]
public sealed class RenderLaneTests
{
    private const string Guide = "/metiers/annotateur-de-donnees-ia";

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Page_WhereTooManyAreBeingMade_IsAnswered503WithAPageThatLeadsOn(string language)
    {
        var gate = new Gate();
        await using var portal = Narrow(gate, waiting: 0);
        var client = portal.CreateClient();
        var slow = await HoldOneAsync(client, gate);

        using var response = await client.GetAsync(
            new Uri(PublicPages.In(language, "/metiers?q=archives"), UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        var page = await PageReader.ReadAsync(response, PublicPages.In(language, "/metiers?q=archives"));
        gate.Open();
        await slow;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.NotNull(page.Headers.RetryAfter?.Delta);
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal(portal.Text("Busy.Title", language), page.All("h1").Single().Words());
        Assert.Equal("", page.All("main a").First().GetAttribute("href"));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Null(response.Headers.ETag);
        Assert.Empty(page.SyntaxErrors);
        Assert.True(page.Html.Length < 4000);
    }

    [Fact]
    public async Task Page_WhereAnotherIsBeingMade_Waits()
    {
        var gate = new Gate();
        await using var portal = Narrow(gate, waiting: 1);
        var client = portal.CreateClient();
        var slow = await HoldOneAsync(client, gate);

        var one = client.GetAsync(new Uri("/metiers?q=archives", UriKind.Relative), TestContext.Current.CancellationToken);
        var other = client.GetAsync(new Uri("/metiers?q=numerisation", UriKind.Relative), TestContext.Current.CancellationToken);
        using var refused = await await Task.WhenAny(one, other);
        var waiting = one.IsCompleted ? other : one;
        var waited = !waiting.IsCompleted;
        gate.Open();

        Assert.True(waited);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await waiting).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await slow).StatusCode);
    }

    [Fact]
    public async Task KeptPagesAndAnswers_WhereTooManyPagesAreBeingMade_AreAnswered()
    {
        var gate = new Gate();
        await using var portal = Narrow(gate, waiting: 0);
        var client = portal.CreateClient();
        using var visitor = new Visitor(portal);
        await visitor.StartQuizAsync();
        await client.PageAsync("/metiers");
        var slow = await HoldOneAsync(client, gate);

        await visitor.AnswerAsync(4);
        var kept = await client.PageAsync("/metiers");
        var cold = await client.PageAsync("/zones");
        var style = await client.PageAsync("/css/site.css");
        var alive = await client.PageAsync("/health/live");
        gate.Open();
        await slow;

        Assert.Equal((HttpStatusCode.OK, 1), (visitor.Status, visitor.Answered));
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK],
            [kept.Status, cold.Status, style.Status, alive.Status]
        );
    }

    [Fact]
    public async Task PageWithAQuery_WhileAQuizIsHeldUp_IsMadeAllTheSame()
    {
        var gate = new Gate("\"QuizAnswers\"");
        await using var portal = Narrow(gate, waiting: 1);
        var client = portal.CreateClient();
        using var visitor = new Visitor(portal);
        await visitor.StartQuizAsync();
        gate.Close();
        var answer = visitor.AnswerAsync(4);
        await gate.Reached;

        var page = await client.PageAsync(Guide + "?heures=5");
        var waited = !answer.IsCompleted;
        gate.Open();
        await answer;

        Assert.Equal((HttpStatusCode.OK, true), (page.Status, waited));
        Assert.Equal((HttpStatusCode.OK, 1), (visitor.Status, visitor.Answered));
    }

    [Fact]
    public async Task Quiz_WhereTooManyPlainPagesAreBeingMade_CanBeStarted()
    {
        var gate = new Gate();
        await using var portal = Narrow(gate, waiting: 0);
        using var visitor = new Visitor(portal);
        var slow = await HoldOneAsync(visitor.Client, gate, "/metiers/transcripteur");

        await visitor.StartOverAllAsync();
        await visitor.GoAsync("/zones");
        var others = visitor.Status;
        gate.Open();
        await slow;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, others);
        Assert.Equal(HttpStatusCode.OK, (await slow).StatusCode);
    }

    private static PortalFactory Narrow(Gate gate, int waiting) =>
        new()
        {
            Settings =
            {
                ["RateLimits:PagesAtOnce"] = "1",
                ["RateLimits:PagesWaiting"] = waiting.ToString(System.Globalization.CultureInfo.InvariantCulture),
            },
            Registrations = s => s.ConfigureDbContext<PortalDbContext>(o => o.AddInterceptors(gate)),
        };

    /// <summary>Asks for a page, of a guide that nobody opened, and comes back once it is being made.</summary>
    private static async Task<Task<HttpResponseMessage>> HoldOneAsync(
        HttpClient client,
        Gate gate,
        string address = "/metiers/transcripteur?heures=5"
    )
    {
        await client.PageAsync(Guide);
        gate.Close();
        var slow = client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        await gate.Reached;
        return slow;
    }

    /// <summary>Holds the first query on a table, that of published guides unless told, that comes after it was closed.</summary>
    private sealed class Gate(string table = "\"Revisions\"") : DbCommandInterceptor
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _closed;

        public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromMinutes(1));

        public void Close() => _closed = 1;

        public void Open() => _open.SetResult();

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (command.CommandText.Contains(table, StringComparison.Ordinal) && Interlocked.CompareExchange(ref _closed, 0, 1) == 1)
            {
                _reached.SetResult();
                await _open.Task;
            }

            return result;
        }
    }
}
