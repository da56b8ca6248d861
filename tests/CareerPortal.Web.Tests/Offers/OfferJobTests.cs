using CareerPortal.Data;
using CareerPortal.Offers;
using CareerPortal.Offers.Sources;
using CareerPortal.Testing.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Offers;

public sealed class OfferJobTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static DateOnly Today => DateOnly.FromDateTime(DateTime.UtcNow);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OfferSyncJob_SourceThatAnswersBadlyAtFirst_IsAskedAgainAndReadOnce()
    {
        await using var server = await OpenDataServer.StartAsync(Today, [.. Enumerable.Range(1, 300)]);
        server.Fault = AnswerFault.FailingAtFirst;
        await using var portal = Portal(server);

        var run = await RunOfAsync(portal);

        Assert.Equal((OfferRunOutcome.Done, 300, 300), (run.Outcome, run.Read, run.Added));
        Assert.Equal(3, server.Asked.Count(q => q.Contains("limit=1", StringComparison.Ordinal)));
        Assert.Equal(1, server.MostAtOnce);
    }

    [Fact]
    public async Task OfferSyncJob_OnTwoNodes_ReadsOnce()
    {
        await using var server = await OpenDataServer.StartAsync(Today, [.. Enumerable.Range(1, 300)]);
        await using var one = Portal(server);
        await using var other = Portal(server);
        other.Settings["Database:DataFolder"] = one.DataFolder;
        _ = one.Services;

        _ = other.Services;
        await RunOfAsync(one);

        await using var context = Context(one);
        Assert.Equal(1, await context.OfferRuns.CountAsync(Cancellation));
        Assert.Equal(1, server.Asked.Count(q => q.EndsWith("exports/json", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task OfferExamplesJob_EmptyBoard_FillsIt()
    {
        await using var portal = new PortalFactory { Settings = { ["Offers:Examples"] = "true" } };
        _ = portal.Services;

        var count = 0;
        await WaitAsync(async () =>
        {
            await using var context = Context(portal);
            count = await context.JobOffers.CountAsync(o => o.State == OfferState.Open, Cancellation);
            return count > 0;
        });

        Assert.Equal(ExampleOffers.Count, count);
    }

    [Fact]
    public async Task Options_OfATestsSite_AskNobodyAndFillNothing()
    {
        await using var portal = new PortalFactory();

        var options = portal.Services.GetRequiredService<ForemOptions>();

        Assert.False(options.Enabled);
        Assert.Contains("127.0.0.1", options.Address, StringComparison.Ordinal);
    }

    private static PortalFactory Portal(OpenDataServer server) =>
        new()
        {
            Settings =
            {
                ["Offers:Forem:Enabled"] = "true",
                ["Offers:Forem:Address"] = server.Address,
                ["Offers:Forem:PauseMilliseconds"] = "0",
            },
        };

    private static async Task<OfferRun> RunOfAsync(PortalFactory portal)
    {
        OfferRun? run = null;
        await WaitAsync(async () =>
        {
            await using var context = Context(portal);
            run = await context.OfferRuns.AsNoTracking().FirstOrDefaultAsync(r => r.EndedUtc != null, Cancellation);
            return run is not null;
        });
        return run!;
    }

    private static PortalDbContext Context(PortalFactory portal) =>
        portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext();

    private static async Task WaitAsync(Func<Task<bool>> until)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        waiting.CancelAfter(Longest);
        while (!await until())
        {
            await Task.Delay(50, waiting.Token);
        }
    }
}
