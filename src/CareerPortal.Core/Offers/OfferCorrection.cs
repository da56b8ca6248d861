namespace CareerPortal.Offers;

/// <summary>What somebody of the portal said an offer's occupation is: the next ones with such a title learn from it.</summary>
public sealed class OfferCorrection
{
    public int Id { get; private set; }

    public required string Title { get; init; }

    /// <summary>The occupation by its code in ROME 4.0.</summary>
    public required string OccupationCode { get; init; }

    public required Guid ById { get; init; }

    public required DateTime AtUtc { get; init; }
}
