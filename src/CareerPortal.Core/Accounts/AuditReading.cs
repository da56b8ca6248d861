using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Accounts;

/// <summary>Shows administrators what was done, the latest first.</summary>
public sealed class AuditReading(IDbContextFactory<PortalDbContext> contexts)
{
    public const int PageSize = 50;

    private const int MostActions = 200;
    private const int MostPeople = 500;

    /// <summary>One page of the entries asked for; null where the actor may not see them.</summary>
    public async Task<Listing<AuditLine>?> ListAsync(Actor actor, AuditQuery query, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await AccountGate.AllowsAsync(context, actor, AccountRole.Administrator, cancellation))
        {
            return null;
        }

        var entries = context.AuditEntries.AsNoTracking();
        entries = query.AccountId is { } account ? entries.Where(e => e.AccountId == account) : entries;
        entries = query.Action is { } action ? entries.Where(e => e.Action == action) : entries;
        entries = query.ObjectKind is { } kind ? entries.Where(e => e.ObjectKind == kind) : entries;
        entries = query.ObjectId is { } id ? entries.Where(e => e.ObjectId == id) : entries;
        var total = await entries.CountAsync(cancellation);
        var shown = ShownPage.Of(query.Page, total, PageSize);
        var found = await entries
            .OrderByDescending(e => e.Id)
            .Skip(shown.Skipped)
            .Take(PageSize)
            .Select(e => new AuditLine(
                e.Id,
                e.AtUtc,
                e.AccountId,
                context.Set<Account>().Where(a => a.Id == e.AccountId).Select(a => a.DisplayName).FirstOrDefault(),
                e.Action,
                e.ObjectKind,
                e.ObjectId,
                e.Fields,
                e.Reason
            ))
            .ToListAsync(cancellation);
        return new Listing<AuditLine>(found, total, shown.Page, shown.Pages);
    }

    /// <summary>What can be asked for: the actions there are, and the people who did them.</summary>
    public async Task<(IReadOnlyList<string> Actions, IReadOnlyList<(Guid Id, string Name)> People)> ChoicesAsync(
        Actor actor,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await AccountGate.AllowsAsync(context, actor, AccountRole.Administrator, cancellation))
        {
            return ([], []);
        }

        var actions = await context.AuditEntries.Select(e => e.Action).Distinct().OrderBy(a => a).Take(MostActions).ToListAsync(cancellation);
        var people = await context
            .Accounts.OrderBy(a => a.DisplayName)
            .ThenBy(a => a.Id)
            .Take(MostPeople)
            .Select(a => new { a.Id, a.DisplayName })
            .ToListAsync(cancellation);
        return (actions, [.. people.Select(p => (p.Id, p.DisplayName))]);
    }
}
