using System.Data.Common;
using System.Net;
using CareerPortal.Data;
using CareerPortal.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Serilog.Core;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>Kept pages outlive the store's absence.</summary>
[Slow]
public sealed class KeptPagesWithoutStoreTests
{
    private const string Away = "The store does not answer";
    private const string Back = "The store answers again";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task KeptPage_WhileTheStoreIsAway_IsServedOnOverMidnight(bool hangs)
    {
        var (time, log, store) = (new FakeTimeProvider(DateTimeOffset.UtcNow), new RememberedEvents(), new LosableStore());
        await using var site = new PortalFactory
        {
            Time = time,
            Settings =
            {
                ["Serilog:MinimumLevel:Default"] = "Information",
                ["Serilog:MinimumLevel:Override:Microsoft.EntityFrameworkCore"] = "Warning",
            },
            Registrations = s => s.AddSingleton<ILogEventSink>(log).ConfigureDbContext<PortalDbContext>(o => o.AddInterceptors(store)),
        };
        var client = site.CreateClient();
        using var made = await GetAsync(client, time);
        store.Condition = hangs ? LosableStore.Hangs : LosableStore.Throws;

        for (var hour = 0; hour < 30; hour++)
        {
            time.Advance(TimeSpan.FromHours(1));
            using var kept = await GetAsync(client, time);
            Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
            Assert.NotNull(kept.Headers.Age);
            Assert.Equal(made.Headers.ETag, kept.Headers.ETag);
        }

        Assert.Single(
            log.Lines,
            // Jobs speak for themselves.
            l =>
                !l.Contains("job", StringComparison.OrdinalIgnoreCase)
                && !l.Contains("administrator", StringComparison.Ordinal)
                && (l.Contains("\"@l\":\"Warning\"", StringComparison.Ordinal) || l.Contains("\"@l\":\"Error\"", StringComparison.Ordinal))
        );
        Assert.Single(log.Lines, l => l.Contains(Away, StringComparison.Ordinal));

        store.Condition = LosableStore.Answers;
        while (!log.Lines.Any(l => l.Contains(Back, StringComparison.Ordinal)))
        {
            time.Advance(TimeSpan.FromSeconds(10));
            using var waiting = await GetAsync(client, time);
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        // It is said just before it is so.
        var tag = made.Headers.ETag;
        for (var asked = 0; asked < 500 && Equals(tag, made.Headers.ETag); asked++)
        {
            using var next = await GetAsync(client, time);
            Assert.Equal(HttpStatusCode.OK, next.StatusCode);
            tag = next.Headers.ETag;
        }

        Assert.NotEqual(made.Headers.ETag, tag);
        Assert.Single(log.Lines, l => l.Contains(Back, StringComparison.Ordinal));
    }

    /// <summary>Asks for a page while the portal's time goes on.</summary>
    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, FakeTimeProvider time)
    {
        var asked = client.GetAsync(new Uri("/metiers/annotateur-de-donnees-ia", UriKind.Relative), TestContext.Current.CancellationToken);
        while (await Task.WhenAny(asked, Task.Delay(20, TestContext.Current.CancellationToken)) != asked)
        {
            time.Advance(TimeSpan.FromMilliseconds(100));
        }

        return await asked;
    }

    /// <summary>A store that can be lost: it refuses, or never answers and does not hear that it is told to stop.</summary>
    private sealed class LosableStore : DbCommandInterceptor
    {
        public const int Answers = 0;
        public const int Throws = 1;
        public const int Hangs = 2;

        private int _condition;

        public int Condition
        {
            get => Volatile.Read(ref _condition);
            set => Volatile.Write(ref _condition, value);
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            switch (Condition)
            {
                case Throws:
                    throw new SqliteException("The store is lost.", 14);
                case Hangs:
                    await new TaskCompletionSource().Task;
                    break;
            }

            return result;
        }
    }
}
