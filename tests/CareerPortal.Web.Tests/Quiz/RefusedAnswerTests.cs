using System.Data.Common;
using System.Net;
using CareerPortal.Data;
using CareerPortal.Testing;
using CareerPortal.Web.Tests.Hosting;
using CareerPortal.Web.Tests.Pages;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Core;

namespace CareerPortal.Web.Tests.Quiz;

/// <summary>A store that cannot take what a person sends: it is said, nothing is lost, and the form can be sent again.</summary>
[Slow]
public sealed class RefusedAnswerTests
{
    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Answer_FullDisk_StaysOnTheQuestionWithItsChoice(string language)
    {
        var (disk, log) = (new FullDisk { HasRoom = true }, new RememberedEvents());
        await using var portal = new PortalFactory
        {
            Settings = { ["Serilog:MinimumLevel:Default"] = "Error" },
            Registrations = s => s.AddSingleton<ILogEventSink>(log).ConfigureDbContext<PortalDbContext>(o => o.AddInterceptors(disk)),
        };
        using var visitor = new Visitor(portal, language, LostStoreTests.Through(portal));
        var item = "";

        // What is left of the last page takes a few answers.
        for (var quiz = 0; quiz < 10 && (quiz == 0 || visitor.Status == HttpStatusCode.OK); quiz++)
        {
            disk.HasRoom = true;
            await visitor.StartOverAllAsync();
            disk.HasRoom = false;
            for (var answered = 0; answered < 20 && visitor.Status == HttpStatusCode.OK; answered++)
            {
                item = visitor.Item;
                await visitor.AnswerAsync(4);
            }
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visitor.Status);
        Assert.True(visitor.Says(visitor.Text("Question.NotStored")));
        Assert.Equal((item, 4), (visitor.Item, visitor.Chosen));
        Assert.NotNull(visitor.Last.Headers.RetryAfter);
        Assert.True(log.Lines.Any(l => l.Contains("an answer was not stored", StringComparison.Ordinal)), string.Join('\n', log.Lines));
        Assert.DoesNotContain(
            log.Lines,
            l => l.Contains($"\"{item}\"", StringComparison.Ordinal) || l.Contains(visitor.Code, StringComparison.Ordinal)
        );
        disk.HasRoom = true;
        await visitor.AnswerAsync(4);
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.NotEqual(item, visitor.Item);
    }

    [Fact]
    public async Task Answer_WhileAnotherProcessHoldsTheStore_StaysOnTheQuestionWithItsChoice()
    {
        await using var portal = new PortalFactory();
        using var visitor = new Visitor(portal);
        await visitor.StartQuizAsync();
        var item = visitor.Item;
        await using var other = new SqliteConnection($"Data Source={Path.Combine(portal.DataFolder, "portal.db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var hold = other.BeginTransaction(deferred: false);

        await visitor.AnswerAsync(5);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visitor.Status);
        Assert.Equal((item, 5), (visitor.Item, visitor.Chosen));
        await hold.RollbackAsync(TestContext.Current.CancellationToken);
        await visitor.AnswerAsync(5);
        Assert.Equal((HttpStatusCode.OK, 1), (visitor.Status, visitor.Answered));
    }

