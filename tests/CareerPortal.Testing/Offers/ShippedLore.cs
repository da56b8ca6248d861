using CareerPortal.Catalogue;
using CareerPortal.Exchange;
using CareerPortal.Offers.Board;
using CareerPortal.Search;

namespace CareerPortal.Testing.Offers;

/// <summary>What a board knows besides offers, without a store.</summary>
public static class ShippedLore
{
    /// <summary>What the portal ships with.</summary>
    public static OfferLore Of(PortalWords words)
    {
        var meanings = ExchangeFolder
            .FirstContent.Read()
            .SearchMeanings.Select(m => new SearchMeaning
            {
                Code = m.Code,
                Language = m.Language,
                Said = [.. m.Said],
                Means = [.. m.Means ?? []],
            });
        var edition = CataloguePack.ReadShipped();
        return new OfferLore(
            words,
            edition.Occupations.Select(o => KeyValuePair.Create(o.Code, o.Facts)),
            edition.Municipalities.Select(m => new Municipality
            {
                Nis = m.Nis,
                French = m.French,
                Dutch = m.Dutch,
                Province = m.Province,
                Region = m.Region,
                Postcode = m.Postcode,
                Aliases = [.. m.Aliases],
            }),
            edition.Localities.Select(l => new Locality
            {
                Postcode = l.Postcode,
                Name = l.Name,
                Longitude = l.Longitude,
                Latitude = l.Latitude,
                Nis = l.Nis,
            }),
            meanings
        );
    }
}
