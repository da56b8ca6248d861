namespace CareerPortal.Offers.Classifying;

/// <summary>What an offer is about, as far as its title and code tell.</summary>
public sealed record OfferClassification
{
    /// <summary>The likeliest occupations of ROME 4.0, the likeliest first, at most three; empty only where a title has no letter and no code.</summary>
    public required IReadOnlyList<OfferOccupation> Occupations { get; init; }

    /// <summary>How the first of them was found; null where there is none.</summary>
    public OfferOccupationOrigin? Origin { get; init; }

    /// <summary>The family (ROME 3) of the first; null where there is none.</summary>
    public string? Family { get; init; }

    /// <summary>A code was given of which the catalogue knows no family: it counted as none.</summary>
    public bool IsCodeUnknown { get; init; }
}
