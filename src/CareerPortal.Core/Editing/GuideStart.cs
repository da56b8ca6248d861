using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>Begins guides: from nothing with their occupation, from another guide, in another language; and gives them to somebody.</summary>
public sealed class GuideStart(IDbContextFactory<PortalDbContext> contexts, TimeProvider time, IDeskWords? words = null)
{
    public const int MostMembers = 20;

    private const int MostOtherTitles = 20;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>An occupation and its guide, which nobody reads until it is published; whoever makes it looks after it.</summary>
    public Task<DeskResult<int>> CreateAsync(Actor actor, NewOccupation given, CancellationToken cancellation) =>
        BeginAsync(actor, given, DraftStart.Empty with { Kind = given.Kind }, "guide.create", null, cancellation);

    /// <summary>An occupation whose guide begins with what another one says: its draft, or what readers have.</summary>
    public Task<DeskResult<int>> CloneAsync(Actor actor, int guideId, NewOccupation given, CancellationToken cancellation) =>
        BeginAsync(actor, given, null, "guide.clone", guideId, cancellation);

    /// <summary>
    /// An occupation of the catalogue and its guide, whose draft begins with the facts: its codes, titles and requirements are the catalogue's, with
    /// where they come from, its address is the one that the catalogue's page has.
    /// </summary>
    public async Task<DeskResult<int>> FromCatalogueAsync(
        Actor actor,
        string code,
        Sector sector,
        StudyLevel studies,
        GuideContent facts,
        CancellationToken cancellation
    )
    {
        CatalogueOccupation? listed;
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
            {
                return new(DeskAnswer.NotAllowed);
            }

            listed = await context.CatalogueOccupations.AsNoTracking().SingleOrDefaultAsync(o => o.Code == code && o.GoneUtc == null, cancellation);
        }

        if (listed is null)
        {
            return new(DeskAnswer.NotFound);
        }

