namespace CareerPortal.Offers;

/// <summary>What a reader finds wrong with an offer: kept without anything that tells who, until it is settled and for a while after.</summary>
public sealed class OfferReport
{
    public const int WordsMaxLength = 1000;

    public int Id { get; private set; }

    public required long OfferId { get; init; }

    public required OfferReportReason Reason { get; init; }

    public string? Words { get; init; }

    public required DateTime SentUtc { get; init; }

    public DateTime? SettledUtc { get; private set; }

    public Guid? SettledById { get; private set; }

    /// <summary>Whether the offer was taken off the board for it; null until it is settled.</summary>
    public bool? WasClosed { get; private set; }

    /// <summary>Somebody of the portal has looked at it.</summary>
    public void Settle(Guid by, bool wasClosed, DateTime nowUtc) => (SettledById, WasClosed, SettledUtc) = (by, wasClosed, nowUtc);
}

/// <summary>Why an offer is reported.</summary>
public enum OfferReportReason
{
    AsksForPayment,
    AsksForBankOrIdentity,
    Discriminates,
    Expired,
    Duplicate,
    Other,
}
