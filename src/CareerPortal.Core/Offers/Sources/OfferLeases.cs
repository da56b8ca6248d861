using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Sources;

/// <summary>Lets one node at a time do a piece of work: it holds a lease while it works, and another takes it over once it has run out.</summary>
public sealed class OfferLeases(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>Takes or renews a lease; false while somebody else holds it.</summary>
    public async Task<bool> TakeAsync(string name, Guid holder, TimeSpan duration, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var until = now + duration;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var taken = await context
            .OfferLeases.Where(l => l.Name == name && (l.Holder == holder || l.Holder == null || l.UntilUtc <= now))
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Holder, (Guid?)holder).SetProperty(l => l.UntilUtc, until), cancellation);
        if (taken > 0 || await context.OfferLeases.AnyAsync(l => l.Name == name, cancellation))
        {
            return taken > 0;
        }

        context.Add(
            new OfferLease
            {
                Name = name,
                Holder = holder,
                UntilUtc = until,
            }
        );
        try
        {
            await context.SaveChangesAsync(cancellation);
            return true;
        }
        catch (DuplicateRowException)
        {
            // Another node asked for the first time in the same moment.
            return false;
        }
    }

    /// <summary>Gives a lease back, so that nobody waits for its end.</summary>
    public async Task GiveBackAsync(string name, Guid holder, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context
            .OfferLeases.Where(l => l.Name == name && l.Holder == holder)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Holder, (Guid?)null), cancellation);
    }

    /// <summary>
    /// Does work under a lease that is renewed as long as it takes, and cancelled where the lease is lost; false where somebody else holds it.
    /// </summary>
    public async Task<bool> WorkAsync(string name, TimeSpan duration, Func<CancellationToken, Task> work, CancellationToken cancellation)
    {
        var holder = Guid.CreateVersion7();
        if (!await TakeAsync(name, holder, duration, cancellation))
        {
            return false;
        }

        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var renewing = RenewAsync(name, holder, duration, working);
        try
        {
            await work(working.Token);
        }
        finally
        {
            await working.CancelAsync();
            await renewing;
            await GiveBackAsync(name, holder, CancellationToken.None);
        }

        return true;
    }

    private async Task RenewAsync(string name, Guid holder, TimeSpan duration, CancellationTokenSource working)
    {
        using var timer = new PeriodicTimer(duration / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(working.Token))
            {
                if (!await TakeAsync(name, holder, duration, working.Token))
                {
                    await working.CancelAsync();
                }
            }
        }
        catch (Exception) when (working.IsCancellationRequested)
        {
            // Done, or stopped.
        }
        catch (Exception)
        {
            // The store does not answer: the lease cannot be kept, so the work must not go on.
            await working.CancelAsync();
        }
    }
}
