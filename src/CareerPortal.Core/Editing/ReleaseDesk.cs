using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>
/// Puts together what goes live in one moment, and lets it go live: all of it or nothing, once, whichever node is first. What is changed after a
/// second person agreed has to be agreed to again.
/// </summary>
public sealed class ReleaseDesk(IDbContextFactory<PortalDbContext> contexts, QualityCatalogue qualities, TimeProvider time)
{
    public const int PageSize = 20;

    /// <summary>How many things that are due are taken at once; the next second takes the next.</summary>
    private const int MostDue = 50;

    /// <summary>How many guides are offered to be taken in.</summary>
    private const int MostCandidates = 200;

    private const string Kind = "release";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>All releases, those not yet published first.</summary>
    public async Task<DeskResult<Listing<ReleaseLine>>> ListAsync(Actor actor, int page, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await AccountGate.AllowsAsync(context, actor, ReleaseAccess.See, cancellation))
        {
            return new(DeskAnswer.NotAllowed);
        }

        var total = await context.Releases.CountAsync(cancellation);
        var shown = ShownPage.Of(page, total, PageSize);
        var lines = await context
            .Releases.OrderBy(r => r.State == ReleaseState.Published || r.State == ReleaseState.Cancelled ? 1 : 0)
            .ThenByDescending(r => r.Id)
            .Skip(shown.Skipped)
            .Take(PageSize)
            .Select(r => new ReleaseLine(r.Id, r.Name, r.State, r.PublishAtUtc, r.PublishedUtc, r.Items.Count))
            .ToListAsync(cancellation);
        return new(DeskAnswer.Done, new Listing<ReleaseLine>(lines, total, shown.Page, shown.Pages));
    }

    public async Task<DeskResult<ReleaseView>> FindAsync(Actor actor, int id, string language, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is not { } role)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var release = await context.Releases.AsNoTracking().Include(r => r.Items).FirstOrDefaultAsync(r => r.Id == id, cancellation);
        return release is null
            ? new(DeskAnswer.NotFound)
            : new(DeskAnswer.Done, await ViewAsync(context, release, role, actor.AccountId, language, cancellation));
    }

    /// <summary>What an occupation requires now, in exchange form.</summary>
    public async Task<DeskResult<IReadOnlyList<RequirementEntry>>> RequirementsAsync(Actor actor, string occupation, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (!await AccountGate.AllowsAsync(context, actor, ReleaseAccess.Change, cancellation))
        {
            return new(DeskAnswer.NotAllowed);
        }

        var held = await context
            .Occupations.AsNoTracking()
            .Include(o => o.Titles)
            .Include(o => o.Requirements)
            .FirstOrDefaultAsync(o => o.Code == occupation, cancellation);
        return held is null ? new(DeskAnswer.NotFound) : new(DeskAnswer.Done, ExchangeForms.Of(held).Requirements);
    }

    public async Task<DeskResult<int>> CreateAsync(Actor actor, string name, CancellationToken cancellation)
    {
        var called = name.Trim();
        if (called.Length is 0 or > Release.NameMaxLength)
        {
            return new(DeskAnswer.Invalid);
        }

        // In one transaction: of two clicks at the same moment the second sees the first.
        return await contexts.InOneTransactionAsync<int>(
            async (context, token) =>
            {
                if (!await AccountGate.AllowsAsync(context, actor, ReleaseAccess.Change, token))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                var twice = await context
                    .Releases.Where(r => r.Name == called && r.CreatedById == actor.AccountId && r.State == ReleaseState.Preparing && !r.Items.Any())
                    .Select(r => (int?)r.Id)
                    .FirstOrDefaultAsync(token);
                if (twice is { } there)
                {
                    return new(DeskAnswer.DoneBefore, there);
                }

                var release = new Release
                {
                    Name = called,
                    CreatedById = actor.AccountId,
                    CreatedUtc = Now,
                };
                context.Add(release);
                AuditTrail.Record(context, Now, actor.AccountId, "release.create", Kind, called);
                await context.SaveChangesAsync(token);
                return new(DeskAnswer.Done, release.Id);
            },
            cancellation
        );
    }

    /// <summary>
    /// Takes in what was approved of a guide, with what readers are told; taken in again with other words, those hold. Invalid where a major change
    /// of a guide that readers have comes without a note for them.
    /// </summary>
    public Task<DeskResult<IReadOnlyList<ReleaseFault>>> AddGuideAsync(
        Actor actor,
        int id,
        Guid version,
        int guideId,
        string? changeNote,
        ChangeKind kind,
        CancellationToken cancellation
    ) =>
        ChangeAsync(
            actor,
            id,
            version,
            "release.add",
            async (context, release, token) =>
            {
                var draft = await context.Drafts.AsNoTracking().FirstOrDefaultAsync(d => d.GuideId == guideId, token);
                if (draft is not { State: DraftState.Approved, SubmittedRevisionId: { } revision } || !await IsAsApprovedAsync(context, draft, token))
                {
                    return DeskAnswer.NotNow;
                }

                var news = new GuideNews(kind, TypedText.Clean(changeNote, Revision.NoteMaxLength));
                if (
                    !Enum.IsDefined(kind)
                    || news is { Kind: ChangeKind.Major, Note: null }
                        && await context.Guides.AnyAsync(g => g.Id == guideId && g.PublishedRevisionId != null, token)
                )
                {
                    return DeskAnswer.Invalid;
                }

                if (release.Items.FirstOrDefault(i => i.GuideId == guideId) is { } held)
                {
                    if (held.RevisionId == revision && GuideNews.Of(held) == news)
                    {
                        return DeskAnswer.DoneBefore;
                    }

                    release.Remove(held);
                }

                release.Add(Item(actor, ReleaseItemKind.Guide, guideId, revision, ExchangeJson.Write(news, indented: false)));
                return DeskAnswer.Done;
            },
            cancellation
        );

    /// <summary>Takes in a parameter in the form of exchange files; one of the same place gives way.</summary>
    public async Task<DeskResult<IReadOnlyList<ReleaseFault>>> AddParameterAsync(
        Actor actor,
        int id,
        Guid version,
        ReleaseItemKind kind,
        string document,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<ReleaseFault> faults = [];
        var result = await ChangeAsync(
            actor,
            id,
            version,
            "release.add",
            async (context, release, token) =>
            {
                if (kind == ReleaseItemKind.Guide)
                {
                    return DeskAnswer.Invalid;
                }

                faults = await ReleaseParameters.CheckAsync(context, qualities, null, kind, document, token);
                if (faults.Count > 0)
                {
                    return DeskAnswer.HasFaults;
                }

                if (release.Items.FirstOrDefault(i => i.Kind == kind && KeyOf(kind, i.Document!) == KeyOf(kind, document)) is { } held)
                {
                    if (held.Document == document)
                    {
                        return DeskAnswer.DoneBefore;
                    }

                    release.Remove(held);
                }

                release.Add(Item(actor, kind, null, null, document));
                return DeskAnswer.Done;
            },
            cancellation
        );
        return result with { Value = faults };
    }

    public Task<DeskResult<IReadOnlyList<ReleaseFault>>> RemoveAsync(Actor actor, int id, Guid version, int itemId, CancellationToken cancellation) =>
        ChangeAsync(
            actor,
            id,
            version,
            "release.remove",
            (_, release, _) =>
            {
                if (release.Items.FirstOrDefault(i => i.Id == itemId) is not { } item)
                {
                    return Task.FromResult(DeskAnswer.DoneBefore);
                }

                release.Remove(item);
                return Task.FromResult(DeskAnswer.Done);
            },
            cancellation
        );

    public Task<DeskResult<IReadOnlyList<ReleaseFault>>> SubmitAsync(Actor actor, int id, Guid version, CancellationToken cancellation) =>
        MoveAsync(
            actor,
            id,
            version,
            "release.submit",
            ReleaseState.InReview,
            r => r.State == ReleaseState.Preparing && r.Items.Count > 0,
            r => r.Submit(),
            cancellation
        );

    /// <summary>Gives it back to those who prepare it, with the reason.</summary>
    public Task<DeskResult<IReadOnlyList<ReleaseFault>>> ReturnAsync(
        Actor actor,
        int id,
        Guid version,
        string? reason,
        CancellationToken cancellation
    ) =>
        MoveAsync(
            actor,
            id,
            version,
            "release.return",
            ReleaseState.Preparing,
            r => r.State is ReleaseState.InReview or ReleaseState.Approved,
            r => r.Return(),
            cancellation,
            reason
        );

    /// <summary>A second person agrees to all of it, as it is in that version; nothing that could not be published.</summary>
    public Task<DeskResult<IReadOnlyList<ReleaseFault>>> ApproveAsync(Actor actor, int id, Guid version, CancellationToken cancellation) =>
        ChangeAsync(
            actor,
            id,
            version,
            "release.approve",
            async (context, release, token) =>
            {
                if (await AccountGate.RoleOfAsync(context, actor, token) is not { } role || !ReleaseAccess.MayApprove(role, actor.AccountId, release))
                {
                    return DeskAnswer.NotAllowed;
                }

                if (release.State != ReleaseState.InReview)
                {
                    return release.State == ReleaseState.Approved ? DeskAnswer.DoneBefore : DeskAnswer.NotNow;
                }

                if ((await FaultsAsync(context, release, token)).Count > 0)
                {
                    return DeskAnswer.HasFaults;
                }

                release.Approve(actor.AccountId, Now);
                return DeskAnswer.Done;
            },
            cancellation
        );

    /// <summary>Sets the hour at which it goes live by itself; what could not go live now gets none.</summary>
    public Task<DeskResult<IReadOnlyList<ReleaseFault>>> ScheduleAsync(
        Actor actor,
        int id,
        Guid version,
        DateTime atUtc,
        CancellationToken cancellation
    ) =>
        atUtc <= Now
            ? Task.FromResult(new DeskResult<IReadOnlyList<ReleaseFault>>(DeskAnswer.Invalid))
            : MoveAsync(
                actor,
                id,
                version,
                "release.schedule",
                ReleaseState.Scheduled,
                r => r.State == ReleaseState.Approved,
                r => r.Schedule(atUtc),
                cancellation,
                isFaultless: true
            );

    public Task<DeskResult<IReadOnlyList<ReleaseFault>>> UnscheduleAsync(Actor actor, int id, Guid version, CancellationToken cancellation) =>
        MoveAsync(
            actor,
            id,
            version,
            "release.unschedule",
            ReleaseState.Approved,
            r => r.State == ReleaseState.Scheduled,
            r => r.Unschedule(),
            cancellation
        );

    public Task<DeskResult<IReadOnlyList<ReleaseFault>>> CancelAsync(Actor actor, int id, Guid version, CancellationToken cancellation) =>
        MoveAsync(actor, id, version, "release.cancel", ReleaseState.Cancelled, r => r.IsOpen, r => r.Cancel(), cancellation);

    /// <summary>Lets everything go live now.</summary>
    public Task<DeskResult<IReadOnlyList<ReleaseFault>>> PublishAsync(Actor actor, int id, Guid version, CancellationToken cancellation) =>
        contexts.InOneTransactionAsync(
            async (context, token) =>
            {
                if (!await AccountGate.AllowsAsync(context, actor, ReleaseAccess.Change, token))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                if (await context.Releases.Include(r => r.Items).FirstOrDefaultAsync(r => r.Id == id, token) is not { } release)
                {
                    return new(DeskAnswer.NotFound);
                }

                return release.State == ReleaseState.Published ? new DeskResult<IReadOnlyList<ReleaseFault>>(DeskAnswer.DoneBefore)
                    : release.Version != version ? new(DeskAnswer.Stale)
                    : release.State is not (ReleaseState.Approved or ReleaseState.Scheduled) ? new(DeskAnswer.NotNow)
                    : await PublishAsync(context, release, actor.AccountId, token);
            },
            cancellation
        );

    /// <summary>
    /// Publishes the drafts and releases whose hour has come; tells how many. Where nothing is due it asks once, and writes nothing. What cannot
    /// be published loses its hour, with the reason in the audit, and holds up nothing else.
    /// </summary>
    public async Task<int> PublishDueAsync(CancellationToken cancellation)
    {
        var published = 0;
        foreach (var (isRelease, id) in await DueAsync(cancellation))
        {
            var answer = await TryAsync(isRelease ? PublishDueReleaseAsync : PublishDueDraftAsync, id, cancellation);
            published += answer == DeskAnswer.Done ? 1 : 0;
            if (answer is DeskAnswer.HasFaults or DeskAnswer.Invalid or DeskAnswer.NotNow)
            {
                await GiveUpAsync(isRelease, id, answer, cancellation);
            }
        }

        return published;
    }

    private async Task<List<(bool IsRelease, int Id)>> DueAsync(CancellationToken cancellation)
    {
        var now = Now;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var due = await context
            .Releases.Where(r => r.State == ReleaseState.Scheduled && r.PublishAtUtc <= now)
            .Select(r => new
            {
                IsRelease = true,
                r.Id,
                r.PublishAtUtc,
            })
            .Concat(
                context
                    .Drafts.Where(d => d.State == DraftState.Scheduled && d.PublishAtUtc <= now)
                    .Select(d => new
                    {
                        IsRelease = false,
                        d.Id,
                        d.PublishAtUtc,
                    })
            )
            .OrderBy(d => d.PublishAtUtc)
            .ThenBy(d => d.Id)
            .Take(MostDue)
            .ToListAsync(cancellation);
        return [.. due.Select(d => (d.IsRelease, d.Id))];
    }

    /// <summary>What is wrong with one thing is not wrong with the next; a store that does not answer is wrong with all.</summary>
    private static async Task<DeskAnswer> TryAsync(Func<int, CancellationToken, Task<DeskAnswer>> publish, int id, CancellationToken cancellation)
    {
        try
        {
            return await publish(id, cancellation);
        }
        catch (Exception e) when (e is not OperationCanceledException && !StoreFailure.Is(e))
        {
            return DeskAnswer.Invalid;
        }
    }

    private async Task<DeskAnswer> PublishDueReleaseAsync(int id, CancellationToken cancellation) =>
        (
            await contexts.InOneTransactionAsync(
                async (context, token) =>
                {
                    var now = Now;
                    var release = await context
                        .Releases.Include(r => r.Items)
                        .FirstOrDefaultAsync(r => r.Id == id && r.State == ReleaseState.Scheduled && r.PublishAtUtc <= now, token);
                    return release is null ? new(DeskAnswer.DoneBefore) : await PublishAsync(context, release, release.ApprovedById, token);
                },
                cancellation
            )
        ).Answer;

    private async Task<DeskAnswer> PublishDueDraftAsync(int id, CancellationToken cancellation) =>
        (
            await contexts.InOneTransactionAsync<int>(
                async (context, token) =>
                {
                    var now = Now;
                    var draft = await context
                        .Drafts.Include(d => d.Guide)
                        .FirstOrDefaultAsync(d => d.Id == id && d.State == DraftState.Scheduled && d.PublishAtUtc <= now, token);
                    if (draft is null)
                    {
                        return new(DeskAnswer.DoneBefore);
                    }

                    if (
                        draft.SubmittedRevisionId is null
                        || draft.ApprovedById is null
                        || draft.ApprovedById == draft.SubmittedById
                        || !await IsAsApprovedAsync(context, draft, token)
                    )
                    {
                        return new(DeskAnswer.NotNow);
                    }

                    var known = await StoreCodes.ReadAsync(context, qualities, bringsMinimumWage: false, token);
                    if ((await FaultsAsync(context, null, draft.SubmittedRevisionId.Value, known, token)).Count > 0)
                    {
                        return new(DeskAnswer.HasFaults);
                    }

                    await DraftPublication.PublishAsync(context, draft, draft.ApprovedById, now, token);
                    return new(DeskAnswer.Done);
                },
                cancellation
            )
        ).Answer;

    /// <summary>It waits for somebody to look at it, instead of being tried every second.</summary>
    private Task<DeskResult<int>> GiveUpAsync(bool isRelease, int id, DeskAnswer why, CancellationToken cancellation) =>
        contexts.InOneTransactionAsync<int>(
            async (context, token) =>
            {
                var now = Now;
                if (isRelease)
                {
                    var release = await context.Releases.FirstOrDefaultAsync(r => r.Id == id && r.State == ReleaseState.Scheduled, token);
                    release?.Unschedule();
                    AuditTrail.Record(context, now, null, "release.refused", Kind, $"{id}", reason: $"{why}");
                    return new(release is null ? DeskAnswer.DoneBefore : DeskAnswer.Done);
                }

                var draft = await context.Drafts.FirstOrDefaultAsync(d => d.Id == id && d.State == DraftState.Scheduled, token);
                if (draft is null)
                {
                    return new(DeskAnswer.DoneBefore);
                }

                draft.State = DraftState.Approved;
                draft.PublishAtUtc = null;
                draft.Version = Guid.CreateVersion7();
                AuditTrail.Record(context, now, null, "guide.refused", "guide", $"{draft.GuideId}", reason: $"{why}");
                return new(DeskAnswer.Done);
            },
            cancellation
        );

    private async Task<DeskResult<IReadOnlyList<ReleaseFault>>> PublishAsync(
        PortalDbContext context,
        Release release,
        Guid? accountId,
        CancellationToken cancellation
    )
    {
        var now = Now;
        var faults = await FaultsAsync(context, release, cancellation);
        if (faults.Count > 0)
        {
            return new(DeskAnswer.HasFaults, faults);
        }

        foreach (var item in release.Items.Where(i => i.Kind != ReleaseItemKind.Guide).OrderBy(i => i.Id))
        {
            await ReleaseParameters.TakeAsync(context, item, accountId, now, cancellation);
        }

        var drafts = await DraftsOfAsync(context, release, cancellation);
        foreach (var item in release.Items.Where(i => i.Kind == ReleaseItemKind.Guide).OrderBy(i => i.Id))
        {
            // One that somebody published by itself meanwhile is there already.
            if (drafts.GetValueOrDefault(item.GuideId!.Value) is { } draft && draft.SubmittedRevisionId == item.RevisionId)
            {
                if (GuideNews.Of(item) is { } news)
                {
                    (draft.ChangeNote, draft.ChangeKind) = (news.Note, news.Kind);
                }

                await DraftPublication.PublishAsync(context, draft, accountId, now, cancellation);
            }
        }

        release.Publish(now);
        AuditTrail.Record(context, now, accountId, "release.publish", Kind, $"{release.Id}", reason: release.Name);
        return new(DeskAnswer.Done, []);
    }

    /// <summary>Everything that stands against a release: guides that are no longer what was approved, and faults with the new parameters.</summary>
    private async Task<IReadOnlyList<ReleaseFault>> FaultsAsync(PortalDbContext context, Release release, CancellationToken cancellation)
    {
        var faults = new List<ReleaseFault>();
        foreach (var item in release.Items.Where(i => i.Kind != ReleaseItemKind.Guide).OrderBy(i => i.Id))
        {
            faults.AddRange(await ReleaseParameters.CheckAsync(context, qualities, item.Id, item.Kind, item.Document!, cancellation));
        }

        var guides = release.Items.Where(i => i.Kind == ReleaseItemKind.Guide).OrderBy(i => i.Id).ToList();
        if (guides.Count == 0)
        {
            return faults;
        }

        var bringsFloor = release.Items.Exists(i => i.Kind == ReleaseItemKind.WageFloor);
        var known = await StoreCodes.ReadAsync(context, qualities, bringsFloor, cancellation);
        var drafts = await DraftsOfAsync(context, release, cancellation);
        foreach (var item in guides)
        {
            if (await StandingAsync(context, item, drafts, cancellation) is not (ReleaseItemStanding.Ready or ReleaseItemStanding.Published))
            {
                faults.Add(new ReleaseFault(item.Id, "", null));
                continue;
            }

            faults.AddRange(
                (await FaultsAsync(context, item.Id, item.RevisionId!.Value, known, cancellation)).Select(f => new ReleaseFault(
                    item.Id,
                    f.Path,
                    f.Kind,
                    f.Value
                ))
            );
        }

        return faults;
    }

    private static async Task<IReadOnlyList<GuideFault>> FaultsAsync(
        PortalDbContext context,
        int? itemId,
        int revisionId,
        KnownCodes known,
        CancellationToken cancellation
    )
    {
        var revision = await context.Revisions.AsNoTracking().Include(r => r.Guide).SingleAsync(r => r.Id == revisionId, cancellation);
        try
        {
            return GuideRules.Errors(revision.Read(), revision.Guide.Language, known);
        }
        catch (UnreadableRevisionException) when (itemId is not null)
        {
            return [new GuideFault("", FaultKind.Unreadable)];
        }
    }

    private static async Task<Dictionary<int, Draft>> DraftsOfAsync(PortalDbContext context, Release release, CancellationToken cancellation)
    {
        var guides = release.Items.Where(i => i.GuideId is not null).Select(i => i.GuideId!.Value).ToList();
        return await context.Drafts.Where(d => guides.Contains(d.GuideId)).ToDictionaryAsync(d => d.GuideId, cancellation);
    }

    /// <summary>How a guide stands: as it was approved, what readers see already, or otherwise.</summary>
    private static async Task<ReleaseItemStanding> StandingAsync(
        PortalDbContext context,
        ReleaseItem item,
        Dictionary<int, Draft> drafts,
        CancellationToken cancellation
    )
    {
        var draft = drafts.GetValueOrDefault(item.GuideId!.Value);
        if (
            draft is { State: DraftState.Approved or DraftState.Scheduled, ApprovedById: not null }
            && draft.SubmittedRevisionId == item.RevisionId
            && await IsAsApprovedAsync(context, draft, cancellation)
        )
        {
            return draft.State == DraftState.Approved ? ReleaseItemStanding.Ready : ReleaseItemStanding.Planned;
        }

        return await IsPublishedAsync(context, item, cancellation) ? ReleaseItemStanding.Published : ReleaseItemStanding.Changed;
    }

    /// <summary>Whether readers have the revision, or another that says the same with the days that publishing gives.</summary>
    private static async Task<bool> IsPublishedAsync(PortalDbContext context, ReleaseItem item, CancellationToken cancellation)
    {
        if (await context.Guides.AnyAsync(g => g.Id == item.GuideId && g.PublishedRevisionId == item.RevisionId, cancellation))
        {
            return true;
        }

        try
        {
            return await EditorialDesk.WasPublishedAsync(context, item.GuideId!.Value, item.RevisionId!.Value, cancellation) is not null;
        }
        catch (UnreadableRevisionException)
        {
            return false;
        }
    }

    /// <summary>Whether nobody wrote on since a draft was agreed to.</summary>
    private static async Task<bool> IsAsApprovedAsync(PortalDbContext context, Draft draft, CancellationToken cancellation) =>
        DraftContent.Of(draft).Is(await context.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Id == draft.SubmittedRevisionId, cancellation));

    private async Task<ReleaseView> ViewAsync(
        PortalDbContext context,
        Release release,
        AccountRole role,
        Guid accountId,
        string language,
        CancellationToken cancellation
    )
    {
        var drafts = await DraftsOfAsync(context, release, cancellation);
        var items = new List<ReleaseItemView>();
        var mine = await SeenAsync(context, release, role, accountId, cancellation);
        foreach (var item in mine.OrderBy(i => i.Id))
        {
            items.Add(await ViewAsync(context, item, drafts, language, release.State == ReleaseState.Published, cancellation));
        }

        var people = await context
            .Accounts.Where(a => a.Id == release.CreatedById || a.Id == release.ApprovedById)
            .Select(a => new { a.Id, a.DisplayName })
            .ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
        var mayChange = role >= ReleaseAccess.Change && release.IsOpen;
        var held = release.Items.Select(i => i.GuideId).OfType<int>().ToList();
        var candidates = mayChange
            ? await context
                .Drafts.Where(d => d.State == DraftState.Approved && d.SubmittedRevisionId != null && !held.Contains(d.GuideId))
                .OrderBy(d => d.GuideId)
                .Take(MostCandidates)
                .Select(d => d.GuideId)
                .ToListAsync(cancellation)
            : [];
        var offered = new List<ReleaseCandidate>();
        foreach (var guide in candidates)
        {
            if (await NameOfAsync(context, guide, language, cancellation) is var (name, tongue))
            {
                offered.Add(new ReleaseCandidate(guide, name, tongue));
            }
        }

        var id = $"{release.Id}";
        return new ReleaseView
        {
            Id = release.Id,
            Name = release.Name,
            State = release.State,
            PublishAtUtc = release.PublishAtUtc,
            PublishedUtc = release.PublishedUtc,
            CreatedBy = people.GetValueOrDefault(release.CreatedById) ?? "",
            ApprovedBy = release.ApprovedById is { } by ? people.GetValueOrDefault(by) ?? "" : null,
            ApprovedUtc = release.ApprovedUtc,
            Version = release.Version,
            Items = items,
            Faults = release.IsOpen
                ? [.. (await FaultsAsync(context, release, cancellation)).Where(f => f.ItemId is null || mine.Exists(i => i.Id == f.ItemId))]
                : [],
            Candidates = offered,
            LastFailure = release.IsOpen
                ? await context
                    .AuditEntries.Where(a => a.ObjectKind == Kind && a.ObjectId == id && a.Action == "release.refused")
                    .OrderByDescending(a => a.Id)
                    .Select(a => new ReleaseFailure(a.AtUtc, a.Reason))
                    .FirstOrDefaultAsync(cancellation)
                : null,
            MayChange = mayChange,
            MaySeeBefore = role >= ReleaseAccess.Change && release.State is not (ReleaseState.Published or ReleaseState.Cancelled),
            MayApprove = release.State == ReleaseState.InReview && ReleaseAccess.MayApprove(role, accountId, release),
        };
    }

    /// <summary>The items that somebody may know of: guides that are shown to them nowhere else are not shown here either.</summary>
    private static async Task<List<ReleaseItem>> SeenAsync(
        PortalDbContext context,
        Release release,
        AccountRole role,
        Guid accountId,
        CancellationToken cancellation
    )
    {
        var guides = release.Items.Select(i => i.GuideId).OfType<int>().ToList();
        var seen = await GuideAccess
            .SeenBy(context, context.Guides.Where(g => guides.Contains(g.Id)), role, accountId)
            .Select(g => g.Id)
            .ToListAsync(cancellation);
        return release.Items.FindAll(i => i.GuideId is not { } guide || seen.Contains(guide));
    }

    private static async Task<ReleaseItemView> ViewAsync(
        PortalDbContext context,
        ReleaseItem item,
        Dictionary<int, Draft> drafts,
        string language,
        bool isPublished,
        CancellationToken cancellation
    )
    {
        var view = new ReleaseItemView
        {
            Id = item.Id,
            Kind = item.Kind,
            GuideId = item.GuideId,
            RevisionId = item.RevisionId,
            Document = item.Document,
            News = GuideNews.Of(item),
            Standing =
                isPublished || item.Kind != ReleaseItemKind.Guide
                    ? ReleaseItemStanding.Ready
                    : await StandingAsync(context, item, drafts, cancellation),
        };
        if (item.GuideId is { } guide && await NameOfAsync(context, guide, language, cancellation) is var (name, tongue))
        {
            var shown = await context.Guides.Where(g => g.Id == guide).Select(g => g.PublishedRevisionId).FirstOrDefaultAsync(cancellation);
            return view with { Occupation = name, Language = tongue, PublishedRevisionId = shown };
        }

        if (item.Kind == ReleaseItemKind.Requirements)
        {
            var code = ExchangeJson.Read<OccupationRequirements>(item.Document!).Occupation;
            var title = await context
                .Set<OccupationTitle>()
                .AsNoTracking()
                .Where(t => context.Set<Occupation>().Any(o => o.Id == t.OccupationId && o.Code == code))
                .OrderBy(t => t.Language == language ? 0 : 1)
                .ThenBy(t => t.Language == Languages.Default ? 0 : 1)
                .FirstOrDefaultAsync(cancellation);
            return title is null ? view : view with { Occupation = new OccupationName(title.Language, title.Masculine, title.Feminine) };
        }

        return view;
    }

    private static async Task<(OccupationName Name, string Language)?> NameOfAsync(
        PortalDbContext context,
        int guideId,
        string language,
        CancellationToken cancellation
    )
    {
        var title = await context
            .Guides.Where(g => g.Id == guideId)
            .SelectMany(
                g => context.Set<OccupationTitle>().Where(t => t.OccupationId == g.OccupationId),
                (g, t) =>
                    new
                    {
                        g.Language,
                        Title = t.Language,
                        t.Masculine,
                        t.Feminine,
                    }
            )
            .OrderBy(t => t.Title == language ? 0 : 1)
            .ThenBy(t => t.Title == Languages.Default ? 0 : 1)
            .ThenBy(t => t.Title)
            .FirstOrDefaultAsync(cancellation);
        return title is null ? null : (new OccupationName(title.Title, title.Masculine, title.Feminine), title.Language);
    }

    private Task<DeskResult<IReadOnlyList<ReleaseFault>>> MoveAsync(
        Actor actor,
        int id,
        Guid version,
        string action,
        ReleaseState to,
        Func<Release, bool> may,
        Action<Release> move,
        CancellationToken cancellation,
        string? reason = null,
        bool isFaultless = false
    ) =>
        ChangeAsync(
            actor,
            id,
            version,
            action,
            async (context, release, token) =>
            {
                if (!may(release))
                {
                    return release.State == to ? DeskAnswer.DoneBefore : DeskAnswer.NotNow;
                }

                if (isFaultless && (await FaultsAsync(context, release, token)).Count > 0)
                {
                    return DeskAnswer.HasFaults;
                }

                move(release);
                return DeskAnswer.Done;
            },
            cancellation,
            reason
        );

    /// <summary>Changes a release that still is as whoever changes it saw it.</summary>
    private Task<DeskResult<IReadOnlyList<ReleaseFault>>> ChangeAsync(
        Actor actor,
        int id,
        Guid version,
        string action,
        Func<PortalDbContext, Release, CancellationToken, Task<DeskAnswer>> change,
        CancellationToken cancellation,
        string? reason = null
    ) =>
        contexts.InOneTransactionAsync<IReadOnlyList<ReleaseFault>>(
            async (context, token) =>
            {
                if (!await AccountGate.AllowsAsync(context, actor, ReleaseAccess.Change, token))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                if (await context.Releases.Include(r => r.Items).FirstOrDefaultAsync(r => r.Id == id, token) is not { } release)
                {
                    return new(DeskAnswer.NotFound);
                }

                if (!release.IsOpen)
                {
                    return new(DeskAnswer.NotNow);
                }

                if (release.Version != version)
                {
                    return new(DeskAnswer.Stale);
                }

                var answer = await change(context, release, token);
                if (answer == DeskAnswer.Done)
                {
                    AuditTrail.Record(context, Now, actor.AccountId, action, Kind, $"{id}", reason: reason);
                }

                return new(answer, []);
            },
            cancellation
        );

    private ReleaseItem Item(Actor actor, ReleaseItemKind kind, int? guideId, int? revisionId, string? document) =>
        new()
        {
            Kind = kind,
            GuideId = guideId,
            RevisionId = revisionId,
            Document = document,
            AddedById = actor.AccountId,
            AddedUtc = Now,
        };

    /// <summary>What a parameter is about: two of one release may not be about the same.</summary>
    private static string KeyOf(ReleaseItemKind kind, string document) =>
        kind switch
        {
            ReleaseItemKind.WageFloor => $"{ExchangeJson.Read<WageFloorEntry>(document).From:O}",
            ReleaseItemKind.ExchangeRate =>
                $"{ExchangeJson.Read<ExchangeRateEntry>(document).On:O}{ExchangeJson.Read<ExchangeRateEntry>(document).Currency}",
            _ => ExchangeJson.Read<OccupationRequirements>(document).Occupation,
        };
}
