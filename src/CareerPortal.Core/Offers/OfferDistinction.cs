namespace CareerPortal.Offers;

/// <summary>Two offers of which somebody said that they are not the same post, the one with the lower number first.</summary>
public sealed class OfferDistinction
{
    public required long FirstId { get; init; }

    public required long SecondId { get; init; }

    public required Guid ById { get; init; }

    public required DateTime AtUtc { get; init; }
}
