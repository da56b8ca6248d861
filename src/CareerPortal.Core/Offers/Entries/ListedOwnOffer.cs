namespace CareerPortal.Offers.Entries;

/// <summary>An open offer that was written here, for whoever lists pages.</summary>
public sealed record ListedOwnOffer(long Id, string Title, DateTime? PublishedUtc);
