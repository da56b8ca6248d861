using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>Mails that tell somebody that something waits for them, where they asked for it; in the same transaction as what they tell of.</summary>
internal static class DeskMail
{
    private const int MostReaders = 200;

    public static async Task TellAsync(
        PortalDbContext context,
        IDeskWords? words,
        IQueryable<Account> readers,
        DeskNews news,
        Guide guide,
        DateTime nowUtc,
        CancellationToken cancellation
    )
    {
        if (words is null)
        {
            return;
        }

        var addresses = await readers
            .Where(a => a.State == AccountState.Active && a.WantsMail && a.Email != null)
            .OrderBy(a => a.Id)
            .Take(MostReaders)
            .Select(a => a.Email!)
            .ToListAsync(cancellation);
        if (addresses.Count == 0)
        {
            return;
        }

        var name = await GuideNames.OfAsync(context, guide.OccupationId, guide.Language, guide.Slug, cancellation);
        var (subject, text) = words.Of(news, guide.Id, name.Heading);
        foreach (var address in addresses)
        {
            context.Add(
                new OutgoingMail
                {
                    To = address,
                    Subject = subject.Length > OutgoingMail.SubjectMaxLength ? subject[..OutgoingMail.SubjectMaxLength] : subject,
                    Text = text,
                    CreatedUtc = nowUtc,
                    DueUtc = nowUtc,
                }
            );
        }
    }
}
