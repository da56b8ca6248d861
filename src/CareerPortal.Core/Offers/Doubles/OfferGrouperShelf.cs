using CareerPortal.Catalogue;
using CareerPortal.Data;

namespace CareerPortal.Offers.Doubles;

/// <summary>What groups offers, with the names of occupations of the catalogue as it is.</summary>
public sealed class OfferGrouperShelf
{
    private readonly CatalogueShelf _shelf;
    private readonly PerContent<OfferGrouper> _grouper;

    public OfferGrouperShelf(CatalogueShelf shelf, ContentMark mark)
    {
        _shelf = shelf;
        _grouper = new PerContent<OfferGrouper>(mark, ContentRealm.Catalogue, MakeAsync);
    }

    public Task<OfferGrouper> CurrentAsync(CancellationToken cancellation) => _grouper.CurrentAsync(cancellation);

    private async Task<OfferGrouper> MakeAsync()
    {
        var view = await _shelf.CurrentAsync(CancellationToken.None);
        return OfferGrouper.Of(view.Occupations.Select(o => o.Facts));
    }
}
