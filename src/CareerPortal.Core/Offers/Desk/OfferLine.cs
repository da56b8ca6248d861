namespace CareerPortal.Offers.Desk;

/// <summary>An offer in a list of the workspace.</summary>
public sealed record OfferLine(long Id, string Title, string? Employer, string Source, DateOnly Published, OfferState State, string? OccupationCode);