    [Theory]
    [InlineData(SqlFaults.DatabaseAway)]
    [InlineData(SqlFaults.DiskFull)]
    [InlineData(SqlFaults.TimedOut)]
    public async Task Answer_StoreLost_StaysOnTheQuestionWithItsChoice(int number)
    {
        var store = new LostStore();
        await using var portal = new PortalFactory { Registrations = store.Register };
        using var visitor = new Visitor(portal, through: LostStoreTests.Through(portal));
        await visitor.StartQuizAsync();
        await visitor.AnswerAsync(2);
        var (item, code) = (visitor.Item, visitor.Code);
        store.Fault = SqlFaults.Of(number);

        await visitor.AnswerAsync(5);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visitor.Status);
        Assert.True(visitor.Says(visitor.Text("Question.NotStored")));
        Assert.Equal((item, 5), (visitor.Item, visitor.Chosen));
        store.Fault = null;
        await visitor.AnswerAsync(5);
        Assert.Equal((HttpStatusCode.OK, code, 2), (visitor.Status, visitor.Code, visitor.Answered));
    }

    [Fact]
    public async Task Skip_StoreLost_CanBeSentAgain()
    {
        var store = new LostStore();
        await using var portal = new PortalFactory { Registrations = store.Register };
        using var visitor = new Visitor(portal, through: LostStoreTests.Through(portal));
        await visitor.StartQuizAsync();
        var item = visitor.Item;
        store.Fault = SqlFaults.Of(SqlFaults.DatabaseAway);

        await visitor.SkipAsync();

        Assert.Equal((HttpStatusCode.ServiceUnavailable, item, (int?)null), (visitor.Status, visitor.Item, visitor.Chosen));
        store.Fault = null;
        await visitor.SkipAsync();
        Assert.NotEqual(item, visitor.Item);
    }

    [Theory]
    [InlineData("/quiz/orientation", "QuizAll.Action")]
    [InlineData("/quiz/annotateur-de-donnees-ia", "QuizStart.Action")]
    public async Task Start_FullDisk_SaysSoAndStartsLater(string path, string action)
    {
        var disk = new FullDisk { HasRoom = true };
        await using var portal = new PortalFactory { Registrations = s => s.ConfigureDbContext<PortalDbContext>(o => o.AddInterceptors(disk)) };
        using var visitor = new Visitor(portal, through: LostStoreTests.Through(portal));
        await visitor.GoAsync(path);
        disk.HasRoom = false;

        for (var started = 0; started < 50 && visitor.Status == HttpStatusCode.OK; started++)
        {
            await visitor.GoAsync(path);
            await visitor.SubmitAsync(action);
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, path), (visitor.Status, visitor.Path));
        Assert.True(visitor.Says(visitor.Text("QuizStart.NotStored")));
        disk.HasRoom = true;
        await visitor.SubmitAsync(action);
        Assert.True(visitor.IsQuestion);
    }

    [Fact]
    public async Task Delete_StoreThatRefuses_SaysThatTheAnswersAreStillThere()
    {
        var refusal = new RefusedDeletions();
        await using var portal = new PortalFactory { Registrations = s => s.ConfigureDbContext<PortalDbContext>(o => o.AddInterceptors(refusal)) };
        using var visitor = new Visitor(portal, through: LostStoreTests.Through(portal));
        await visitor.StartQuizAsync();
        var code = visitor.Code;
        await visitor.GoAsync($"/quiz/session/{code}/pause");
        refusal.IsOn = true;

        await visitor.SubmitAsync("Result.DeleteAction");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visitor.Status);
        Assert.True(visitor.Says(visitor.Text("Result.NotDeleted")));
        refusal.IsOn = false;
        await visitor.SubmitAsync("Result.DeleteAction");
        Assert.Equal("/quiz/efface", visitor.Path);
    }

    [Theory]
    [InlineData("/pause")]
    [InlineData("/resultat")]
    public async Task Delete_StoreLost_SaysThatTheAnswersAreStillThereAndCanBeSentAgain(string page)
    {
        var store = new LostStore();
        await using var portal = new PortalFactory { Registrations = store.Register };
        using var visitor = new Visitor(portal, through: LostStoreTests.Through(portal));
        await visitor.StartQuizAsync();
        var code = visitor.Code;
        if (page == "/resultat")
        {
            await visitor.AnswerAllAsync(4);
        }

        await visitor.GoAsync($"/quiz/session/{code}{page}");
        store.Fault = SqlFaults.Of(SqlFaults.DatabaseAway);

        await visitor.SubmitAsync("Result.DeleteAction");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visitor.Status);
        Assert.NotNull(visitor.Last.Headers.RetryAfter);
        Assert.True(visitor.Says(visitor.Text("Result.NotDeleted")));
        Assert.True(visitor.Says(code));
        store.Fault = null;
        await visitor.SubmitAsync("Result.DeleteAction");
        Assert.Equal("/quiz/efface", visitor.Path);
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Resume_StoreLost_KeepsWhatWasTypedAndCanBeSentAgain(string language)
    {
        var store = new LostStore();
        await using var portal = new PortalFactory { Registrations = store.Register };
        using var visitor = new Visitor(portal, language, LostStoreTests.Through(portal));
        await visitor.StartQuizAsync();
        var code = visitor.Code;
        await visitor.GoAsync(PublicPages.In(language, "/quiz/reprendre"));
        visitor.Type(visitor.Text("Resume.Label"), code.ToLowerInvariant());
        store.Fault = SqlFaults.Of(SqlFaults.DatabaseAway);

        await visitor.SubmitAsync("Resume.Action");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, visitor.Status);
        Assert.NotNull(visitor.Last.Headers.RetryAfter);
        Assert.True(visitor.Says(visitor.Text("Resume.Unavailable")));
        Assert.Equal(code.ToLowerInvariant(), visitor.Main.QuerySelector("#code")!.GetAttribute("value"));
        store.Fault = null;
        await visitor.SubmitAsync("Resume.Action");
        Assert.Equal((HttpStatusCode.OK, code), (visitor.Status, visitor.Code));
    }

    private sealed class RefusedDeletions : DbCommandInterceptor
    {
        private volatile bool _isOn;

        public bool IsOn
        {
            get => _isOn;
            set => _isOn = value;
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        ) => _isOn && command.CommandText.StartsWith("DELETE", StringComparison.Ordinal) ? throw SqlFaults.Of(SqlFaults.DiskFull) : new(result);
    }
}
