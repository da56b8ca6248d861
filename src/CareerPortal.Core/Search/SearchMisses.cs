using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Search;

/// <summary>What readers looked for and did not find, counted by month, and gone after a year.</summary>
public sealed class SearchMisses(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    public const int KeptMonths = 12;

    /// <summary>What was asked less often in a month may be a name: it is not shown.</summary>
    public const int LeastShown = 3;

    /// <summary>Different words that are kept of one month.</summary>
    private const int MostWords = 5000;

    /// <summary>Adds to the counts of this month.</summary>
    public async Task KeepAsync(IReadOnlyList<MissedWords> missed, CancellationToken cancellation)
    {
        if (missed.Count == 0)
        {
            return;
        }

        var month = ThisMonth();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var room = MostWords - await context.SearchMisses.CountAsync(m => m.Month == month, cancellation);
        foreach (var words in missed)
        {
            if (await AddAsync(context, month, words, cancellation) || room <= 0)
            {
                continue;
            }

            room--;
            context.Add(
                new SearchMiss
                {
                    In = words.In,
                    Language = words.Language,
                    Words = words.Words,
                    Month = month,
                    Count = words.Count,
                }
            );
            try
            {
                await context.SaveChangesAsync(cancellation);
            }
            catch (DuplicateRowException)
            {
                // Another node kept the same words at the same moment.
                await AddAsync(context, month, words, cancellation);
            }

            context.ChangeTracker.Clear();
        }
    }

    /// <summary>The words that were asked often enough in some month, most often first.</summary>
    public async Task<IReadOnlyList<MissedWords>> ShownAsync(SearchedIn searched, CancellationToken cancellation)
    {
        var oldest = ThisMonth().AddMonths(-KeptMonths);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context
            .SearchMisses.Where(m => m.In == searched && m.Month > oldest && m.Count >= LeastShown)
            .GroupBy(m => new { m.Language, m.Words })
            .Select(m => new
            {
                m.Key.Language,
                m.Key.Words,
                Count = m.Sum(x => x.Count),
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.OrderByDescending(r => r.Count)
                .ThenBy(r => r.Language, StringComparer.Ordinal)
                .ThenBy(r => r.Words, StringComparer.Ordinal)
                .Select(r => new MissedWords(r.Language, r.Words, r.Count, searched)),
        ];
    }

    /// <summary>Deletes what has had its time; and what was asked too seldom to be shown, once its month is over.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var month = ThisMonth();
        var oldest = month.AddMonths(-KeptMonths);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .SearchMisses.Where(m => m.Month <= oldest || (m.Month < month && m.Count < LeastShown))
            .OrderBy(m => m.Month)
            .ThenBy(m => m.Id)
            .DeleteInTurnsAsync(cancellation);
    }

    private static async Task<bool> AddAsync(PortalDbContext context, DateOnly month, MissedWords missed, CancellationToken cancellation) =>
        await context
            .SearchMisses.Where(m => m.Month == month && m.In == missed.In && m.Language == missed.Language && m.Words == missed.Words)
            .ExecuteUpdateAsync(s => s.SetProperty(m => m.Count, m => m.Count + missed.Count), cancellation) > 0;

    private DateOnly ThisMonth()
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return new DateOnly(today.Year, today.Month, 1);
    }
}
