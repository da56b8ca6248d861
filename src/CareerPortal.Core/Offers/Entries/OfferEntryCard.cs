namespace CareerPortal.Offers.Entries;

/// <summary>An offer that somebody wrote here, as the workspace shows it to somebody.</summary>
public sealed record OfferEntryCard
{
    public required OfferEntry Entry { get; init; }

    public required OfferVerdict Verdict { get; init; }

    /// <summary>Whom the portal writes to; only for those who review.</summary>
    public string? ContactName { get; init; }

    public string? ContactEmail { get; init; }

    /// <summary>The names of the accounts that had a hand in it.</summary>
    public string? EnteredBy { get; init; }

    public string? WrittenBy { get; init; }

    public string? ReviewedBy { get; init; }

    /// <summary>Whether the offer is on the board now.</summary>
    public required bool IsOpen { get; init; }

    public required bool MayReview { get; init; }

    public required bool MayRevise { get; init; }

    public required bool MayClose { get; init; }

    public required bool MayRenew { get; init; }
}
