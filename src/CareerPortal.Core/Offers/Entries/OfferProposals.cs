using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Entries;

/// <summary>
/// Offers that employers propose without an account: nothing is reviewed before the address is confirmed, and the private link of each mail lets its
/// reader see, mend, renew, close and erase what was proposed.
/// </summary>
public sealed class OfferProposals(
    IDbContextFactory<PortalDbContext> contexts,
    OfferChecks checks,
    OfferPublication publication,
    IOfferLetters letters,
    TimeProvider time
)
{
    /// <summary>So many proposals of one address wait for its confirmation: more would only fill somebody's mail box.</summary>
    public const int MostUnconfirmed = 5;

    internal const string ObjectKind = "offerEntry";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>
    /// Takes a proposal in and asks for the address to be confirmed. Has faults where a check refuses it, is invalid without a name and an address, and
    /// does not come at its time where too many wait at that address.
    /// </summary>
    public async Task<DeskResult<int>> ProposeAsync(
        Guid formKey,
        OfferForm form,
        string? name,
        string? email,
        string language,
        CancellationToken cancellation
    )
    {
        if (
            TypedText.Clean(name, OfferEntry.NameMaxLength) is not { } contact
            || EmailText.ReadPublic(email)?.ToLowerInvariant() is not { Length: <= OfferEntry.EmailMaxLength } address
        )
        {
            return new(DeskAnswer.Invalid);
        }

        var clean = OfferFormText.Clean(form);
        var key = SentForm.KeyOf(formKey, clean, address);
        if ((await checks.OfAsync(clean, null, cancellation)).HasErrors)
        {
            return new(DeskAnswer.HasFaults);
        }

        return await DeskWork.RunAsync<int>(
            contexts,
            async (context, token) =>
            {
                if (await context.OfferEntries.Where(e => e.FormKey == key).Select(e => e.Id).FirstOrDefaultAsync(token) is > 0 and var before)
                {
                    return new(DeskAnswer.DoneBefore, before);
                }

                var waiting = await context.OfferEntries.CountAsync(e => e.ContactEmail == address && e.State == OfferEntryState.Unconfirmed, token);
                if (waiting >= MostUnconfirmed)
                {
                    return new(DeskAnswer.NotNow);
                }

                var entry = OfferEntry.Proposed(key, clean, contact, address, language, Now);
                context.Add(entry);
                OfferEntryMail.Add(context, letters, entry, OfferEntryNews.Confirm, Now);
                await context.SaveChangesAsync(token);
                return new(DeskAnswer.Done, entry.Id);
            },
            cancellation
        );
    }

    /// <summary>What a private link leads to; null where there is nothing any more. Nothing changes by looking.</summary>
    public async Task<OfferProposal?> FindAsync(TicketToken link, CancellationToken cancellation)
    {
        var hash = link.Hash();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var entry = await context
            .OfferEntryLinks.AsNoTracking()
            .Where(l => l.TokenHash == hash)
            .Select(l => l.Entry)
            .FirstOrDefaultAsync(cancellation);
        return entry is null ? null : Of(entry, await IsOpenAsync(context, entry, cancellation));
    }

    /// <summary>The address is confirmed: the offer waits for review from now on.</summary>
    public Task<DeskResult<Guid>> ConfirmAsync(TicketToken link, CancellationToken cancellation) =>
        ChangeAsync(
            link,
            null,
            "offer.propose",
            e => e.State != OfferEntryState.Unconfirmed,
            (_, entry, _) =>
            {
                entry.Confirm(Now);
                return Task.FromResult(DeskAnswer.Done);
            },
            cancellation
        );

    /// <summary>Another text; it waits for review, and what is on the board stays as it is until then.</summary>
    public async Task<DeskResult<Guid>> ReviseAsync(TicketToken link, Guid version, OfferForm form, CancellationToken cancellation)
    {
        var clean = OfferFormText.Clean(form);
        var own = (await FindAsync(link, cancellation))?.OfferId;
        var verdict = await checks.OfAsync(clean, own, cancellation);
        return await ChangeAsync(
            link,
            version,
            "offer.rewrite",
            e => e.State is OfferEntryState.InReview or OfferEntryState.Unconfirmed && e.Form.DifferencesTo(clean).Count == 0,
            (_, entry, _) =>
            {
                if (verdict.HasErrors || !entry.CanRevise)
                {
                    return Task.FromResult(verdict.HasErrors ? DeskAnswer.HasFaults : DeskAnswer.NotNow);
                }

                entry.Revise(clean, null, Now);
                return Task.FromResult(DeskAnswer.Done);
            },
            cancellation
        );
    }

    /// <summary>Keeps it on the board until another day, or brings it back as it was published.</summary>
    public Task<DeskResult<Guid>> RenewAsync(TicketToken link, Guid version, string? lastDay, CancellationToken cancellation)
    {
        var (day, _) = OfferFormReader.ReadLastDay(lastDay?.Trim() ?? "", BelgianDay.Today(time));
        return ChangeAsync(
            link,
            version,
            "offer.renew",
            e => e.State == OfferEntryState.Published && e.LastDay == day,
            async (context, entry, token) =>
            {
                if (day is not { } last || !CanRenew(entry))
                {
                    return day is null ? DeskAnswer.Invalid : DeskAnswer.NotNow;
                }

                if (!await publication.RenewAsync(context, entry, last, byReviewer: false, token))
                {
                    return DeskAnswer.NotNow;
                }

                entry.Renew(last, Iso(last), Now);
                return DeskAnswer.Done;
            },
            cancellation
        );
    }

    /// <summary>Takes it off the board.</summary>
    public Task<DeskResult<Guid>> CloseAsync(TicketToken link, Guid version, CancellationToken cancellation) =>
        ChangeAsync(
            link,
            version,
            "offer.withdraw",
            e => e.State == OfferEntryState.Withdrawn,
            async (context, entry, token) =>
            {
                if (entry.State is OfferEntryState.Refused or OfferEntryState.Unconfirmed)
                {
                    return DeskAnswer.NotNow;
                }

                await publication.CloseAsync(context, entry, OfferClosing.ByHand, token);
                entry.Close(byPortal: false, null, Now);
                return DeskAnswer.Done;
            },
            cancellation
        );

    /// <summary>
    /// Takes it off the board and deletes all that was kept of it and of who proposed it. The closed offer keeps its address, as all do, and of what it
    /// said no more than leads on from there.
    /// </summary>
    public Task<DeskResult<Guid>> EraseAsync(TicketToken link, CancellationToken cancellation) =>
        ChangeAsync(
            link,
            null,
            "offer.erase",
            _ => false,
            async (context, entry, token) =>
            {
                await publication.ForgetAsync(context, entry, token);
                context.RemoveRange(await context.OfferEntryLinks.Where(l => l.EntryId == entry.Id).ToListAsync(token));
                context.Remove(entry);
                return DeskAnswer.Done;
            },
            cancellation
        );

    internal static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static bool CanRenew(OfferEntry entry) => entry.Live is not null && entry.State != OfferEntryState.Refused && !entry.IsClosedByPortal;

    private Task<DeskResult<Guid>> ChangeAsync(
        TicketToken link,
        Guid? version,
        string what,
        Func<OfferEntry, bool> wasDone,
        Func<PortalDbContext, OfferEntry, CancellationToken, Task<DeskAnswer>> change,
        CancellationToken cancellation
    )
    {
        var hash = link.Hash();
        return DeskWork.RunAsync<Guid>(
            contexts,
            async (context, token) =>
            {
                var entry = await context.OfferEntryLinks.Where(l => l.TokenHash == hash).Select(l => l.Entry).FirstOrDefaultAsync(token);
                if (entry is null)
                {
                    return new(DeskAnswer.NotFound);
                }

                if (wasDone(entry))
                {
                    return new(DeskAnswer.DoneBefore, entry.Version);
                }

                if (version is { } seen && seen != entry.Version)
                {
                    return new(DeskAnswer.Stale);
                }

                var answer = await change(context, entry, token);
                if (answer != DeskAnswer.Done)
                {
                    return new(answer);
                }

                AuditTrail.Record(context, Now, null, what, ObjectKind, $"{entry.Id}");
                return new(answer, entry.Version);
            },
            cancellation
        );
    }

    private async Task<bool> IsOpenAsync(PortalDbContext context, OfferEntry entry, CancellationToken cancellation)
    {
        var today = BelgianDay.Today(time);
        return entry.OfferId is { } id
            && await context.JobOffers.AnyAsync(
                o => o.Id == id && o.State == OfferState.Open && (o.Expires == null || o.Expires >= today),
                cancellation
            );
    }

    private static OfferProposal Of(OfferEntry entry, bool isOpen) =>
        new()
        {
            Form = entry.Form,
            Live = entry.Live,
            State = entry.State,
            Word = entry.Word,
            ContactName = entry.ContactName ?? "",
            ContactEmail = entry.ContactEmail ?? "",
            OfferId = entry.OfferId,
            IsOpen = isOpen,
            LastDay = entry.LastDay,
            CanRenew = CanRenew(entry),
            CanRevise = entry.CanRevise,
            CreatedUtc = entry.CreatedUtc,
            ChangedUtc = entry.ChangedUtc,
            Version = entry.Version,
        };
}
