using System.Collections.Frozen;
using CareerPortal.Catalogue;

namespace CareerPortal.Offers.Sources;

/// <summary>Finds the municipality, province and region that a source's words for a place mean.</summary>
public sealed class BelgianPlaces
{
    private const string Wallonia = "BE3";
    private const string Brussels = "BE1";
    private const string Flanders = "BE2";

    private static readonly FrozenDictionary<string, string?> ProvinceOfNuts = new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["BE10"] = null,
        ["BE21"] = "Anvers",
        ["BE22"] = "Limbourg",
        ["BE23"] = "Flandre orientale",
        ["BE24"] = "Brabant flamand",
        ["BE25"] = "Flandre occidentale",
        ["BE31"] = "Brabant wallon",
        ["BE32"] = "Hainaut",
        ["BE33"] = "Liège",
        ["BE34"] = "Luxembourg",
        ["BE35"] = "Namur",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> NutsOfRegion = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["region wallonne"] = Wallonia,
        ["wallonie"] = Wallonia,
        ["region de bruxelles capitale"] = Brussels,
        ["bruxelles capitale"] = Brussels,
        ["region bruxelloise"] = Brussels,
        ["region flamande"] = Flanders,
        ["flandre"] = Flanders,
        ["flandres"] = Flanders,
        ["vlaanderen"] = Flanders,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> NutsOfProvince = ProvinceOfNuts
        .Where(p => p.Value is not null)
        .ToFrozenDictionary(p => OfferWords.Key(p.Value!), p => p.Key, StringComparer.Ordinal);

    private readonly Dictionary<string, Municipality> _byNis;
    private readonly Dictionary<string, Municipality> _byName = new(StringComparer.Ordinal);
    private readonly ILookup<string, Locality> _byPostcode;
    private readonly ILookup<string, Locality> _byLocality;
    private readonly ILookup<string, Locality> _ofMunicipality;

    public BelgianPlaces(IReadOnlyList<Municipality> municipalities, IReadOnlyList<Locality> localities)
    {
        _byNis = municipalities.ToDictionary(m => m.Nis, StringComparer.Ordinal);
        foreach (var municipality in municipalities)
        {
            _byName.TryAdd(OfferWords.Key(municipality.French), municipality);
            _byName.TryAdd(OfferWords.Key(municipality.Dutch), municipality);
        }

        // A former name never hides a municipality's own.
        foreach (var municipality in municipalities)
        {
            foreach (var alias in municipality.Aliases)
            {
                _byName.TryAdd(OfferWords.Key(alias), municipality);
            }
        }

        _byPostcode = localities.ToLookup(l => l.Postcode, StringComparer.Ordinal);
        _byLocality = localities.ToLookup(l => OfferWords.Key(l.Name), StringComparer.Ordinal);
        _ofMunicipality = localities.Where(l => l.Nis is not null).ToLookup(l => l.Nis!, StringComparer.Ordinal);
    }

    public bool IsEmpty => _byNis.Count == 0;

    /// <summary>
    /// The places of a record. Localities, postcodes and points run side by side where there are as many; codes of NUTS and names of regions are of
    /// all of them together, and tell the province of those that nothing else tells of.
    /// </summary>
    public IReadOnlyList<OfferPlace> Of(RawOffer raw)
    {
        var areas = AreasOf(raw);
        var count = Math.Min(Math.Max(raw.Localities.Count, raw.Postcodes.Count), OfferFacts.MostValues);
        if (count == 0)
        {
            return [.. areas.Take(OfferFacts.MostValues).Select(a => a.Place)];
        }

        var only =
            areas.Where(a => a.Place.Province is not null).ToList() is [var one] ? one.Place
            : areas.Where(a => a.Place.Region is not null).ToList() is [var region] ? region.Place
            : null;
        var isParallel = raw.Localities.Count == raw.Postcodes.Count || raw.Localities.Count == 0 || raw.Postcodes.Count == 0;
        var places = new List<OfferPlace>(count);
        for (var at = 0; at < count; at++)
        {
            var name = at < raw.Localities.Count ? OfferText.Line(raw.Localities[at], OfferFacts.LabelMaxLength) : "";
            var postcode = isParallel && at < raw.Postcodes.Count ? PostcodeIn(raw.Postcodes[at]) : null;
            var point = raw.Points.Count == count ? raw.Points[at] : default;
            if (name.Length == 0 && postcode is null && OfferText.Line(raw.Postcodes.ElementAtOrDefault(at) ?? "", 20) is var code)
            {
                if (code.Length == 0)
                {
                    continue;
                }

                name = code;
            }

            var place = Resolve(name, postcode, point);
            places.Add(place.Region is null && only is not null ? place with { Province = only.Province, Region = only.Region } : place);
        }

        return places;
    }