        var said = DraftStart.Empty with { Kind = GuideKind.Brief, Content = facts };
        var given = new NewOccupation(listed.Slug, listed.Facts.Masculine, listed.Facts.Feminine, sector, studies, GuideKind.Brief);
        return await BeginAsync(actor, given, said, "guide.fromCatalogue", null, cancellation, listed);
    }

    /// <summary>Gives a guide to somebody, with those who write on it too and the day by which it is to be read again.</summary>
    public Task<DeskResult<Guid>> AssignAsync(Actor actor, int guideId, CareSheet sheet, CancellationToken cancellation) =>
        DeskWork.RunAsync<Guid>(
            contexts,
            async (context, token) =>
            {
                if (await GuideAccess.AskAsync(context, actor, guideId, GuideAction.Assign, token) is var answer && answer != DeskAnswer.Done)
                {
                    return new(answer);
                }

                var wanted = sheet.Members.Where(m => m != sheet.OwnerId).Distinct().ToList();
                var people = wanted.Append(sheet.OwnerId ?? actor.AccountId).ToList();
                if (
                    wanted.Count > MostMembers
                    || await context.Accounts.CountAsync(a => people.Contains(a.Id) && a.State == AccountState.Active, token)
                        != people.Distinct().Count()
                )
                {
                    return new(DeskAnswer.Invalid);
                }

                var care = await context.GuideCare.SingleOrDefaultAsync(c => c.GuideId == guideId, token);
                var members = await context.GuideMembers.Where(m => m.GuideId == guideId).ToListAsync(token);
                if (care?.OwnerId == sheet.OwnerId && care?.DueOn == sheet.DueOn && members.Select(m => m.AccountId).ToHashSet().SetEquals(wanted))
                {
                    return new(DeskAnswer.DoneBefore, care?.Version ?? Guid.Empty);
                }

                if ((care?.Version ?? Guid.Empty) != sheet.Version)
                {
                    return new(DeskAnswer.Stale);
                }

                var before = care?.OwnerId;
                if (care is null)
                {
                    care = new GuideCare { GuideId = guideId };
                    context.Add(care);
                }

                var fields = new List<string>();
                Note(care.OwnerId != sheet.OwnerId, "owner");
                Note(care.DueOn != sheet.DueOn, "dueOn");
                Note(!members.Select(m => m.AccountId).ToHashSet().SetEquals(wanted), "members");
                care.Give(sheet.OwnerId, sheet.DueOn);
                context.RemoveRange(members.Where(m => !wanted.Contains(m.AccountId)));
                context.AddRange(
                    wanted.Where(w => members.TrueForAll(m => m.AccountId != w)).Select(w => new GuideMember { GuideId = guideId, AccountId = w })
                );
                AuditTrail.Record(context, Now, actor.AccountId, "guide.assign", "guide", $"{guideId}", fields);
                if (sheet.OwnerId is { } owner && owner != before && owner != actor.AccountId)
                {
                    var guide = await context.Guides.SingleAsync(g => g.Id == guideId, token);
                    await DeskMail.TellAsync(context, words, context.Accounts.Where(a => a.Id == owner), DeskNews.Assigned, guide, Now, token);
                }

                return new(DeskAnswer.Done, care.Version);

                void Note(bool isChanged, string field)
                {
                    if (isChanged)
                    {
                        fields.Add(field);
                    }
                }
            },
            cancellation
        );

    /// <summary>The names that the catalogue does not call rare, in both genders, as many as a guide is well served by.</summary>
    private static List<string> OtherTitles(CatalogueFacts facts) =>
        [
            .. facts
                .Names.Where(n => !n.Rare)
                .SelectMany(n => new[] { n.Masculine, n.Feminine })
                .Where(n => n.Length <= OccupationTitle.MaxLength)
                .Distinct(StringComparer.Ordinal)
                .Take(MostOtherTitles),
        ];

    private Task<DeskResult<int>> BeginAsync(
        Actor actor,
        NewOccupation given,
        GuideDocument? document,
        string action,
        int? model,
        CancellationToken cancellation,
        CatalogueOccupation? listed = null
    ) =>
        DeskWork.RunAsync<int>(
            contexts,
            async (context, token) =>
            {
                if (await AccountGate.RoleOfAsync(context, actor, token) is null)
                {
                    return new(DeskAnswer.NotAllowed);
                }

                if (
                    model is { } id
                    && await GuideAccess.AskAsync(context, actor, id, GuideAction.Clone, token) is var answer
                    && answer != DeskAnswer.Done
                )
                {
                    return new(answer);
                }

                var (masculine, feminine) = (
                    TypedText.Clean(given.Masculine, OccupationTitle.MaxLength),
                    TypedText.Clean(given.Feminine, OccupationTitle.MaxLength)
                );
                if (!Slug.TryParse(given.Code, out var code) || masculine is null)
                {
                    return new(DeskAnswer.Invalid);
                }

                if (await FindAsync(context, actor, code.Value, action, token) is { } before)
                {
                    return new(DeskAnswer.DoneBefore, before);
                }

                if (await IsTakenAsync(context, code.Value, token))
                {
                    return new(DeskAnswer.InConflict);
                }

                var source = model is null
                    ? null
                    : await context.Guides.Include(g => g.Occupation).ThenInclude(o => o.Requirements).SingleAsync(g => g.Id == model, token);
                var occupation = new Occupation
                {
                    Code = code.Value,
                    Sector = given.Sector,
                    Studies = given.Studies,
                };
                if (source is not null)
                {
                    occupation.Conditions = [.. source.Occupation.Conditions];
                }

                if (listed is not null)
                {
                    occupation.RomeCode = listed.Code;
                    occupation.IscoCode = listed.Facts.Crossings.FirstOrDefault(c => c.Scheme == "isco-08")?.Code;
                    occupation.Interests = listed.Facts.Holland;
                }

                occupation.Describe(
                    [
                        new OccupationTitle
                        {
                            Language = Languages.Default,
                            Masculine = masculine,
                            Feminine = feminine ?? masculine,
                            Alternatives = listed is null ? [] : OtherTitles(listed.Facts),
                        },
                    ],
                    listed is not null
                            ? listed.Facts.Levels.Select(l => new Requirement
                            {
                                QualityId = l.QualityId,
                                Importance = l.Importance,
                                Level = l.Level,
                                Origin = l.Origin,
                            })
                        : source is null ? []
                        : source.Occupation.Requirements.Select(r => new Requirement
                        {
                            QualityId = r.QualityId,
                            Importance = r.Importance,
                            Level = r.Level,
                            Surplus = r.Surplus,
                            Origin = r.Origin,
                            Items = r.Items is null ? null : [.. r.Items],
                        })
                );
                var guide = new Guide
                {
                    Occupation = occupation,
                    Language = Languages.Default,
                    Slug = code.Value,
                };
                context.Add(guide);
                await context.SaveChangesAsync(token);
                var said = document ?? await ModelAsync(context, model!.Value, actor, token);
                context.Add(Draft.Of(guide, said, null, Now, actor.AccountId));
                context.Add(new GuideCare { GuideId = guide.Id, OwnerId = actor.AccountId });
                AuditTrail.Record(context, Now, actor.AccountId, action, "guide", $"{guide.Id}", reason: code.Value);
                return new(DeskAnswer.Done, guide.Id);
            },
            cancellation
        );

    /// <summary>What another guide says: its draft for those who may read it, else what readers have. Its days are its own.</summary>
    private static async Task<GuideDocument> ModelAsync(PortalDbContext context, int guideId, Actor actor, CancellationToken cancellation)
    {
        var mayRead = await GuideAccess.AskAsync(context, actor, guideId, GuideAction.ReadDraft, cancellation) == DeskAnswer.Done;
        var draft = mayRead ? await context.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.GuideId == guideId, cancellation) : null;
        var document = draft is not null
            ? DraftContent.Of(draft).Document
            : (await context.Guides.Where(g => g.Id == guideId).Select(g => g.PublishedRevision).SingleAsync(cancellation))?.Read()
                ?? DraftStart.Empty;
        return document with { PublishedOn = null, UpdatedOn = null, ReviewedOn = null };
    }

    /// <summary>The guide that the same click began.</summary>
    private async Task<int?> FindAsync(PortalDbContext context, Actor actor, string code, string action, CancellationToken cancellation)
    {
        var since = Now.AddMinutes(-1);
        var guide = await context
            .Guides.Where(g => g.Occupation.Code == code && g.Language == Languages.Default && g.PublishedRevisionId == null)
            .Select(g => (int?)g.Id)
            .FirstOrDefaultAsync(cancellation);
        var id = $"{guide}";
        return
            guide is not null
            && await context.AuditEntries.AnyAsync(
                e => e.ObjectKind == "guide" && e.ObjectId == id && e.Action == action && e.AccountId == actor.AccountId && e.AtUtc > since,
                cancellation
            )
            ? guide
            : null;
    }

    private static async Task<bool> IsTakenAsync(PortalDbContext context, string code, CancellationToken cancellation) =>
        await context.Occupations.AnyAsync(o => o.Code == code, cancellation)
        || await context.Guides.AnyAsync(g => g.Language == Languages.Default && g.Slug == code, cancellation)
        || await context.FormerAddresses.AnyAsync(a => a.Language == Languages.Default && a.Slug == code, cancellation);
}
