using System.Security.Cryptography;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Alerts;

/// <summary>The key of the links of alerts, read once and made where there is none.</summary>
public sealed class AlertKeys(IDbContextFactory<PortalDbContext> contexts)
{
    private AlertSeal? _seal;

    /// <summary>What reads links; null where no alert was ever asked for. Nothing is changed by looking.</summary>
    public async Task<AlertSeal?> FindAsync(CancellationToken cancellation)
    {
        if (_seal is null)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            _seal = await StoredAsync(context, cancellation);
        }

        return _seal;
    }

    /// <summary>What makes links; its key is made where there is none yet.</summary>
    public async Task<AlertSeal> MakeAsync(CancellationToken cancellation)
    {
        if (await FindAsync(cancellation) is { } known)
        {
            return known;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var key = new OfferAlertKey { Secret = RandomNumberGenerator.GetBytes(OfferAlertKey.Length) };
        context.Add(key);
        try
        {
            await context.SaveChangesAsync(cancellation);
            return _seal = new AlertSeal(key.Secret);
        }
        catch (DuplicateRowException)
        {
            // Another node was faster: its key is the one.
            context.ChangeTracker.Clear();
            return _seal = (await StoredAsync(context, cancellation))!;
        }
    }

    private static async Task<AlertSeal?> StoredAsync(PortalDbContext context, CancellationToken cancellation) =>
        await context.OfferAlertKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Id == OfferAlertKey.Only, cancellation) is { } key
            ? new AlertSeal(key.Secret)
            : null;
}
