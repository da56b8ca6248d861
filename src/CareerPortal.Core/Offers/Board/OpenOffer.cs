namespace CareerPortal.Offers.Board;

/// <summary>An open offer as the board takes it in: its facts, the occupation found for it, and the change that made it so.</summary>
public sealed record OpenOffer
{
    public required long Id { get; init; }

    public required OfferFacts Facts { get; init; }

    /// <summary>Its occupation in ROME 4.0, and the group of that in ROME 3; null where nothing speaks for any.</summary>
    public string? OccupationCode { get; init; }

    public string? FamilyCode { get; init; }

    public bool IsExample { get; init; }

    public long? SameAs { get; init; }

    public long? TogetherWith { get; init; }

    public required long Sequence { get; init; }
}
