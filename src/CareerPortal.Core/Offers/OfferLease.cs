namespace CareerPortal.Offers;

/// <summary>Who may do a piece of work that only one node does at a time, and until when.</summary>
public sealed class OfferLease
{
    public const int NameMaxLength = 64;

    public required string Name { get; init; }

    public Guid? Holder { get; set; }

    public required DateTime UntilUtc { get; set; }
}
