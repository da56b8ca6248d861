using CareerPortal.Accounts;

namespace CareerPortal.Offers.Entries;

/// <summary>What a mail to an employer is written from.</summary>
/// <param name="News">What it tells.</param>
/// <param name="Language">The language it is written in.</param>
/// <param name="Title">The title of the offer.</param>
/// <param name="Link">The private link to it.</param>
/// <param name="Word">The reviewer's words.</param>
/// <param name="OfferId">The offer on the board.</param>
/// <param name="LastDay">Its last day.</param>
public sealed record OfferLetter(
    OfferEntryNews News,
    string Language,
    string Title,
    TicketToken Link,
    string? Word = null,
    long? OfferId = null,
    DateOnly? LastDay = null
);
