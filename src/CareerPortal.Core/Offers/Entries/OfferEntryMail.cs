using CareerPortal.Accounts;
using CareerPortal.Data;

namespace CareerPortal.Offers.Entries;

/// <summary>Writes to whoever proposed an offer, in the same transaction as what is told. Each mail has a link of its own; all of them hold.</summary>
internal static class OfferEntryMail
{
    public static void Add(PortalDbContext context, IOfferLetters letters, OfferEntry entry, OfferEntryNews news, DateTime now)
    {
        if (entry.ContactEmail is not { } address)
        {
            return;
        }

        var token = TicketToken.New();
        context.Add(new OfferEntryLink { Entry = entry, TokenHash = token.Hash() });
        Outbox.Add(
            context,
            now,
            address,
            letters.Of(new OfferLetter(news, entry.Language, entry.Form.Title, token, entry.Word, entry.OfferId, entry.LastDay))
        );
    }
}
