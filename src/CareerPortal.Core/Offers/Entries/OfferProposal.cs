namespace CareerPortal.Offers.Entries;

/// <summary>What an employer sees of the offer that they proposed, by the private link of a mail.</summary>
public sealed record OfferProposal
{
    public required OfferForm Form { get; init; }

    /// <summary>What readers see, or saw last.</summary>
    public OfferForm? Live { get; init; }

    public required OfferEntryState State { get; init; }

    public string? Word { get; init; }

    public required string ContactName { get; init; }

    public required string ContactEmail { get; init; }

    public long? OfferId { get; init; }

    /// <summary>Whether it is on the board now.</summary>
    public required bool IsOpen { get; init; }

    public DateOnly? LastDay { get; init; }

    /// <summary>Whether a button brings it back, or keeps it longer, without another review.</summary>
    public required bool CanRenew { get; init; }

    public required bool CanRevise { get; init; }

    public required DateTime CreatedUtc { get; init; }

    public required DateTime ChangedUtc { get; init; }

    public required Guid Version { get; init; }
}
