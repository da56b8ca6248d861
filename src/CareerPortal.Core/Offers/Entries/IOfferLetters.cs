using CareerPortal.Accounts;

namespace CareerPortal.Offers.Entries;

/// <summary>The words of mails to employers, which the host has: texts for people stand in no code.</summary>
public interface IOfferLetters
{
    MailText Of(OfferLetter letter);
}
