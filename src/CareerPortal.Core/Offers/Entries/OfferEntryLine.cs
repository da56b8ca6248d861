namespace CareerPortal.Offers.Entries;

/// <summary>An offer that somebody wrote here, in the list of the workspace.</summary>
public sealed record OfferEntryLine(
    int Id,
    string Title,
    string Employer,
    OfferEntryState State,
    bool IsProposed,
    bool WasPublished,
    DateTime ChangedUtc,
    DateOnly? LastDay
);
