using CareerPortal.Catalogue;
using CareerPortal.Data;

namespace CareerPortal.Offers.Entries;

/// <summary>The pairs of words of the catalogue as it is.</summary>
public sealed class TitleGenderShelf
{
    private readonly CatalogueShelf _shelf;
    private readonly PerContent<TitleGender> _gender;

    public TitleGenderShelf(CatalogueShelf shelf, ContentMark mark)
    {
        _shelf = shelf;
        _gender = new PerContent<TitleGender>(mark, ContentRealm.Catalogue, MakeAsync);
    }

    public Task<TitleGender> CurrentAsync(CancellationToken cancellation) => _gender.CurrentAsync(cancellation);

    private async Task<TitleGender> MakeAsync() => new((await _shelf.CurrentAsync(CancellationToken.None)).Occupations.Select(o => o.Facts));
}
