using CareerPortal.Data;

namespace CareerPortal.Offers;

/// <summary>
/// An offer of a source, as it was last seen there. Rows are never taken over by another offer: an address goes on leading to what it led to.
/// </summary>
[InRealm(ContentRealm.Offers)]
public sealed class JobOffer
{
    public const int ExternalIdMaxLength = 200;
    public const int ReferenceMaxLength = 200;
    public const int HashLength = 64;

    /// <summary>The number in its address.</summary>
    public long Id { get; private set; }

    /// <summary>The source by its key.</summary>
    public required string Source { get; init; }

    /// <summary>What the source calls it by; unique within the source.</summary>
    public required string ExternalId { get; init; }

    public required OfferFacts Facts { get; set; }

    /// <summary>Of the facts, so that what did not change is not written.</summary>
    public required string Hash { get; set; }

    public string? Reference { get; set; }

    public OfferState State { get; set; }

    public OfferClosing? Closing { get; set; }

    public DateTime? ClosedUtc { get; set; }

    public required DateTime FirstSeenUtc { get; init; }

    /// <summary>The source has shown it until then at least; not written more often than once a day.</summary>
    public required DateTime LastSeenUtc { get; set; }

    public required DateOnly Published { get; set; }

    public DateOnly? Expires { get; set; }

    /// <summary>How often the source took it away and brought it back, or dated it anew.</summary>
    public int Returns { get; set; }

    /// <summary>The occupation that it is about, by its code in ROME 4.0; null where nothing speaks for any.</summary>
    public string? OccupationCode { get; set; }

    public OfferOccupationOrigin? OccupationOrigin { get; set; }

    /// <summary>The likeliest occupations, the likeliest first, at most three.</summary>
    public IReadOnlyList<OfferOccupation> Occupations { get; set; } = [];

    /// <summary>How sure <see cref="OccupationCode"/> is (0 to 1); null where there is none.</summary>
    public double? Sureness { get; set; }

    /// <summary>The first of the offers that are this same post seen again; null where there is no other.</summary>
    public long? SameAs { get; set; }

    /// <summary>The first of the offers that are this text for other towns; null where there is no other.</summary>
    public long? TogetherWith { get; set; }

    /// <summary>The place of its last change among all changes of offers: see <see cref="OfferCounter"/>.</summary>
    public long Sequence { get; set; }

    public Guid Version { get; private set; } = Guid.CreateVersion7();

    /// <summary>Takes it off the board.</summary>
    public void Close(OfferClosing why, DateTime nowUtc)
    {
        (State, Closing, ClosedUtc) = (OfferState.Closed, why, nowUtc);
        Touch();
    }

    /// <summary>Puts it on the board again.</summary>
    public void Reopen()
    {
        (State, Closing, ClosedUtc) = (OfferState.Open, null, null);
        Returns++;
        Touch();
    }

    /// <summary>Whoever holds an older state of it finds that it changed.</summary>
    public void Touch() => Version = Guid.CreateVersion7();
}
