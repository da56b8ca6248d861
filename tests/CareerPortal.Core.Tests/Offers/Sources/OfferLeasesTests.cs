using CareerPortal.Offers.Sources;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Offers.Sources;

public sealed class OfferLeasesTests
{
    private const string Name = "sync";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task TakeAsync_HeldBySomebodyElse_IsRefusedUntilItRunsOut()
    {
        using var store = new TestStore();
        var leases = new OfferLeases(store, store.Time);
        var (one, other) = (Guid.NewGuid(), Guid.NewGuid());

        var first = await leases.TakeAsync(Name, one, Minute, Cancellation);
        var refused = await leases.TakeAsync(Name, other, Minute, Cancellation);
        var renewed = await leases.TakeAsync(Name, one, Minute, Cancellation);
        store.Time.Advance(Minute);
        var taken = await leases.TakeAsync(Name, other, Minute, Cancellation);
        var lost = await leases.TakeAsync(Name, one, Minute, Cancellation);

        Assert.Equal((true, false, true, true, false), (first, refused, renewed, taken, lost));
    }

    [Fact]
    public async Task TakeAsync_ByManyAtOnce_IsGivenToOne()
    {
        using var store = new TestStore();
        var leases = new OfferLeases(store, store.Time);

        var taken = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => leases.TakeAsync(Name, Guid.NewGuid(), Minute, Cancellation), Cancellation))
        );

        Assert.Single(taken, t => t);
    }

    [Fact]
    public async Task WorkAsync_Done_GivesTheLeaseBack()
    {
        using var store = new TestStore();
        var leases = new OfferLeases(store, store.Time);

        var first = await leases.WorkAsync(
            Name,
            Minute,
            async token => Assert.False(await leases.TakeAsync(Name, Guid.NewGuid(), Minute, token)),
            Cancellation
        );
        var second = await leases.WorkAsync(Name, Minute, _ => Task.CompletedTask, Cancellation);

        Assert.True(first && second);
    }

    [Fact]
    public async Task WorkAsync_LeaseLost_CancelsTheWork()
    {
        using var store = new TestStore();
        var leases = new OfferLeases(store, store.Time);
        var started = new TaskCompletionSource();

        var work = leases.WorkAsync(
            Name,
            Minute,
            async token =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, token);
            },
            Cancellation
        );
        await started.Task;
        await using (var context = store.CreateDbContext())
        {
            var lease = context.Set<CareerPortal.Offers.OfferLease>().Single();
            lease.Holder = Guid.NewGuid();
            lease.UntilUtc = store.Time.GetUtcNow().UtcDateTime.AddHours(1);
            await context.SaveChangesAsync(Cancellation);
        }

        store.Time.Advance(Minute / 3);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work);
    }
}
