namespace CareerPortal.Offers.Board;

/// <summary>An offer found, with what the list says of it beyond its facts.</summary>
/// <param name="Id">The offer.</param>
/// <param name="Kilometres">How far its nearest place is from the one asked for, as the crow flies; null where none was.</param>
/// <param name="Others">Other offers that are the same post.</param>
public sealed record OfferHit(long Id, double? Kilometres, IReadOnlyList<long> Others)
{
    /// <summary>Whether the reader has hidden it, and the veil is lifted.</summary>
    public bool IsVeiled { get; init; }
}
