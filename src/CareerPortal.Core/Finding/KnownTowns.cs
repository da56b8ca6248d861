using System.Globalization;
using CareerPortal.Catalogue;
using CareerPortal.Directories;

namespace CareerPortal.Finding;

/// <summary>By which names and postcodes people look for what is in a town: its own, its municipality's, and those that were merged into it.</summary>
internal sealed class KnownTowns
{
    public const int Here = 4;
    public const int InTheMunicipality = 3;
    public const int InTheRegion = 2;

    /// <summary>The municipalities of Brussels share their beginning, and the name of the one that all others are called by.</summary>
    private const string BrusselsBegins = "21";
    private const string Brussels = "Bruxelles";

    private readonly Dictionary<string, Municipality> _byNis;
    private readonly ILookup<string, KnownLocality> _byPostcode;
    private readonly ILookup<string, KnownLocality> _byName;
    private readonly ILookup<string, KnownLocality> _inMunicipality;
    private readonly Dictionary<string, Municipality> _byMunicipalityName = new(StringComparer.Ordinal);
    private readonly Dictionary<GuidanceRegion, IReadOnlyList<TownPhrase>> _regions;

    public KnownTowns(IReadOnlyList<Municipality> municipalities, IReadOnlyList<KnownLocality> localities)
    {
        _byNis = municipalities.ToDictionary(m => m.Nis, StringComparer.Ordinal);
        _byPostcode = localities.ToLookup(l => l.Postcode, StringComparer.Ordinal);
        _byName = localities.ToLookup(l => Key(l.Name), StringComparer.Ordinal);
        _inMunicipality = localities.Where(l => l.Nis is not null).ToLookup(l => l.Nis!, StringComparer.Ordinal);
        foreach (var municipality in municipalities)
        {
            foreach (var name in NamesOf(municipality))
            {
                _byMunicipalityName.TryAdd(Key(name), municipality);
            }
        }

        _regions = Enum.GetValues<GuidanceRegion>()
            .ToDictionary(
                r => r,
                IReadOnlyList<TownPhrase> (r) =>
                    Distinct(
                        municipalities
                            .Where(m => RegionOf(m.Postcode) == r)
                            .SelectMany(NamesOf)
                            .Concat(localities.Where(l => RegionOf(l.Postcode) == r).SelectMany(l => new[] { l.Name, l.Postcode }))
                            .Select(name => (name, InTheRegion))
                    )
            );
    }

    /// <summary>How people say where something is whose town is known, and perhaps its postcode.</summary>
    public IReadOnlyList<TownPhrase> Of(string town, string? postcode)
    {
        var names = Languages.All.Select(l => (TownNames.In(town, l), Here)).ToList();
        if (postcode is not null)
        {
            names.Add((postcode, Here));
            names.AddRange(_byPostcode[postcode].Select(l => (l.Name, InTheMunicipality)));
        }

        if (MunicipalityOf(town, postcode) is { } municipality)
        {
            names.AddRange(NamesOf(municipality).Select(n => (n, InTheMunicipality)));
            names.Add((municipality.Postcode, InTheMunicipality));
            names.AddRange(_inMunicipality[municipality.Nis].SelectMany(l => new[] { l.Name, l.Postcode }).Select(n => (n, InTheMunicipality)));
            if (municipality.Nis.StartsWith(BrusselsBegins, StringComparison.Ordinal))
            {
                names.AddRange(Languages.All.Select(l => (TownNames.In(Brussels, l), InTheRegion)));
            }
        }

        return Distinct(names);
    }

    /// <summary>All names and postcodes of a region, for a service that is for the whole of it.</summary>
    public IReadOnlyList<TownPhrase> In(GuidanceRegion region) => _regions[region];

    private static IEnumerable<string> NamesOf(Municipality municipality) =>
        Languages.All.Select(l => TownNames.In(municipality.French, l)).Append(municipality.Dutch).Concat(municipality.Aliases);

    private static string Key(string name) => string.Join(' ', PlainWords.Of(name));

    /// <summary>Postcodes tell the region; the German-speaking Community lies within the Walloon ones.</summary>
    private static GuidanceRegion? RegionOf(string postcode) =>
        int.TryParse(postcode, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number switch
            {
                >= 1000 and < 1300 => GuidanceRegion.Brussels,
                >= 4700 and < 4800 => GuidanceRegion.GermanSpeakingCommunity,
                >= 1300 and < 1500 or >= 4000 and < 8000 => GuidanceRegion.Wallonia,
                _ => null,
            }
            : null;

    private static IReadOnlyList<TownPhrase> Distinct(IEnumerable<(string Name, int Score)> names) =>
        [
            .. names
                .GroupBy(n => Key(n.Name), StringComparer.Ordinal)
                .Where(g => g.Key.Length > 0)
                .Select(g => new TownPhrase(g.Key.Split(' '), g.Max(n => n.Score))),
        ];

    private Municipality? MunicipalityOf(string town, string? postcode)
    {
        var nis = postcode is null
            ? _byName[Key(town)].Select(l => l.Nis).FirstOrDefault(n => n is not null)
            : _byPostcode[postcode].OrderByDescending(l => Key(l.Name) == Key(town)).Select(l => l.Nis).FirstOrDefault(n => n is not null);
        return nis is not null && _byNis.TryGetValue(nis, out var known) ? known : _byMunicipalityName.GetValueOrDefault(Key(town));
    }
}
