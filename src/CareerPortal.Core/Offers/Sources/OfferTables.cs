using System.Collections.Frozen;
using CareerPortal.Catalogue;

namespace CareerPortal.Offers.Sources;

/// <summary>What the catalogue knows that offers are read by: places, and the divisions of NACE by code and by name.</summary>
public sealed class OfferTables
{
    private readonly FrozenDictionary<string, string> _sectorByLabel;
    private readonly FrozenSet<string> _sectors;

    public OfferTables(BelgianPlaces places, IEnumerable<CatalogueTerm> terms)
    {
        Places = places;
        var divisions = terms.Where(t => t is { Kind: TermKind.Nace, Code.Length: 2 } && char.IsAsciiDigit(t.Code[0])).ToList();
        _sectors = divisions.Select(t => t.Code).ToFrozenSet(StringComparer.Ordinal);
        _sectorByLabel = divisions
            .GroupBy(t => OfferWords.Key(t.Label.Fr), StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.First().Code, StringComparer.Ordinal);
    }

    public BelgianPlaces Places { get; }

    /// <summary>A division by its code, as a source writes it: « 18 », « 1 » or « 18.1 ».</summary>
    public string? SectorCode(string code)
    {
        var digits = code.Trim().Split('.')[0];
        digits = digits.Length == 1 ? "0" + digits : digits;
        return _sectors.Contains(digits) ? digits : null;
    }

    public string? Sector(string label) => _sectorByLabel.GetValueOrDefault(OfferWords.Key(label));
}
