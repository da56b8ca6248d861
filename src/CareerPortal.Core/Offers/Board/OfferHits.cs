namespace CareerPortal.Offers.Board;

/// <summary>What the board answers: a page of offers, how many there are in all, and how many there would be.</summary>
public sealed record OfferHits
{
    /// <summary>Offers by number, in the order asked for; offers that are one post seen again are there once, by the first of them.</summary>
    public required IReadOnlyList<OfferHit> Page { get; init; }

    public required int Total { get; init; }

    /// <summary>For each facet the values that there are with their counts, regardless of its own filter; the most frequent first.</summary>
    public required IReadOnlyDictionary<OfferFacet, IReadOnlyList<FacetCount>> Facets { get; init; }

    /// <summary>How many there are within each wider distance, where a place was given and is known.</summary>
    public IReadOnlyList<(int Kilometres, int Count)> Wider { get; init; } = [];

    /// <summary>Whether the place that was typed is known; null where none was.</summary>
    public bool? IsPlaceKnown { get; init; }

    /// <summary>The place as it was understood.</summary>
    public string? PlaceName { get; init; }

    /// <summary>What may have been meant, where words found nothing or little.</summary>
    public string? Correction { get; init; }

    /// <summary>Hardly anything had enough of the words: what has fewer of them, or is of the same family, was taken too, behind it.</summary>
    public bool IsLoose { get; init; }

    /// <summary>Where nothing was found: each filter that was set, and how many there are without it.</summary>
    public IReadOnlyList<RelaxedFilter> Relaxed { get; init; } = [];

    /// <summary>The highest number among all offers found, where what has arrived was asked for; 0 where there is none.</summary>
    public long LastArrived { get; init; }

    /// <summary>How many posts beside <see cref="Total"/>, or among it where the veil is lifted, the reader has hidden.</summary>
    public int Veiled { get; init; }

    /// <summary>The last change that the board knows.</summary>
    public required long Sequence { get; init; }
}
