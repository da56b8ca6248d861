using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Accounts;

/// <summary>Mails that wait: laid in together with what they tell of, taken by one node at a time, and gone once they are sent.</summary>
public sealed class Outbox(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
{
    /// <summary>A mail that cannot be sent for so long goes: what it says no longer holds.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>So long a node has to send what it took; then another tries.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(5);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Lays a mail in; whoever calls saves.</summary>
    public static void Add(PortalDbContext context, DateTime nowUtc, string to, MailText mail)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(mail);
        context.Add(
            new OutgoingMail
            {
                To = to,
                Subject = mail.Subject.Length > OutgoingMail.SubjectMaxLength ? mail.Subject[..OutgoingMail.SubjectMaxLength] : mail.Subject,
                Text = mail.Text,
                Html = mail.Html,
                StopAddress = mail.StopAddress,
                SubscriptionId = mail.SubscriptionId,
                CreatedUtc = nowUtc,
                DueUtc = nowUtc,
            }
        );
    }

    /// <summary>
    /// The mail that has waited longest, for this node alone; null where none is due. Those of accounts come first: somebody waits for them.
    /// </summary>
    public async Task<OutgoingMail?> TakeAsync(CancellationToken cancellation)
    {
        var now = Now;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var mail = await context
            .OutgoingMails.AsNoTracking()
            .Where(m => m.DueUtc <= now && m.RefusedUtc == null)
            .OrderBy(m => m.SubscriptionId != null)
            .ThenBy(m => m.DueUtc)
            .ThenBy(m => m.Id)
            .FirstOrDefaultAsync(cancellation);
        if (mail is null)
        {
            return null;
        }

        var (due, until) = (mail.DueUtc, now + Turn);
        var taken = await context
            .OutgoingMails.Where(m => m.Id == mail.Id && m.DueUtc == due)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.DueUtc, until).SetProperty(x => x.Attempts, mail.Attempts + 1), cancellation);
        return taken == 0 ? null : mail;
    }

    public async Task SentAsync(int mailId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.OutgoingMails.Where(m => m.Id == mailId).ExecuteDeleteAsync(cancellation);
    }

    /// <summary>The address takes no mail: it is not tried again, and whoever had it sent finds that out.</summary>
    public async Task RefusedAsync(int mailId, CancellationToken cancellation)
    {
        var now = Now;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.OutgoingMails.Where(m => m.Id == mailId).ExecuteUpdateAsync(m => m.SetProperty(x => x.RefusedUtc, now), cancellation);
    }

    /// <summary>Lets a mail wait, twice as long each time.</summary>
    public async Task FailedAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(mail);
        var wait = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(mail.Attempts, 16)));
        var again = Now + (wait < LongestWait ? wait : LongestWait);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.OutgoingMails.Where(m => m.Id == mail.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.DueUtc, again), cancellation);
    }
}