    private OfferPlace Resolve(string name, string? postcode, (double Latitude, double Longitude) point)
    {
        var key = OfferWords.Key(name);
        if (PlaceOfArea(key, name) is { } area)
        {
            return area;
        }

        var here = postcode is null ? [] : _byPostcode[postcode].ToList();
        var locality = here.FirstOrDefault(l => OfferWords.Key(l.Name) == key);
        var municipality =
            Find(locality?.Nis)
            ?? (_byName.TryGetValue(key, out var named) && (postcode is null || here.Count == 0 || here.Any(l => l.Nis == named.Nis)) ? named : null)
            ?? Find(here.Select(l => l.Nis).FirstOrDefault(nis => nis is not null));
        if (municipality is null && _byLocality[key].ToList() is [var single])
        {
            (locality, municipality) = (single, Find(single.Nis));
        }

        if (locality is null && municipality is not null)
        {
            var own = _ofMunicipality[municipality.Nis];
            locality = own.FirstOrDefault(l => OfferWords.Key(l.Name) == OfferWords.Key(municipality.French)) ?? own.FirstOrDefault();
        }

        locality ??= here.FirstOrDefault();
        var isPoint = point.Latitude is > 30 and < 72 && point.Longitude is > -25 and < 45 && point != default;
        return new OfferPlace
        {
            Label = name.Length > 0 ? name : municipality?.French ?? postcode ?? "",
            Postcode = postcode ?? (locality is not null && OfferWords.Key(locality.Name) == key ? locality.Postcode : null),
            Nis = municipality?.Nis,
            Municipality = municipality?.French,
            Province = municipality is null ? null : ProvinceOf(municipality),
            Region = municipality is null ? RegionOfPostcode(postcode) : RegionOf(municipality),
            Latitude = isPoint ? point.Latitude : locality?.Latitude,
            Longitude = isPoint ? point.Longitude : locality?.Longitude,
        };
    }

    /// <summary>An arrondissement, a province, a region or the country: no municipality, but where it lies.</summary>
    private OfferPlace? PlaceOfArea(string key, string label)
    {
        if (key is "belgique" or "belgie" or "belgium")
        {
            return new OfferPlace { Label = label };
        }

        foreach (var start in (string[])["arrondissement de ", "arrondissement d ", "arrondissement du "])
        {
            if (key.StartsWith(start, StringComparison.Ordinal))
            {
                return _byName.TryGetValue(key[start.Length..], out var seat)
                    ? new OfferPlace
                    {
                        Label = label,
                        Province = ProvinceOf(seat),
                        Region = RegionOf(seat),
                    }
                    : new OfferPlace { Label = label };
            }
        }

        return NutsOf(key) is { } nuts ? PlaceOf(nuts, label) : null;
    }

