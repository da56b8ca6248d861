using CareerPortal.Accounts;
using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;
using Microsoft.EntityFrameworkCore;
using static CareerPortal.Guides.GuideSets;
using static CareerPortal.Occupations.OccupationSets;

namespace CareerPortal.Editing;

/// <summary>
/// Changes what an occupation requires, which moves the results of every quiz: whoever may edit its guide looks at what a change would do, and who
/// publishes is a reviewer and says why.
/// </summary>
public sealed class RequirementsDesk(
    IDbContextFactory<PortalDbContext> contexts,
    QualityCatalogue qualities,
    ItemBank bank,
    ImpactStudy impact,
    TimeProvider time
)
{
    public const string PublishAction = "requirements.publish";
    public const string ObjectKind = "occupation";

    private readonly HashSet<string> _scored = [.. qualities.Qualities.Select(q => q.Id)];
    private readonly Lazy<ItemBank> _bank = new(() => bank);

    /// <summary>The requirements of a guide's occupation, for those who may edit the guide.</summary>
    public async Task<DeskResult<RequirementsSheet>> ReadAsync(Actor actor, int guideId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Edit, cancellation) is not DeskAnswer.Done and var refusal)
        {
            return new DeskResult<RequirementsSheet>(refusal);
        }

        var occupation = await context.Guides.Where(g => g.Id == guideId).Select(g => new { g.OccupationId, g.Language }).SingleAsync(cancellation);
        var held = await context
            .Occupations.AsNoTracking()
            .Include(o => o.Titles)
            .Include(o => o.Requirements)
            .AsSplitQuery()
            .SingleAsync(o => o.Id == occupation.OccupationId, cancellation);
        var title = held.Titles.Find(t => t.Language == occupation.Language) ?? held.Titles.Find(t => t.Language == Languages.Default);
        var mayPublish = await AccountGate.AllowsAsync(context, actor, AccountRole.Reviewer, cancellation);
        var sheet = new RequirementsSheet(
            guideId,
            held.Code,
            title?.Masculine ?? held.Code,
            held.Version,
            ExchangeForms.Of(held).Requirements,
            mayPublish
        );
        return new DeskResult<RequirementsSheet>(DeskAnswer.Done, sheet);
    }

    /// <summary>What proposed requirements would do, for those who may edit the guide; nothing is written.</summary>
    public async Task<DeskResult<ImpactReport>> StudyAsync(
        Actor actor,
        int guideId,
        IReadOnlyList<RequirementEntry> entries,
        CancellationToken cancellation
    )
    {
        string code;
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Edit, cancellation) is not DeskAnswer.Done and var refusal)
            {
                return new DeskResult<ImpactReport>(refusal);
            }

            code = await context.Guides.Where(g => g.Id == guideId).Select(g => g.Occupation.Code).SingleAsync(cancellation);
        }

        if (RequirementRules.Faults(entries, _scored, _bank).Any())
        {
            return new DeskResult<ImpactReport>(DeskAnswer.HasFaults);
        }

        var report = await impact.OfAsync(code, [.. entries.Select(ReleaseParameters.Of)], cancellation);
        return report is null ? new DeskResult<ImpactReport>(DeskAnswer.NotFound) : new DeskResult<ImpactReport>(DeskAnswer.Done, report);
    }

    /// <summary>
    /// Puts requirements in place of those that the person saw, of that <paramref name="version"/>. The same once more is done already; other ones
    /// meanwhile refuse it.
    /// </summary>
    public async Task<DeskAnswer> PublishAsync(
        Actor actor,
        int guideId,
        Guid version,
        IReadOnlyList<RequirementEntry> entries,
        string reason,
        CancellationToken cancellation
    )
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Length > AuditEntry.ReasonMaxLength)
        {
            return DeskAnswer.Invalid;
        }

        await using var strategyContext = await contexts.CreateDbContextAsync(cancellation);
        try
        {
            return await strategyContext
                .Database.CreateExecutionStrategy()
                .ExecuteAsync(token => ReplaceAsync(actor, guideId, version, entries, reason.Trim(), token), cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return DeskAnswer.Stale;
        }
    }

    private async Task<DeskAnswer> ReplaceAsync(
        Actor actor,
        int guideId,
        Guid version,
        IReadOnlyList<RequirementEntry> entries,
        string reason,
        CancellationToken cancellation
    )
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Publish, cancellation) is not DeskAnswer.Done and var refusal)
        {
            return refusal;
        }

        if (RequirementRules.Faults(entries, _scored, _bank).Any())
        {
            return DeskAnswer.HasFaults;
        }

        var occupation = await context
            .Occupations.Include(o => o.Requirements)
            .SingleAsync(o => context.Set<Guide>().Any(g => g.Id == guideId && g.OccupationId == o.Id), cancellation);
        var was = ExchangeForms.Of(occupation).Requirements;
        var now = ExchangeForms.Ordered(ExchangeForms.Of(occupation) with { Requirements = Signed(was, entries) }).Requirements;
        if (Written(was) == Written(now))
        {
            return DeskAnswer.DoneBefore;
        }

        if (occupation.Version != version)
        {
            return DeskAnswer.Stale;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);

        // The rows are keyed by what they say: the old ones leave before the new ones come.
        occupation.Require([]);
        await context.SaveChangesAsync(cancellation);
        occupation.Require(now.Select(ReleaseParameters.Of));
        var fields = now.Where(r => !was.Any(w => Written([w]) == Written([r]))).Select(r => r.Quality);
        AuditTrail.Record(
            context,
            time.GetUtcNow().UtcDateTime,
            actor.AccountId,
            PublishAction,
            ObjectKind,
            occupation.Code,
            [.. fields.Concat(was.Select(w => w.Quality).Except(now.Select(r => r.Quality))).Select(q => $"requirements.{q}")],
            reason
        );
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return DeskAnswer.Done;
    }

    /// <summary>What a person changed is a counsellor's judgement; what they left keeps where it came from.</summary>
    private static IReadOnlyList<RequirementEntry> Signed(IReadOnlyList<RequirementEntry> was, IReadOnlyList<RequirementEntry> entries) =>
        [
            .. entries.Select(e =>
                was.FirstOrDefault(w => w.Quality == e.Quality && w.Importance == e.Importance && w.Level == e.Level) is { } same
                    ? e with
                    {
                        Origin = same.Origin,
                    }
                    : e with
                    {
                        Origin = RequirementOrigin.Counsellor,
                    }
            ),
        ];

    private static string Written(IReadOnlyList<RequirementEntry> entries) => ExchangeJson.Write(entries, indented: false);
}
