using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Offers.Sources;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Desk;

/// <summary>Where the board is kept: how its sources are, what readers reported, and which occupation an offer is about.</summary>
public sealed class OfferDesk(
    IDbContextFactory<PortalDbContext> contexts,
    OfferShelf offers,
    OfferRuns runs,
    CatalogueShelf catalogue,
    TimeProvider time
)
{
    public const int PageSize = 50;

    /// <summary>Below it an occupation found by itself is worth a look.</summary>
    public const double SureFrom = 0.5;

    private const int RunsShown = 10;
    private const int LabelsShown = 100;
    private const string ObjectKind = "offer";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<DeskResult<OfferDeskState>> StateAsync(Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var sources = await runs.StatusAsync(RunsShown, LabelsShown, cancellation);
        return new(
            DeskAnswer.Done,
            new OfferDeskState
            {
                Open = sources.Sum(s => s.Open),
                Closed = await context.JobOffers.CountAsync(o => o.State == OfferState.Closed, cancellation),
                Examples = sources.Where(s => s.Source.Kind == OfferSourceKind.Example).Sum(s => s.Open),
                Unsure = await Unsure(context).CountAsync(cancellation),
                ReportsWaiting = await context.OfferReports.CountAsync(r => r.SettledUtc == null, cancellation),
                Sources = sources,
                UnknownLabels = [.. sources.SelectMany(s => s.Labels).OrderByDescending(l => l.Count).ThenBy(l => l.Id).Take(LabelsShown)],
            }
        );
    }

    public async Task<DeskResult<Listing<OfferLine>>> ListAsync(Actor actor, OfferFilter filter, int page, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var which = filter switch
        {
            OfferFilter.Unsure => Unsure(context),
            OfferFilter.Closed => context.JobOffers.Where(o => o.State == OfferState.Closed),
            _ => context.JobOffers,
        };
        var total = await which.CountAsync(cancellation);
        var shown = ShownPage.Of(page, total, PageSize);
        var rows = await which
            .OrderByDescending(o => o.Published)
            .ThenByDescending(o => o.Id)
            .Skip(shown.Skipped)
            .Take(PageSize)
            .Select(o => new
            {
                o.Id,
                o.Facts,
                o.Source,
                o.Published,
                o.State,
                o.OccupationCode,
            })
            .ToListAsync(cancellation);
        return new(
            DeskAnswer.Done,
            new Listing<OfferLine>(
                [.. rows.Select(o => new OfferLine(o.Id, o.Facts.Title, o.Facts.Employer, o.Source, o.Published, o.State, o.OccupationCode))],
                total,
                shown.Page,
                shown.Pages
            )
        );
    }

    /// <summary>What readers reported: what waits first, the newest first.</summary>
    public async Task<DeskResult<Listing<ReportLine>>> ReportsAsync(Actor actor, int page, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var total = await context.OfferReports.CountAsync(cancellation);
        var shown = ShownPage.Of(page, total, PageSize);
        var rows = await context
            .OfferReports.AsNoTracking()
            .Join(
                context.Set<JobOffer>(),
                r => r.OfferId,
                o => o.Id,
                (r, o) =>
                    new
                    {
                        Report = r,
                        o.Facts,
                        o.State,
                    }
            )
            .OrderBy(r => r.Report.SettledUtc != null)
            .ThenByDescending(r => r.Report.SentUtc)
            .ThenByDescending(r => r.Report.Id)
            .Skip(shown.Skipped)
            .Take(PageSize)
            .ToListAsync(cancellation);
        return new(
            DeskAnswer.Done,
            new Listing<ReportLine>([.. rows.Select(r => new ReportLine(r.Report, r.Facts.Title, r.State))], total, shown.Page, shown.Pages)
        );
    }

    public async Task<DeskResult<OfferDeskCard>> FindAsync(Actor actor, long offerId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var version = await context.JobOffers.Where(o => o.Id == offerId).Select(o => (Guid?)o.Version).FirstOrDefaultAsync(cancellation);
        if (version is null || await offers.FindAsync(offerId, cancellation) is not { } offer)
        {
            return new(DeskAnswer.NotFound);
        }

        var reports = await context
            .OfferReports.AsNoTracking()
            .Where(r => r.OfferId == offerId)
            .OrderByDescending(r => r.SentUtc)
            .ThenByDescending(r => r.Id)
            .Take(PageSize)
            .ToListAsync(cancellation);
        var same = offer.SameAs ?? offer.Id;
        var kin = await offers.KinAsync(offer, cancellation);
        return new(DeskAnswer.Done, new OfferDeskCard(offer, version.Value, reports, [.. kin.Where(o => (o.SameAs ?? o.Id) == same)]));
    }

    /// <summary>
    /// Says which occupation an offer is about; the next offers with such a title learn from it. Invalid where the catalogue knows none of it.
    /// </summary>
    public async Task<DeskResult<Guid>> CorrectAsync(Actor actor, long offerId, Guid version, string code, CancellationToken cancellation)
    {
        var occupation = (await catalogue.CurrentAsync(cancellation)).Find(code.Trim().ToUpperInvariant());
        return await ChangeAsync(
            actor,
            offerId,
            version,
            "offer.occupation",
            (context, offer) =>
            {
                if (occupation is null)
                {
                    return DeskAnswer.Invalid;
                }

                if (offer.OccupationCode == occupation.Code && offer.OccupationOrigin == OfferOccupationOrigin.Counsellor)
                {
                    return DeskAnswer.DoneBefore;
                }

                (offer.OccupationCode, offer.OccupationOrigin) = (occupation.Code, OfferOccupationOrigin.Counsellor);
                offer.Touch();
                context.Add(
                    new OfferCorrection
                    {
                        Title =
                            offer.Facts.Title.Length > OfferFacts.TitleMaxLength ? offer.Facts.Title[..OfferFacts.TitleMaxLength] : offer.Facts.Title,
                        OccupationCode = occupation.Code,
                        ById = actor.AccountId,
                        AtUtc = Now,
                    }
                );
                return DeskAnswer.Done;
            },
            cancellation
        );
    }

    /// <summary>Takes an offer off the board; its source does not bring it back.</summary>
    public Task<DeskResult<Guid>> CloseAsync(Actor actor, long offerId, Guid version, CancellationToken cancellation) =>
        ChangeAsync(
            actor,
            offerId,
            version,
            "offer.close",
            (_, offer) =>
            {
                if (offer.State == OfferState.Closed)
                {
                    return DeskAnswer.DoneBefore;
                }

                offer.Close(OfferClosing.ByHand, Now);
                return DeskAnswer.Done;
            },
            cancellation
        );

    /// <summary>Puts an offer that was taken off by hand on the board again.</summary>
    public Task<DeskResult<Guid>> ReopenAsync(Actor actor, long offerId, Guid version, CancellationToken cancellation) =>
        ChangeAsync(
            actor,
            offerId,
            version,
            "offer.reopen",
            (_, offer) =>
            {
                if (offer.State == OfferState.Open)
                {
                    return DeskAnswer.DoneBefore;
                }

                if (offer.Closing != OfferClosing.ByHand)
                {
                    return DeskAnswer.NotNow;
                }

                (offer.State, offer.Closing, offer.ClosedUtc) = (OfferState.Open, null, null);
                offer.Touch();
                return DeskAnswer.Done;
            },
            cancellation
        );

    /// <summary>Says that two offers are not the same post; they are never brought together again.</summary>
    public Task<DeskResult<Guid>> DistinguishAsync(Actor actor, long offerId, Guid version, long otherId, CancellationToken cancellation) =>
        DeskWork.RunAsync<Guid>(
            contexts,
            async (context, token) =>
            {
                if (!await AccountGate.AllowsAsync(context, actor, AccountRole.Reviewer, token))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                var (first, second) = (Math.Min(offerId, otherId), Math.Max(offerId, otherId));
                var rows = await context.JobOffers.Where(o => o.Id == first || o.Id == second).ToListAsync(token);
                if (first == second || rows.Count < 2)
                {
                    return new(DeskAnswer.NotFound);
                }

                var offer = rows.Single(o => o.Id == offerId);
                if (await context.OfferDistinctions.AnyAsync(d => d.FirstId == first && d.SecondId == second, token))
                {
                    return new(DeskAnswer.DoneBefore, offer.Version);
                }

                if (offer.Version != version)
                {
                    return new(DeskAnswer.Stale);
                }

                context.Add(
                    new OfferDistinction
                    {
                        FirstId = first,
                        SecondId = second,
                        ById = actor.AccountId,
                        AtUtc = Now,
                    }
                );
                var apart = rows.Single(o => o.Id == second);
                var number = await context.TakeNumbersAsync(1, token);
                (apart.SameAs, apart.Sequence) = (null, number);
                apart.Touch();
                AuditTrail.Record(context, Now, actor.AccountId, "offer.distinguish", ObjectKind, $"{first}/{second}");
                return new(DeskAnswer.Done, offer.Version);
            },
            cancellation
        );

    /// <summary>Says of a report that it was looked at; the offer is taken off the board where it is right.</summary>
    public Task<DeskResult<int>> SettleAsync(Actor actor, int reportId, bool closes, CancellationToken cancellation) =>
        DeskWork.RunAsync<int>(
            contexts,
            async (context, token) =>
            {
                if (!await AccountGate.AllowsAsync(context, actor, AccountRole.Reviewer, token))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                var report = await context.OfferReports.SingleOrDefaultAsync(r => r.Id == reportId, token);
                if (report is null)
                {
                    return new(DeskAnswer.NotFound);
                }

                if (report.SettledUtc is not null)
                {
                    return new(DeskAnswer.DoneBefore, reportId);
                }

                report.Settle(actor.AccountId, closes, Now);
                var offer = await context.JobOffers.SingleAsync(o => o.Id == report.OfferId, token);
                if (closes && offer.State == OfferState.Open)
                {
                    offer.Sequence = await context.TakeNumbersAsync(1, token);
                    offer.Close(OfferClosing.ByHand, Now);
                }

                AuditTrail.Record(context, Now, actor.AccountId, closes ? "offer.reportRight" : "offer.reportWrong", ObjectKind, $"{report.OfferId}");
                return new(DeskAnswer.Done, reportId);
            },
            cancellation
        );

    private Task<DeskResult<Guid>> ChangeAsync(
        Actor actor,
        long offerId,
        Guid version,
        string what,
        Func<PortalDbContext, JobOffer, DeskAnswer> change,
        CancellationToken cancellation
    ) =>
        DeskWork.RunAsync<Guid>(
            contexts,
            async (context, token) =>
            {
                if (!await AccountGate.AllowsAsync(context, actor, AccountRole.Reviewer, token))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                var offer = await context.JobOffers.SingleOrDefaultAsync(o => o.Id == offerId, token);
                if (offer is null)
                {
                    return new(DeskAnswer.NotFound);
                }

                var was = offer.Version;
                var answer = change(context, offer);
                if (answer == DeskAnswer.DoneBefore)
                {
                    return new(answer, was);
                }

                if (was != version)
                {
                    return new(DeskAnswer.Stale);
                }

                if (answer != DeskAnswer.Done)
                {
                    return new(answer);
                }

                offer.Sequence = await context.TakeNumbersAsync(1, token);
                AuditTrail.Record(context, Now, actor.AccountId, what, ObjectKind, $"{offerId}");
                return new(DeskAnswer.Done, offer.Version);
            },
            cancellation
        );

    /// <summary>Nobody has said what they are about, and the titles do not say it well.</summary>
    private static IQueryable<JobOffer> Unsure(PortalDbContext context) =>
        context.JobOffers.Where(o =>
            o.State == OfferState.Open
            && o.OccupationOrigin != OfferOccupationOrigin.Counsellor
            && (o.OccupationCode == null || o.Sureness < SureFrom)
        );
}
