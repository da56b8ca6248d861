namespace CareerPortal.Offers;

/// <summary>One page of what somebody has to take over to know the open offers, and the cursor to go on from.</summary>
/// <param name="IsSnapshot">Whether it is of all that are open, and not of what changed.</param>
/// <param name="Offers">Offers that are open, and to be taken over.</param>
/// <param name="Removed">Offers that are not open any more, with when they were closed.</param>
/// <param name="HasMore">Whether there is more to be asked for at once.</param>
/// <param name="Cursor">What to ask with the next time.</param>
public sealed record OfferChanges(
    bool IsSnapshot,
    IReadOnlyList<ListedOffer> Offers,
    IReadOnlyList<ListedOffer> Removed,
    bool HasMore,
    OfferCursor Cursor
);
