namespace CareerPortal.Offers.Entries;

/// <summary>What a form says, as far as it can be read, and what is wrong with it, in the order of its fields.</summary>
public sealed record OfferVerdict(OfferFacts Facts, IReadOnlyList<OfferFault> Faults)
{
    public bool HasErrors => Faults.Any(f => f.IsError);
}
