namespace CareerPortal.Offers;

/// <summary>An offer as pages show it: its facts, what became of it, and who it comes from.</summary>
public sealed record ListedOffer
{
    public required long Id { get; init; }

    public required OfferFacts Facts { get; init; }

    public required OfferState State { get; init; }

    public OfferClosing? Closing { get; init; }

    public DateTime? ClosedUtc { get; init; }

    public required DateTime FirstSeenUtc { get; init; }

    public required DateTime LastSeenUtc { get; init; }

    /// <summary>How often its source took it away and brought it back, or dated it anew.</summary>
    public required int Returns { get; init; }

    public string? OccupationCode { get; init; }

    public OfferOccupationOrigin? OccupationOrigin { get; init; }

    /// <summary>The likeliest occupations, the likeliest first.</summary>
    public required IReadOnlyList<OfferOccupation> Occupations { get; init; }

    public long? SameAs { get; init; }

    public long? TogetherWith { get; init; }

    public required long Sequence { get; init; }

    public required string ExternalId { get; init; }

    public required string SourceKey { get; init; }

    public required OfferSourceKind SourceKind { get; init; }

    public required string SourceName { get; init; }

    public required string Licence { get; init; }

    public required string Attribution { get; init; }

    public string? SourceUrl { get; init; }

    public bool IsExample => SourceKind == OfferSourceKind.Example;

    /// <summary>Whether somebody can answer it on a day.</summary>
    public bool IsOpenOn(DateOnly day) => State == OfferState.Open && (Facts.Expires is not { } last || last >= day);
}
