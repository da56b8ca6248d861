using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Offers.Board;
using CareerPortal.Offers.Classifying;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Desk;

/// <summary>
/// Where searches in vain become synonyms: what people asked often enough is proposed with the occupation it may mean, tried on the board before it
/// comes into use, and taken back with one click.
/// </summary>
public sealed class SynonymDesk(
    IDbContextFactory<PortalDbContext> contexts,
    OfferBoard board,
    OfferClassifierShelf classifiers,
    SearchMisses misses,
    CatalogueShelf catalogue,
    TimeProvider time
)
{
    /// <summary>So many words in vain are shown.</summary>
    public const int MostMissed = 50;

    private const int MostPast = 50;
    private const int FirstPage = 10;
    private const string ObjectKind = "synonym";

    public async Task<DeskResult<SynonymState>> StateAsync(Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var inUse = await InUse(context).AsNoTracking().OrderBy(s => s.Said).ThenBy(s => s.Id).ToListAsync(cancellation);
        var past = await context
            .OfferSynonyms.AsNoTracking()
            .Where(s => s.RevokedUtc != null)
            .OrderByDescending(s => s.RevokedUtc)
            .ThenByDescending(s => s.Id)
            .Take(MostPast)
            .ToListAsync(cancellation);
        // With what was decided a moment ago, too.
        var state = (await board.CurrentAsync(cancellation))?.WithSynonyms([.. inUse.Select(s => new AskedSynonym(s.Said, s.Occupations))]);
        return new(
            DeskAnswer.Done,
            new SynonymState
            {
                IsReady = state is not null,
                Missed = state is null ? [] : await MissedAsync(state, cancellation),
                InUse = [.. inUse.Select(s => new SynonymLine(s, state?.CountOf(new OfferQuery { Text = s.Said }, Today)))],
                Past = [.. past.Select(s => new SynonymLine(s, null))],
            }
        );
    }

    /// <summary>
    /// Takes a synonym into use, if the board says that it helps and harms nothing: <see cref="SynonymRules"/>. The value tells how the trial went.
    /// </summary>
    public async Task<DeskResult<SynonymTrial>> AdoptAsync(
        Actor actor,
        string? said,
        IReadOnlyList<string> occupations,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(occupations);
        List<string> codes = [.. occupations.Select(o => o.Trim().ToUpperInvariant()).Where(o => o.Length > 0).Distinct(StringComparer.Ordinal)];
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            if (!await AccountGate.AllowsAsync(context, actor, AccountRole.Reviewer, cancellation))
            {
                return new(DeskAnswer.NotAllowed);
            }
        }

        var words = SearchMissCounter.Normalise(said);
        var trial = await TryAsync(words, codes, cancellation);
        return await DeskWork.RunAsync<SynonymTrial>(
            contexts,
            async (context, token) =>
            {
                if (!await AccountGate.AllowsAsync(context, actor, AccountRole.Reviewer, token))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                if (await InUse(context).AsNoTracking().FirstOrDefaultAsync(s => s.Said == words, token) is { } known)
                {
                    return known.Occupations.SequenceEqual(codes)
                        ? new(DeskAnswer.DoneBefore, new SynonymTrial(SynonymVerdict.Fine, known.Found))
                        : new(DeskAnswer.Stale);
                }

                if (trial.Verdict == SynonymVerdict.Fine && await InUse(context).CountAsync(token) >= OfferSynonym.Most)
                {
                    trial = trial with { Verdict = SynonymVerdict.TooMany };
                }

                if (trial.Verdict != SynonymVerdict.Fine)
                {
                    return new(DeskAnswer.HasFaults, trial);
                }

                context.Add(
                    new OfferSynonym
                    {
                        Said = words!,
                        Occupations = codes,
                        Found = trial.Found,
                        ById = actor.AccountId,
                        AtUtc = Now,
                    }
                );
                AuditTrail.Record(context, Now, actor.AccountId, "synonym.adopt", ObjectKind, words!, codes);
                return new(DeskAnswer.Done, trial);
            },
            cancellation
        );
    }

    /// <summary>Takes a synonym back: the next search is answered without it.</summary>
    public Task<DeskResult<int>> RevokeAsync(Actor actor, int synonymId, CancellationToken cancellation) =>
        DeskWork.RunAsync<int>(
            contexts,
            async (context, token) =>
            {
                if (!await AccountGate.AllowsAsync(context, actor, AccountRole.Reviewer, token))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                if (await context.OfferSynonyms.SingleOrDefaultAsync(s => s.Id == synonymId, token) is not { } synonym)
                {
                    return new(DeskAnswer.NotFound);
                }

                if (synonym.RevokedUtc is not null)
                {
                    return new(DeskAnswer.DoneBefore, synonymId);
                }

                synonym.Revoke(actor.AccountId, Now);
                AuditTrail.Record(context, Now, actor.AccountId, "synonym.revoke", ObjectKind, synonym.Said);
                return new(DeskAnswer.Done, synonymId);
            },
            cancellation
        );

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private DateOnly Today => BelgianDay.Today(time);

    private static IQueryable<OfferSynonym> InUse(PortalDbContext context) => context.OfferSynonyms.Where(s => s.RevokedUtc == null);

    private async Task<IReadOnlyList<SynonymProposal>> MissedAsync(BoardState state, CancellationToken cancellation)
    {
        var missed = (await misses.ShownAsync(SearchedIn.Offers, cancellation))
            .Where(m => state.CountOf(new OfferQuery { Text = m.Words }, Today) == 0)
            .Take(MostMissed)
            .ToList();
        if (missed.Count == 0)
        {
            return [];
        }

        var classifier = await classifiers.CurrentAsync(cancellation);
        return
        [
            .. missed.Select(m => new SynonymProposal(
                m,
                m.Count < SynonymRules.LeastAsked || m.Words.Split(' ').Length > SynonymRules.MostWords
                    ? []
                    :
                    [
                        .. classifier
                            .Classify(m.Words, null)
                            .Occupations.Where(o => o.Confidence >= SynonymRules.LeastConfidence)
                            .Select(o => new MeantOccupation(o.Code, o.Confidence, state.CountOf(new OfferQuery { Occupation = o.Code }, Today)))
                            .Where(o => o.Open > 0),
                    ]
            )),
        ];
    }

    private async Task<SynonymTrial> TryAsync(string? words, List<string> codes, CancellationToken cancellation)
    {
        if (words is null || words.Split(' ').Length > SynonymRules.MostWords)
        {
            return new SynonymTrial(SynonymVerdict.NoWords);
        }

        var view = await catalogue.CurrentAsync(cancellation);
        if (codes.Count is 0 or > OfferSynonym.MostOccupations || codes.Exists(c => view.Find(c) is null))
        {
            return new SynonymTrial(SynonymVerdict.NoOccupation);
        }

        if (await board.CurrentAsync(cancellation) is not { } before)
        {
            return new SynonymTrial(SynonymVerdict.NotReady);
        }

        var asked = new OfferQuery { Text = words };
        if (before.CountOf(asked, Today) is > 0 and var already)
        {
            return new SynonymTrial(SynonymVerdict.FindsAlready, already);
        }

        var after = before.WithSynonyms([new AskedSynonym(words, codes), .. before.Synonyms]);
        var found = after.CountOf(asked, Today);
        if (found == 0)
        {
            return new SynonymTrial(SynonymVerdict.FindsNothing);
        }

        var (changed, tried) = (0, 0);
        foreach (var entry in view.Occupations)
        {
            cancellation.ThrowIfCancellationRequested();
            var control = new OfferQuery { Text = entry.Facts.Masculine, PageSize = FirstPage };
            var (one, other) = (before.Find(control, Today), after.Find(control, Today));
            tried++;
            changed += one.Total == other.Total && one.Page.Select(h => h.Id).SequenceEqual(other.Page.Select(h => h.Id)) ? 0 : 1;
        }

        return new SynonymTrial(
            changed > tried * SynonymRules.MostChanged ? SynonymVerdict.ChangesOthers : SynonymVerdict.Fine,
            found,
            changed,
            tried
        );
    }
}
