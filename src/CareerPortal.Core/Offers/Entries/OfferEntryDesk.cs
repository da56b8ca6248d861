using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Entries;

/// <summary>
/// Where offers are entered and reviewed: whoever works here may enter one, and somebody else who reviews decides. Each write asks anew who may, and
/// stands in the audit.
/// </summary>
public sealed class OfferEntryDesk(
    IDbContextFactory<PortalDbContext> contexts,
    OfferChecks checks,
    OfferPublication publication,
    IOfferLetters letters,
    TimeProvider time
)
{
    public const int PageSize = 50;

    private const string ObjectKind = OfferProposals.ObjectKind;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<DeskResult<OfferEntryList>> ListAsync(Actor actor, OfferEntryState? state, int page, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var counted = await context.OfferEntries.GroupBy(e => e.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var counts = counted.ToDictionary(c => c.Key, c => c.Count);
        var total = state is { } one ? counts.GetValueOrDefault(one) : counts.Values.Sum();
        var shown = ShownPage.Of(page, total, PageSize);
        var which = state is { } chosen ? context.OfferEntries.Where(e => e.State == chosen) : context.OfferEntries;
        var rows = await which
            .OrderByDescending(e => e.ChangedUtc)
            .ThenByDescending(e => e.Id)
            .Skip(shown.Skipped)
            .Take(PageSize)
            .Select(e => new
            {
                e.Id,
                e.Form,
                e.State,
                e.EnteredById,
                e.OfferId,
                e.ChangedUtc,
                e.LastDay,
            })
            .ToListAsync(cancellation);
        var lines = rows.Select(e => new OfferEntryLine(
            e.Id,
            e.Form.Title,
            e.Form.Employer,
            e.State,
            e.EnteredById is null,
            e.OfferId is not null,
            e.ChangedUtc,
            e.LastDay
        ));
        return new(DeskAnswer.Done, new OfferEntryList(new Listing<OfferEntryLine>([.. lines], total, shown.Page, shown.Pages), counts));
    }

    public async Task<DeskResult<OfferEntryCard>> FindAsync(Actor actor, int entryId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is not { } role)
        {
            return new(DeskAnswer.NotAllowed);
        }

        if (await context.OfferEntries.AsNoTracking().SingleOrDefaultAsync(e => e.Id == entryId, cancellation) is not { } entry)
        {
            return new(DeskAnswer.NotFound);
        }

        var people = new[] { entry.EnteredById, entry.WrittenById, entry.ReviewedById }.OfType<Guid>().Distinct().ToList();
        var names = await context
            .Accounts.Where(a => people.Contains(a.Id))
            .Select(a => new { a.Id, a.DisplayName })
            .ToDictionaryAsync(a => a.Id, a => a.DisplayName, cancellation);
        var isReader = role >= AccountRole.Reviewer;
        return new(
            DeskAnswer.Done,
            new OfferEntryCard
            {
                Entry = entry,
                Verdict = await checks.OfAsync(entry.Form, entry.OfferId, cancellation),
                ContactName = isReader ? entry.ContactName : null,
                ContactEmail = isReader ? entry.ContactEmail : null,
                EnteredBy = NameOf(entry.EnteredById),
                WrittenBy = NameOf(entry.WrittenById),
                ReviewedBy = NameOf(entry.ReviewedById),
                IsOpen =
                    entry.OfferId is { } offer && await context.JobOffers.AnyAsync(o => o.Id == offer && o.State == OfferState.Open, cancellation),
                MayReview = MayReview(entry, actor, role),
                MayRevise = entry.CanRevise && MayWrite(entry, actor, role),
                MayClose = CanClose(entry) && MayWrite(entry, actor, role),
                MayRenew = CanRenew(entry, role) && MayWrite(entry, actor, role),
            }
        );

        string? NameOf(Guid? account) => account is { } id ? names.GetValueOrDefault(id) : null;
    }

    /// <summary>What is wrong with a form that somebody is writing; null where nobody who works here asks.</summary>
    public async Task<OfferVerdict?> CheckAsync(Actor actor, OfferForm form, long? own, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await AccountGate.RoleOfAsync(context, actor, cancellation) is null
            ? null
            : await checks.OfAsync(OfferFormText.Clean(form), own, cancellation);
    }

    /// <summary>Enters an offer, which waits for review; a form that is sent twice is one offer. Has faults where a check refuses it.</summary>
    public async Task<DeskResult<int>> EnterAsync(Actor actor, Guid formKey, OfferForm form, CancellationToken cancellation)
    {
        var clean = OfferFormText.Clean(form);
        var key = SentForm.KeyOf(formKey, clean, $"{actor.AccountId}");
        var verdict = await CheckAsync(actor, clean, null, cancellation);
        return await DeskWork.RunAsync<int>(
            contexts,
            async (context, token) =>
            {
                if (verdict is null || await AccountGate.RoleOfAsync(context, actor, token) is null)
                {
                    return new(DeskAnswer.NotAllowed);
                }

                if (await context.OfferEntries.Where(e => e.FormKey == key).Select(e => e.Id).FirstOrDefaultAsync(token) is > 0 and var before)
                {
                    return new(DeskAnswer.DoneBefore, before);
                }

                if (verdict.HasErrors)
                {
                    return new(DeskAnswer.HasFaults);
                }

                var entry = OfferEntry.Entered(key, clean, actor.AccountId, Now);
                context.Add(entry);
                await context.SaveChangesAsync(token);
                AuditTrail.Record(context, Now, actor.AccountId, "offer.enter", ObjectKind, $"{entry.Id}");
                return new(DeskAnswer.Done, entry.Id);
            },
            cancellation
        );
    }

    /// <summary>Another text, which waits for review; what is on the board stays as it is until then.</summary>
    public async Task<DeskResult<Guid>> ReviseAsync(Actor actor, int entryId, Guid version, OfferForm form, CancellationToken cancellation)
    {
        var clean = OfferFormText.Clean(form);
        var own = (await publication.ReadAsync(entryId, cancellation))?.OfferId;
        var verdict = await checks.OfAsync(clean, own, cancellation);
        return await ChangeAsync(
            actor,
            entryId,
            version,
            "offer.rewrite",
            (entry, role) => MayWrite(entry, actor, role),
            entry => entry.State == OfferEntryState.InReview && entry.Form.DifferencesTo(clean).Count == 0,
            (_, entry, _, _) =>
            {
                if (!entry.CanRevise || entry.State == OfferEntryState.Unconfirmed || verdict.HasErrors)
                {
                    return Task.FromResult(verdict.HasErrors ? DeskAnswer.HasFaults : DeskAnswer.NotNow);
                }

                entry.Revise(clean, actor.AccountId, Now);
                return Task.FromResult(DeskAnswer.Done);
            },
            cancellation
        );
    }

    /// <summary>Puts it on the board. Nobody publishes what they wrote; what a check refuses is published by nobody.</summary>
    public async Task<DeskResult<Guid>> PublishAsync(Actor actor, int entryId, Guid version, CancellationToken cancellation)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            // What is made ready beforehand may write down that the portal is a source of offers.
            if (!await AccountGate.AllowsAsync(context, actor, AccountRole.Reviewer, cancellation))
            {
                return new(DeskAnswer.NotAllowed);
            }
        }

        var seen = await publication.ReadAsync(entryId, cancellation);
        var verdict = seen is null ? null : await checks.OfAsync(seen.Form, seen.OfferId, cancellation);
        var found = seen is null || verdict is not { HasErrors: false } ? null : await publication.PrepareAsync(seen, verdict.Facts, cancellation);
        return await ChangeAsync(
            actor,
            entryId,
            version,
            "offer.publish",
            (entry, role) => MayReview(entry, actor, role),
            entry => entry.State == OfferEntryState.Published && entry.ReviewedById == actor.AccountId,
            async (context, entry, _, token) =>
            {
                if (entry.State != OfferEntryState.InReview || seen?.Version != entry.Version)
                {
                    return entry.State != OfferEntryState.InReview ? DeskAnswer.NotNow : DeskAnswer.Stale;
                }

                if (found is null)
                {
                    return DeskAnswer.HasFaults;
                }

                var offer = await publication.PutAsync(context, entry, verdict!.Facts, found, token);
                entry.Publish(actor.AccountId, offer.Id, verdict.Facts.Expires!.Value, Now);
                OfferEntryMail.Add(context, letters, entry, OfferEntryNews.Published, Now);
                return DeskAnswer.Done;
            },
            cancellation
        );
    }

    /// <summary>Gives it back with words on what to mend.</summary>
    public Task<DeskResult<Guid>> ReturnAsync(Actor actor, int entryId, Guid version, string? word, CancellationToken cancellation)
    {
        var said = TypedText.Clean(word, OfferEntry.WordMaxLength);
        return ChangeAsync(
            actor,
            entryId,
            version,
            "offer.return",
            (entry, role) => MayReview(entry, actor, role),
            entry => entry.State == OfferEntryState.Returned && entry.ReviewedById == actor.AccountId && entry.Word == said,
            (context, entry, _, _) =>
            {
                if (said is null || entry.State != OfferEntryState.InReview)
                {
                    return Task.FromResult(said is null ? DeskAnswer.Invalid : DeskAnswer.NotNow);
                }

                entry.Return(actor.AccountId, said, Now);
                OfferEntryMail.Add(context, letters, entry, OfferEntryNews.Returned, Now);
                return Task.FromResult(DeskAnswer.Done);
            },
            cancellation
        );
    }

    /// <summary>Refuses it with the reason; what is on the board is closed instead, or its new text given back.</summary>
    public Task<DeskResult<Guid>> RefuseAsync(Actor actor, int entryId, Guid version, string? reason, CancellationToken cancellation)
    {
        var said = TypedText.Clean(reason, OfferEntry.WordMaxLength);
        return ChangeAsync(
            actor,
            entryId,
            version,
            "offer.refuse",
            (entry, role) => MayReview(entry, actor, role),
            entry => entry.State == OfferEntryState.Refused && entry.ReviewedById == actor.AccountId && entry.Word == said,
            (context, entry, _, _) =>
            {
                if (said is null || entry.State is not (OfferEntryState.InReview or OfferEntryState.Returned) || entry.Live is not null)
                {
                    return Task.FromResult(said is null ? DeskAnswer.Invalid : DeskAnswer.NotNow);
                }

                entry.Refuse(actor.AccountId, said, Now);
                OfferEntryMail.Add(context, letters, entry, OfferEntryNews.Refused, Now);
                return Task.FromResult(DeskAnswer.Done);
            },
            cancellation
        );
    }

    /// <summary>Takes it off the board: whoever entered it, or a reviewer, with a word to whoever proposed it.</summary>
    public Task<DeskResult<Guid>> CloseAsync(Actor actor, int entryId, Guid version, string? word, CancellationToken cancellation) =>
        ChangeAsync(
            actor,
            entryId,
            version,
            "offer.withdraw",
            (entry, role) => MayWrite(entry, actor, role),
            entry => entry.State == OfferEntryState.Withdrawn,
            async (context, entry, _, token) =>
            {
                if (!CanClose(entry))
                {
                    return DeskAnswer.NotNow;
                }

                await publication.CloseAsync(context, entry, OfferClosing.ByHand, token);
                entry.Close(entry.EnteredById != actor.AccountId, TypedText.Clean(word, OfferEntry.WordMaxLength), Now);
                OfferEntryMail.Add(context, letters, entry, OfferEntryNews.Closed, Now);
                return DeskAnswer.Done;
            },
            cancellation
        );

    /// <summary>Keeps it on the board until another day, or brings it back as it was published. Its true age stays.</summary>
    public Task<DeskResult<Guid>> RenewAsync(Actor actor, int entryId, Guid version, string? lastDay, CancellationToken cancellation)
    {
        var (day, _) = OfferFormReader.ReadLastDay(lastDay?.Trim() ?? "", BelgianDay.Today(time));
        return ChangeAsync(
            actor,
            entryId,
            version,
            "offer.renew",
            (entry, role) => MayWrite(entry, actor, role) && (!entry.IsClosedByPortal || role >= AccountRole.Reviewer),
            entry => entry.State == OfferEntryState.Published && entry.LastDay == day,
            async (context, entry, role, token) =>
            {
                if (day is not { } last || entry.Live is null)
                {
                    return day is null ? DeskAnswer.Invalid : DeskAnswer.NotNow;
                }

                if (!await publication.RenewAsync(context, entry, last, role >= AccountRole.Reviewer, token))
                {
                    return DeskAnswer.NotNow;
                }

                entry.Renew(last, OfferProposals.Iso(last), Now);
                return DeskAnswer.Done;
            },
            cancellation
        );
    }

    /// <summary>A reviewer, of what somebody else entered and wrote.</summary>
    private static bool MayReview(OfferEntry entry, Actor actor, AccountRole role) =>
        role >= AccountRole.Reviewer && entry.EnteredById != actor.AccountId && entry.WrittenById != actor.AccountId;

    /// <summary>Whoever entered it, and whoever reviews.</summary>
    private static bool MayWrite(OfferEntry entry, Actor actor, AccountRole role) =>
        role >= AccountRole.Reviewer || entry.EnteredById == actor.AccountId;

    private static bool CanClose(OfferEntry entry) =>
        entry.State is OfferEntryState.InReview or OfferEntryState.Returned or OfferEntryState.Published;

    private static bool CanRenew(OfferEntry entry, AccountRole role) =>
        entry.Live is not null && entry.State != OfferEntryState.Refused && (!entry.IsClosedByPortal || role >= AccountRole.Reviewer);

    private Task<DeskResult<Guid>> ChangeAsync(
        Actor actor,
        int entryId,
        Guid version,
        string what,
        Func<OfferEntry, AccountRole, bool> may,
        Func<OfferEntry, bool> wasDone,
        Func<PortalDbContext, OfferEntry, AccountRole, CancellationToken, Task<DeskAnswer>> change,
        CancellationToken cancellation
    ) =>
        DeskWork.RunAsync<Guid>(
            contexts,
            async (context, token) =>
            {
                if (await AccountGate.RoleOfAsync(context, actor, token) is not { } role)
                {
                    return new(DeskAnswer.NotAllowed);
                }

                if (await context.OfferEntries.SingleOrDefaultAsync(e => e.Id == entryId, token) is not { } entry)
                {
                    return new(DeskAnswer.NotFound);
                }

                if (!may(entry, role))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                if (wasDone(entry))
                {
                    return new(DeskAnswer.DoneBefore, entry.Version);
                }

                if (entry.Version != version)
                {
                    return new(DeskAnswer.Stale);
                }

                var answer = await change(context, entry, role, token);
                if (answer != DeskAnswer.Done)
                {
                    return new(answer);
                }

                AuditTrail.Record(context, Now, actor.AccountId, what, ObjectKind, $"{entryId}");
                return new(answer, entry.Version);
            },
            cancellation
        );
}
