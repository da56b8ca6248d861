using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Takes guides from readers, with a reason that they are told, and gives them back. A guide in error or merged is no longer shown; its draft
/// keeps what was, so that it can be mended or given back.
/// </summary>
public sealed class WithdrawalDesk(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>More guides than anybody would look through in a list; a place to lead to is chosen among them.</summary>
    private const int MostTargets = 2000;

    public async Task<DeskResult<WithdrawalView>> FindAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var answer = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Withdraw, cancellation);
        if (answer != DeskAnswer.Done)
        {
            return new(answer);
        }

        var guide = await context
            .Guides.AsNoTracking()
            .Where(g => g.Id == guideId)
            .Select(g => new
            {
                g.Language,
                g.Slug,
                g.Version,
                IsPublished = g.PublishedRevisionId != null,
                g.OccupationId,
            })
            .SingleAsync(cancellation);
        var titles = await context
            .Set<OccupationTitle>()
            .AsNoTracking()
            .Where(t => t.Language == guide.Language || t.Language == Languages.Default)
            .ToListAsync(cancellation);
        var named = titles
            .GroupBy(t => t.OccupationId)
            .ToDictionary(g => g.Key, g => g.FirstOrDefault(t => t.Language == guide.Language) ?? g.First());
        var others = await context
            .Guides.Where(g => g.Id != guideId && g.Language == guide.Language && g.PublishedRevisionId != null)
            .OrderBy(g => g.Slug)
            .Take(MostTargets)
            .Select(g => new { g.Id, g.OccupationId })
            .ToListAsync(cancellation);
        return new(
            DeskAnswer.Done,
            new WithdrawalView
            {
                GuideId = guideId,
                Name = NameOf(named[guide.OccupationId]),
                Slug = guide.Slug,
                Language = guide.Language,
                Version = guide.Version,
                IsPublished = guide.IsPublished,
                Withdrawal = await context.GuideWithdrawals.AsNoTracking().FirstOrDefaultAsync(w => w.GuideId == guideId, cancellation),
                Targets = [.. others.Select(o => new WithdrawalTarget(o.Id, NameOf(named[o.OccupationId])))],
            }
        );
    }

    /// <summary>Takes a guide from readers, as it is in that version.</summary>
    /// <param name="actor">Who does.</param>
    /// <param name="guideId">The guide.</param>
    /// <param name="version">Its version as it was looked at.</param>
    /// <param name="reason">Why.</param>
    /// <param name="note">What readers are told.</param>
    /// <param name="leadsTo">The guide that its address leads to: one there must be where it was merged.</param>
    /// <param name="cancellation">Ends the work.</param>
    public Task<DeskResult<bool>> WithdrawAsync(
        Actor actor,
        int guideId,
        Guid version,
        WithdrawalReason reason,
        string note,
        int? leadsTo,
        CancellationToken cancellation
    ) =>
        contexts.InOneTransactionAsync<bool>(
            async (context, token) =>
            {
                var said = note.Trim();
                var answer = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Withdraw, token);
                if (answer != DeskAnswer.Done)
                {
                    return new(answer);
                }

                if (await context.GuideWithdrawals.FirstOrDefaultAsync(w => w.GuideId == guideId, token) is { } held)
                {
                    return new(held.Reason == reason && held.Note == said ? DeskAnswer.DoneBefore : DeskAnswer.NotNow);
                }

                var guide = await context
                    .Guides.Include(g => g.Mentions)
                    .Include(g => g.PublishedRevision)
                    .Include(g => g.Occupation)
                    .SingleAsync(g => g.Id == guideId, token);
                if (guide.Version != version)
                {
                    return new(DeskAnswer.Stale);
                }

                if (guide.PublishedRevision is null)
                {
                    return new(DeskAnswer.NotNow);
                }

                if (
                    said.Length is 0 or > Revision.NoteMaxLength
                    || reason == WithdrawalReason.Merged && leadsTo is null
                    || leadsTo is { } target
                        && !await context.Guides.AnyAsync(
                            g => g.Id == target && g.Id != guideId && g.Language == guide.Language && g.PublishedRevisionId != null,
                            token
                        )
                )
                {
                    return new(DeskAnswer.Invalid);
                }

                var now = time.GetUtcNow().UtcDateTime;
                if (reason != WithdrawalReason.Withdrawn)
                {
                    await KeepAsDraftAsync(context, guide, actor.AccountId, now, token);
                    guide.Withdraw();
                }

                context.Add(
                    new GuideWithdrawal
                    {
                        GuideId = guideId,
                        Reason = reason,
                        Note = said,
                        LeadsToGuideId = reason == WithdrawalReason.Withdrawn ? null : leadsTo,
                        AtUtc = now,
                        AccountId = actor.AccountId,
                    }
                );
                AuditTrail.Record(context, now, actor.AccountId, "guide.withdraw", "guide", $"{guideId}", [$"{reason}"], said);
                return new(DeskAnswer.Done, true);
            },
            cancellation
        );

    /// <summary>Gives a guide back to readers as it was when it was taken away.</summary>
    public Task<DeskResult<bool>> ReinstateAsync(Actor actor, int guideId, string? why, CancellationToken cancellation) =>
        contexts.InOneTransactionAsync<bool>(
            async (context, token) =>
            {
                var answer = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Withdraw, token);
                if (answer != DeskAnswer.Done)
                {
                    return new(answer);
                }

                if (await context.GuideWithdrawals.FirstOrDefaultAsync(w => w.GuideId == guideId, token) is not { } withdrawal)
                {
                    return new(DeskAnswer.DoneBefore);
                }

                var now = time.GetUtcNow().UtcDateTime;
                if (withdrawal.Reason == WithdrawalReason.Withdrawn)
                {
                    context.Remove(withdrawal);
                }
                else if (await LastShownAsync(context, guideId, token) is { } revision)
                {
                    await GuidePublication.PublishAsync(context, guideId, revision, actor.AccountId, now, token);
                }
                else
                {
                    return new(DeskAnswer.NotNow);
                }

                AuditTrail.Record(context, now, actor.AccountId, "guide.reinstate", "guide", $"{guideId}", reason: why);
                return new(DeskAnswer.Done, true);
            },
            cancellation
        );

    /// <summary>What readers last got: what the draft began from, or else what was last published or brought in.</summary>
    private static async Task<int?> LastShownAsync(PortalDbContext context, int guideId, CancellationToken cancellation) =>
        await context.Drafts.Where(d => d.GuideId == guideId).Select(d => d.BaseRevisionId).FirstOrDefaultAsync(cancellation)
        ?? await context
            .Revisions.Where(r => r.GuideId == guideId && (r.Occasion == RevisionOccasion.Published || r.Occasion == RevisionOccasion.Imported))
            .OrderByDescending(r => r.Number)
            .Select(r => (int?)r.Id)
            .FirstOrDefaultAsync(cancellation);

    private static async Task KeepAsDraftAsync(PortalDbContext context, Guide guide, Guid accountId, DateTime now, CancellationToken cancellation)
    {
        if (await context.Drafts.AnyAsync(d => d.GuideId == guide.Id, cancellation))
        {
            return;
        }

        context.Add(
            new Draft
            {
                Guide = guide,
                BaseRevisionId = guide.PublishedRevisionId,
                Document = DraftForm
                    .Name(System.Text.Json.Nodes.JsonNode.Parse(GuideDocuments.Write(guide.PublishedRevision!.Read())))!
                    .ToJsonString(),
                ChangedUtc = now,
                ChangedById = accountId,
            }
        );
    }

    private static OccupationName NameOf(OccupationTitle title) => new(title.Language, title.Masculine, title.Feminine);
}