    private static string? NutsOf(string key)
    {
        if (NutsOfRegion.TryGetValue(key, out var region))
        {
            return region;
        }

        foreach (var start in (string[])["province de ", "province du ", "province d ", "province "])
        {
            if (key.StartsWith(start, StringComparison.Ordinal))
            {
                var name = key[start.Length..];
                return NutsOfProvince.GetValueOrDefault(name.StartsWith("la ", StringComparison.Ordinal) ? name[3..] : name);
            }
        }

        return null;
    }

    /// <summary>The narrowest areas that a record names, each once: provinces, then regions that none of them lies in, then countries.</summary>
    private static List<(string Nuts, OfferPlace Place)> AreasOf(RawOffer raw)
    {
        var named = new List<(string Nuts, string Label)>();
        for (var at = 0; at < Math.Max(raw.Nuts.Count, raw.Regions.Count); at++)
        {
            var label = raw.Regions.Count == 0 || (raw.Nuts.Count > 0 && raw.Nuts.Count != raw.Regions.Count) ? "" : raw.Regions[at];
            var code = at < raw.Nuts.Count ? raw.Nuts[at].Trim().ToUpperInvariant() : NutsOf(OfferWords.Key(label)) ?? OfferWords.Key(label);
            if (code.Length > 0)
            {
                code = code.StartsWith("BE", StringComparison.Ordinal) && code.Length > 4 ? code[..4] : code;
                named.Add((code is "BE10" ? Brussels : code, OfferText.Line(label, OfferFacts.LabelMaxLength)));
            }
        }

        // Where both lists are there and not as long, the names tell nothing more.
        return
        [
            .. named
                .DistinctBy(n => n.Nuts)
                .Where(n => !named.Exists(o => o.Nuts.Length > n.Nuts.Length && o.Nuts.StartsWith(n.Nuts, StringComparison.Ordinal)))
                .Where(n =>
                    n.Nuts is not ("belgique" or "BE") || !named.Exists(o => o.Nuts.StartsWith("BE", StringComparison.Ordinal) && o.Nuts.Length > 2)
                )
                .Select(n => (n.Nuts, PlaceOf(n.Nuts, n.Label.Length > 0 ? n.Label : NameOf(n.Nuts)))),
        ];
    }

    private static string NameOf(string nuts) =>
        ProvinceOfNuts.GetValueOrDefault(nuts)
        ?? nuts switch
        {
            Wallonia => "Région wallonne",
            Flanders => "Région flamande",
            Brussels => "Région de Bruxelles-Capitale",
            "BE" => "Belgique",
            _ => nuts,
        };

    private static OfferPlace PlaceOf(string nuts, string label) =>
        new()
        {
            Label = label,
            Province = ProvinceOfNuts.GetValueOrDefault(nuts),
            Region = nuts.Length >= 3 && nuts[..3] is Wallonia or Flanders or Brussels ? nuts[..3] : null,
        };

    private Municipality? Find(string? nis) => nis is null ? null : _byNis.GetValueOrDefault(nis);

    private static string? ProvinceOf(Municipality municipality) => municipality.Province is "" or "0" ? null : municipality.Province;

    private static string? RegionOf(Municipality municipality) => NutsOfRegion.GetValueOrDefault(OfferWords.Key(municipality.Region));

    /// <summary>Which region the post says that a postcode lies in.</summary>
    private static string? RegionOfPostcode(string? postcode) =>
        postcode is null ? null
        : string.CompareOrdinal(postcode, "1300") < 0 ? Brussels
        : string.CompareOrdinal(postcode, "1500") < 0 ? Wallonia
        : string.CompareOrdinal(postcode, "4000") < 0 ? Flanders
        : string.CompareOrdinal(postcode, "8000") < 0 ? Wallonia
        : Flanders;

    private static string? PostcodeIn(string text)
    {
        var code = text.Trim();
        code = code.StartsWith("B-", StringComparison.OrdinalIgnoreCase) ? code[2..] : code;
        return code.Length == Locality.PostcodeLength && code.All(char.IsAsciiDigit) && code[0] != '0' ? code : null;
    }
}
