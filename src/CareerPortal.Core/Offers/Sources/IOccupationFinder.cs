namespace CareerPortal.Offers.Sources;

/// <summary>Finds which occupation an offer is about; registered, it is asked by <see cref="OfferWriter"/> of each offer that is new or changed.</summary>
public interface IOccupationFinder
{
    /// <summary>Called once a batch, before the store is locked.</summary>
    Task<IReadOnlyList<FoundOccupations>> FindAsync(IReadOnlyList<OfferFacts> offers, CancellationToken cancellation);
}
