using System.Security.Cryptography;
using System.Text;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Directories;

/// <summary>
/// Which addresses the content names, which of them is to be asked next, and which no longer answer. Several nodes share the work: whoever
/// changes the row first asks.
/// </summary>
public sealed class LinkRegister(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>An address that failed that often in a row, over a day at least, is broken.</summary>
    public const int BrokenAfter = 2;

    /// <summary>How long after one check the same host is left alone.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Again = TimeSpan.FromDays(7);
    private static readonly TimeSpan AgainAfterFailure = TimeSpan.FromHours(25);
    private static readonly TimeSpan AgainAfterMore = TimeSpan.FromDays(3);
    private static readonly TimeSpan LeastBroken = TimeSpan.FromDays(1);

    /// <summary>Of so many that are due one whose host has rested is taken.</summary>
    private const int Looked = 50;

    /// <summary>Every address that the directories name, and where.</summary>
    public async Task<IReadOnlyList<LinkPlace>> PlacesAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await PlacesAsync(context, cancellation);
    }

    /// <summary>Takes in the addresses that the content names now, and lets go of those it no longer names.</summary>
    public async Task FollowContentAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var named = (await PlacesAsync(context, cancellation))
            .Select(p => p.Address)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(a => Convert.ToHexString(HashOf(a)), StringComparer.Ordinal);
        var held = await context.LinkChecks.Select(c => new { c.Id, c.AddressHash }).ToListAsync(cancellation);
        var gone = held.Where(h => !named.Remove(Convert.ToHexString(h.AddressHash))).Select(h => h.Id).ToList();
        foreach (var ids in gone.Chunk(ExpiredRows.AtOnce))
        {
            await context.LinkChecks.Where(c => ids.Contains(c.Id)).ExecuteDeleteAsync(cancellation);
        }

        foreach (var address in named.Values)
        {
            context.Add(new LinkCheck { AddressHash = HashOf(address), Address = address });
            try
            {
                await context.SaveChangesAsync(cancellation);
            }
            catch (DuplicateRowException)
            {
                // Another node follows the content too.
            }

            context.ChangeTracker.Clear();
        }
    }

    /// <summary>Takes one address that is due and whose host has rested, so that no other node asks it; null where there is none.</summary>
    public async Task<ClaimedLink?> ClaimAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var (whole, once, more, resting) = (now - Again, now - AgainAfterFailure, now - AgainAfterMore, now - Rest);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var busy = (await context.LinkChecks.Where(c => c.CheckedUtc > resting).Select(c => c.Address).ToListAsync(cancellation))
            .Select(HostOf)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var due = await context
            .LinkChecks.Where(c =>
                c.CheckedUtc == null
                || (c.Failures == 0 && c.CheckedUtc <= whole)
                || (c.Failures == 1 && c.CheckedUtc <= once)
                || (c.Failures > 1 && c.CheckedUtc <= more)
            )
            .OrderBy(c => c.CheckedUtc)
            .ThenBy(c => c.Id)
            .Take(Looked)
            .Select(c => new
            {
                c.Id,
                c.Address,
                c.CheckedUtc,
            })
            .ToListAsync(cancellation);
        foreach (var link in due.Where(l => !busy.Contains(HostOf(l.Address))))
        {
            var claimed = await context
                .LinkChecks.Where(c => c.Id == link.Id && c.CheckedUtc == link.CheckedUtc)
                .ExecuteUpdateAsync(s => s.SetProperty(c => c.CheckedUtc, now), cancellation);
            if (claimed > 0 && Uri.TryCreate(link.Address, UriKind.Absolute, out var address))
            {
                return new ClaimedLink(link.Id, address);
            }
        }

        return null;
    }

    /// <summary>Notes what an address answered: <paramref name="status"/> is null where nobody did.</summary>
    public async Task NoteAsync(ClaimedLink link, int? status, CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.LinkChecks.SingleOrDefaultAsync(c => c.Id == link.Id, cancellation) is { } check)
        {
            check.Note(status, now);
            await context.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>The addresses that are broken, each at every place that names it.</summary>
    public async Task<IReadOnlyList<BrokenLink>> BrokenAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var failing = await context.LinkChecks.AsNoTracking().Where(c => c.Failures >= BrokenAfter).ToListAsync(cancellation);
        var broken = failing.Where(c => c.CheckedUtc - c.FailsSinceUtc >= LeastBroken).ToDictionary(c => c.Address, StringComparer.Ordinal);
        return broken.Count == 0
            ? []
            :
            [
                .. (await PlacesAsync(context, cancellation))
                    .Where(p => broken.ContainsKey(p.Address))
                    .Select(p => new BrokenLink(p, broken[p.Address].FailsSinceUtc!.Value, broken[p.Address].Status))
                    .OrderBy(b => b.Place.Kind)
                    .ThenBy(b => b.Place.Code, StringComparer.Ordinal),
            ];
    }

    private static string HostOf(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : address;

    private static byte[] HashOf(string address) => SHA256.HashData(Encoding.UTF8.GetBytes(address));

    private static async Task<IReadOnlyList<LinkPlace>> PlacesAsync(PortalDbContext context, CancellationToken cancellation)
    {
        var sources = await context
            .Sources.Where(s => s.Url != null)
            .Select(s => new LinkPlace(s.Url!, DirectoryKind.Source, s.Code, s.Title))
            .ToListAsync(cancellation);
        var centres = await context
            .TrainingCentres.Where(c => c.Website != null)
            .Select(c => new LinkPlace(c.Website!, DirectoryKind.Centre, c.Code, c.Name))
            .ToListAsync(cancellation);
        var platforms = await context
            .Platforms.Where(p => p.Website != null)
            .Select(p => new LinkPlace(p.Website!, DirectoryKind.Platform, p.Code, p.Name))
            .ToListAsync(cancellation);
        var services = await context
            .GuidanceServices.AsNoTracking()
            .Where(s => s.Website != null)
            .Select(s => new
            {
                s.Website,
                s.Code,
                s.Name,
            })
            .ToListAsync(cancellation);
        return
        [
            .. sources
                .Concat(centres)
                .Concat(platforms)
                .Concat(services.Select(s => new LinkPlace(s.Website!, DirectoryKind.GuidanceService, s.Code, s.Name.In(Languages.Default))))
                .Where(p => p.Address.Length <= LinkCheck.AddressMaxLength),
        ];
    }
}
