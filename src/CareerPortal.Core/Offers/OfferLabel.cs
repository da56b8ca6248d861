namespace CareerPortal.Offers;

/// <summary>A label of a source that no table knows: counted and shown, so that it can be given a code.</summary>
public sealed class OfferLabel
{
    public int Id { get; private set; }

    public required string Source { get; init; }

    /// <summary>The field it stands in, by the source's name of it.</summary>
    public required string Field { get; init; }

    public required string Label { get; init; }

    /// <summary>How many offers of the last whole reading had it.</summary>
    public int Count { get; set; }

    public required DateTime LastSeenUtc { get; set; }
}
