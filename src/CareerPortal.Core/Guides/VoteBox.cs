using CareerPortal.Data;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Guides;

/// <summary>Whether readers found guides useful: what they say is kept without anything that tells who, and goes after two years.</summary>
public sealed class VoteBox(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    public const int KeptMonths = 24;

    /// <summary>Takes in what a reader says of a published guide; false where there is none.</summary>
    public async Task<bool> CastAsync(string language, string slug, GivenVote vote, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var guide = await context
            .Guides.Where(g => g.Language == language && g.Slug == slug && g.PublishedRevisionId != null)
            .Select(g => (int?)g.Id)
            .FirstOrDefaultAsync(cancellation);
        if (guide is not { } guideId)
        {
            return false;
        }

        context.Add(
            new GuideVote
            {
                GuideId = guideId,
                IsUseful = vote.IsUseful,
                Reason = vote.IsUseful ? null : vote.Reason,
                Words = TypedText.Clean(vote.Words, GuideVote.WordsMaxLength),
                On = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime),
            }
        );
        await context.SaveChangesAsync(cancellation);
        return true;
    }

    /// <summary>The counts of every guide that somebody voted on.</summary>
    public async Task<IReadOnlyList<VoteCount>> CountsAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context
            .GuideVotes.GroupBy(v => new
            {
                v.GuideId,
                v.IsUseful,
                v.Reason,
            })
            .Select(v => new
            {
                v.Key.GuideId,
                v.Key.IsUseful,
                v.Key.Reason,
                Count = v.Count(),
                Last = v.Max(x => x.On),
            })
            .ToListAsync(cancellation);
        return
        [
            .. rows.GroupBy(r => r.GuideId)
                .OrderBy(g => g.Key)
                .Select(g => new VoteCount(
                    g.Key,
                    g.Where(r => r.IsUseful).Sum(r => r.Count),
                    g.Where(r => !r.IsUseful).Sum(r => r.Count),
                    g.Where(r => r is { IsUseful: false, Reason: not null })
                        .GroupBy(r => r.Reason!.Value)
                        .ToDictionary(r => r.Key, r => r.Sum(x => x.Count)),
                    g.Max(r => r.Last)
                )),
        ];
    }

    /// <summary>The votes on a guide, or on all, the newest first; as many as one page holds, and how many there are.</summary>
    public async Task<(IReadOnlyList<GuideVote> Votes, int Total)> ListAsync(int? guideId, int page, int size, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var votes = context.GuideVotes.AsNoTracking().Where(v => guideId == null || v.GuideId == guideId);
        var total = await votes.CountAsync(cancellation);
        return (
            await votes.OrderByDescending(v => v.On).ThenByDescending(v => v.Id).Skip((page - 1) * size).Take(size).ToListAsync(cancellation),
            total
        );
    }

    /// <summary>Deletes what has had its time.</summary>
    public async Task<int> DeleteExpiredAsync(CancellationToken cancellation)
    {
        var oldest = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddMonths(-KeptMonths);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.GuideVotes.Where(v => v.On < oldest).OrderBy(v => v.On).ThenBy(v => v.Id).DeleteInTurnsAsync(cancellation);
    }
}
