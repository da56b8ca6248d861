using System.Net;
using CareerPortal.Testing;
using CareerPortal.Web.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Serilog.Core;
using StackExchange.Redis;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>Nodes share their pages through Redis, and do without when it does not answer.</summary>
[Slow]
public sealed class RedisTests
{
    private const string Away = "Redis does not answer";
    private const string Back = "Redis answers again";
    private const string Typed = "zorglub";

    /// <summary>How long a Redis that lives may take where everything else runs beside it.</summary>
    private static readonly TimeSpan OnABusyMachine = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task PageOfOneNode_AskedOfAnother_ComesFromRedis()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var one = Node(redis.Connection);
        await using var other = Node(redis.Connection);
        other.Settings["Database:DataFolder"] = one.DataFolder;
        var made = await GetAsync(one, $"/metiers?lettre={Typed}");
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.Connection);
        var server = connection.GetServer(redis.Connection);
        while (!server.Keys(pattern: "portal:*").Any(k => k != "portal:probe"))
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var kept = await GetAsync(other, $"/metiers?lettre={Typed}");

        Assert.False(made.FromCache);
        Assert.True(kept.FromCache);
        Assert.Equal(made.Text, kept.Text);
        Assert.DoesNotContain(server.Keys(), k => k.ToString().Contains(Typed, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Redis_FrozenOrKilled_IsLeftAloneAndUsedAgainOnceItIsBack(bool frozen)
    {
        await using var redis = await RedisServer.StartAsync();
        var (time, log, shelf) = (new FakeTimeProvider(DateTimeOffset.UtcNow), new RememberedEvents(), new CountedShelf(redis.Connection));
        await using var site = new PortalFactory
        {
            Time = time,
            Settings =
            {
                ["ConnectionStrings:Redis"] = redis.Connection,
                ["Serilog:MinimumLevel:Default"] = "Information",
                ["Serilog:MinimumLevel:Override:Microsoft.AspNetCore.OutputCaching"] = "Verbose",
            },
            Registrations = s =>
                s.AddSingleton<ILogEventSink>(log)
                    .Replace(ServiceDescriptor.Singleton<IPageShelf>(shelf))
                    .Replace(
                        ServiceDescriptor.Singleton(p => new GuardedShelf(shelf, time, p.GetRequiredService<ILogger<GuardedShelf>>(), OnABusyMachine))
                    ),
        };
        await GetAsync(site, $"/metiers?lettre={Typed}");
        await shelf.QuietAsync();
        Assert.DoesNotContain(log.Lines, l => l.Contains(Away, StringComparison.Ordinal));
        if (frozen)
        {
            await redis.FreezeAsync();
        }
        else
        {
            redis.Kill();
        }

        var before = shelf.Asked;
        for (var reader = 0; reader < 50; reader++)
        {
            var made = await GetAsync(site, $"/metiers?lettre={Typed}{reader}");
            Assert.Equal((HttpStatusCode.OK, false), (made.Status, made.FromCache));
        }

        Assert.Equal(1, shelf.Asked - before);
        Assert.True((await GetAsync(site, $"/metiers?lettre={Typed}0")).FromCache);
        Assert.Equal("Degraded", await Readiness.OfAsync(site.CreateClient()));

        if (frozen)
        {
            await redis.ThawAsync();
        }
        else
        {
            await redis.StartAgainAsync();
        }

        for (var reader = 0; !log.Lines.Any(l => l.Contains(Back, StringComparison.Ordinal)); reader++)
        {
            Assert.True(reader < 300, "Redis is not used again.");
            time.Advance(GuardedShelf.Pause);
            await GetAsync(site, $"/metiers?lettre={Typed}wieder{reader}");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.Equal("Healthy", await Readiness.OfAsync(site.CreateClient()));
        Assert.Single(log.Lines, l => l.Contains(Away, StringComparison.Ordinal));
        Assert.Single(log.Lines, l => l.Contains(Back, StringComparison.Ordinal));
        Faults.None(log.Lines.Where(l => l.Contains(Typed, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task Start_WithRedisDown_ServesAndSaysSoOnce()
    {
        var log = new RememberedEvents();
        await using var site = Node($"127.0.0.1:{RedisServer.FreePort()},connectRetry=5,abortConnect=true", s => s.AddSingleton<ILogEventSink>(log));
        site.Settings["Serilog:MinimumLevel:Default"] = "Information";

        var made = await GetAsync(site, "/metiers");
        var kept = await GetAsync(site, "/metiers");
        var ready = await Readiness.OfAsync(site.CreateClient());

        Assert.Equal((HttpStatusCode.OK, false), (made.Status, made.FromCache));
        Assert.Equal((HttpStatusCode.OK, true), (kept.Status, kept.FromCache));
        Assert.Equal("Degraded", ready);
        Assert.Single(log.Lines, l => l.Contains(Away, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("connectTimeout=abc")]
    [InlineData("abortConnect=false")]
    public async Task Start_WithNoRedisAddress_FailsWithItsKey(string connection)
    {
        await using var site = Node(connection);

        var failure = Assert.ThrowsAny<Exception>(() => site.Services);

        Assert.Contains("ConnectionStrings:Redis", StartFailures.LineFor(failure), StringComparison.Ordinal);
    }

    private static PortalFactory Node(string redis, Action<IServiceCollection>? registrations = null) =>
        new() { Settings = { ["ConnectionStrings:Redis"] = redis }, Registrations = registrations };

    private static async Task<(HttpStatusCode Status, bool FromCache, string Text)> GetAsync(PortalFactory site, string address)
    {
        using var answer = await site.CreateClient().GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.Age is not null, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>The shelf in Redis, with a count of what was asked of it beside the tries.</summary>
    private sealed class CountedShelf(string connection) : IPageShelf, IAsyncDisposable
    {
        private readonly RedisShelf _shelf = new(RedisShelf.Read(connection));
        private int _asked;
        private int _answered;

        public int Asked => Volatile.Read(ref _asked);

        /// <summary>Waits until all that was asked is answered.</summary>
        public async Task QuietAsync()
        {
            while (Volatile.Read(ref _answered) < Asked)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }

        public async Task<(byte[] Page, TimeSpan ValidFor)?> ReadAsync(string key)
        {
            Interlocked.Increment(ref _asked);
            try
            {
                return await _shelf.ReadAsync(key);
            }
            finally
            {
                Interlocked.Increment(ref _answered);
            }
        }

        public async Task WriteAsync(string key, byte[] page, TimeSpan validFor)
        {
            Interlocked.Increment(ref _asked);
            try
            {
                await _shelf.WriteAsync(key, page, validFor);
            }
            finally
            {
                Interlocked.Increment(ref _answered);
            }
        }

        public Task ProbeAsync() => _shelf.ProbeAsync();

        public ValueTask DisposeAsync() => _shelf.DisposeAsync();
    }
}
