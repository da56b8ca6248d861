namespace CareerPortal.Offers.Sources;

/// <summary>The occupation found for an offer, and the likeliest ones, the likeliest first, at most three.</summary>
public sealed record FoundOccupations(string? Code, OfferOccupationOrigin? Origin, IReadOnlyList<OfferOccupation> Likeliest)
{
    public static FoundOccupations None { get; } = new(null, null, []);
}
