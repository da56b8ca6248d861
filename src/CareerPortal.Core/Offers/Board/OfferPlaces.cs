using CareerPortal.Catalogue;
using CareerPortal.Search;

namespace CareerPortal.Offers.Board;

/// <summary>
/// Belgian postcodes as points (the middle of their localities; degrees, WGS 84), how far each is from each other (km, as the crow flies, in steps
/// of 0.1), and the names by which people ask for them.
/// </summary>
internal sealed class OfferPlaces
{
    public const int Unknown = -1;

    private const double EarthKilometres = 6371.0088;
    private const int StepsPerKilometre = 10;
    private const int ShortestName = 3;

    private readonly string[] _postcodes;
    private readonly string?[] _municipalities;
    private readonly string[] _names;
    private readonly Dictionary<string, int> _byPostcode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _byNis = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AskedPlace> _byName = new(StringComparer.Ordinal);
    private readonly ushort[] _steps;

    public OfferPlaces(IEnumerable<Municipality> municipalities, IEnumerable<Locality> localities)
    {
        var points = localities.GroupBy(l => l.Postcode, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        _postcodes = [.. points.Select(p => p.Key)];
        _municipalities = [.. points.Select(p => p.Select(l => l.Nis).FirstOrDefault(n => n is not null))];
        var towns = municipalities.ToDictionary(m => m.Postcode + m.Nis, m => m.French, StringComparer.Ordinal);
        _names =
        [
            .. points.Select(p => p.Select(l => towns.GetValueOrDefault(l.Postcode + l.Nis)).OfType<string>().FirstOrDefault() ?? p.First().Name),
        ];
        for (var i = 0; i < _postcodes.Length; i++)
        {
            _byPostcode[_postcodes[i]] = i;
        }

        _steps = Distances([.. points.Select(p => (p.Average(l => l.Latitude), p.Average(l => l.Longitude)))]);
        foreach (var m in municipalities.OrderBy(m => m.Nis, StringComparer.Ordinal))
        {
            int[] its = [.. Enumerable.Range(0, _postcodes.Length).Where(i => _municipalities[i] == m.Nis || _postcodes[i] == m.Postcode)];
            if (its.Length == 0)
            {
                continue;
            }

            var centre = _byPostcode.GetValueOrDefault(m.Postcode, its[0]);
            _byNis[m.Nis] = centre;
            var place = new AskedPlace(m.French, centre, its, IsMunicipality: true);
            foreach (var name in (string[])[m.French, m.Dutch, .. m.Aliases])
            {
                _byName.TryAdd(Key(name), place);
            }
        }

        foreach (var locality in points.SelectMany(p => p))
        {
            var at = _byPostcode[locality.Postcode];
            _byName.TryAdd(Key(locality.Name), new AskedPlace(locality.Name, at, [at], IsMunicipality: false));
        }
    }

    public int Count => _postcodes.Length;

    /// <summary>The point of an offer's place: by its postcode, or else its municipality's.</summary>
    public int PointOf(OfferPlace place) =>
        place.Postcode is { } postcode && _byPostcode.TryGetValue(postcode, out var at) ? at
        : place.Nis is { } nis && _byNis.TryGetValue(nis, out at) ? at
        : place.Municipality is { } name && _byName.TryGetValue(Key(name), out var known) ? known.Centre
        : Unknown;

    /// <summary>How far each point is from one, in tenths of a kilometre.</summary>
    public ReadOnlySpan<ushort> StepsFrom(int point) => _steps.AsSpan(point * Count, Count);

    public static int Steps(int kilometres) => Math.Clamp(kilometres, 0, 1000) * StepsPerKilometre;

    public static double Kilometres(int steps) => steps / (double)StepsPerKilometre;

    /// <summary>What somebody typed as a place: a postcode, a name, or both.</summary>
    public AskedPlace? Find(string typed)
    {
        var key = Key(typed);
        var first = key.Split(' ', 2);
        return Named(key) ?? (first.Length == 2 ? Named(first[0]) ?? Named(first[1]) : null);
    }

    /// <summary>A place by the words that name it, folded and with single spaces.</summary>
    public AskedPlace? Named(string key)
    {
        if (key.Length < ShortestName)
        {
            return null;
        }

        if (_byPostcode.TryGetValue(key, out var at))
        {
            var nis = _municipalities[at];
            int[] its = nis is null ? [at] : [.. Enumerable.Range(0, Count).Where(i => _municipalities[i] == nis)];
            return new AskedPlace(key, at, its, IsMunicipality: true);
        }

        return _byName.GetValueOrDefault(key);
    }

    /// <summary>
    /// Places by how their name or postcode begins, municipalities first, then the shorter name; each as it is called, and as it is asked for.
    /// </summary>
    public IReadOnlyList<(string Name, string Asked, bool IsMunicipality)> BegunBy(string typed, int most)
    {
        var key = Key(typed);
        if (key.Length == 0)
        {
            return [];
        }

        if (char.IsAsciiDigit(key[0]))
        {
            return
            [
                .. Enumerable
                    .Range(0, Count)
                    .Where(i => _postcodes[i].StartsWith(key, StringComparison.Ordinal))
                    .Take(most)
                    .Select(i => ($"{_postcodes[i]} {_names[i]}", _postcodes[i], false)),
            ];
        }

        return
        [
            .. _byName
                .Where(p => p.Key.StartsWith(key, StringComparison.Ordinal))
                .Select(p => p.Value)
                .Distinct()
                .Where(p => _byName.GetValueOrDefault(Key(p.Name)) == p)
                .OrderByDescending(p => p.IsMunicipality)
                .ThenBy(p => p.Name.Length)
                .ThenBy(p => p.Name, StringComparer.Ordinal)
                .Take(most)
                .Select(p => (p.Name, p.Name, p.IsMunicipality)),
        ];
    }

    public static string Key(string name)
    {
        var folded = LanguageWords.Fold(name);
        Span<char> key = folded.Length <= 256 ? stackalloc char[folded.Length] : new char[folded.Length];
        var length = 0;
        foreach (var c in folded)
        {
            if (char.IsLetterOrDigit(c))
            {
                key[length++] = c;
            }
            else if (length > 0 && key[length - 1] != ' ')
            {
                key[length++] = ' ';
            }
        }

        return key[..length].TrimEnd().ToString();
    }

    private static ushort[] Distances((double Latitude, double Longitude)[] points)
    {
        var at = points
            .Select(p =>
            {
                var (latitude, longitude) = (double.DegreesToRadians(p.Latitude), double.DegreesToRadians(p.Longitude));
                return (X: Math.Cos(latitude) * Math.Cos(longitude), Y: Math.Cos(latitude) * Math.Sin(longitude), Z: Math.Sin(latitude));
            })
            .ToArray();
        var steps = new ushort[at.Length * at.Length];
        for (var i = 0; i < at.Length; i++)
        {
            for (var j = i + 1; j < at.Length; j++)
            {
                var (x, y, z) = (at[i].X - at[j].X, at[i].Y - at[j].Y, at[i].Z - at[j].Z);
                var chord = Math.Sqrt(x * x + y * y + z * z);
                var kilometres = 2 * EarthKilometres * Math.Asin(Math.Min(1, chord / 2));
                steps[i * at.Length + j] = steps[j * at.Length + i] = (ushort)Math.Min(ushort.MaxValue, Math.Round(kilometres * StepsPerKilometre));
            }
        }

        return steps;
    }
}
