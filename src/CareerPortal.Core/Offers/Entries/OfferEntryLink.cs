namespace CareerPortal.Offers.Entries;

/// <summary>A private link to what an employer proposed, one for each mail. The store knows its hash alone; it holds as long as the entry is kept.</summary>
public sealed class OfferEntryLink
{
    public const int HashLength = 32;

    public int Id { get; private set; }

    public required OfferEntry Entry { get; init; }

    public int EntryId { get; private set; }

    public required byte[] TokenHash { get; init; }
}
