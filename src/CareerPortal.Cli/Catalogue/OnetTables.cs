using CareerPortal.Cli.Files;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Cli.Catalogue;

/// <summary>O*NET: titles, interests and work styles, and the table by which ESCO leads there.</summary>
internal sealed class OnetTables
{
    /// <summary>What the makers of the table wrote for how sure they were: 0.5, 1 or 2.</summary>
    private const double Surest = 2;

    /// <summary>A code of O*NET-SOC 2010 that came to others in 2019 leads there less surely.</summary>
    private const double Moved = 0.9;

    private const int LeastImpact = -3;
    private const int GreatestImpact = 3;

    private readonly Dictionary<string, string> _titles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double[]> _interests = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, double>> _styles = new(StringComparer.Ordinal);

    /// <summary>By an occupation of ESCO: codes of O*NET-SOC 2019, and how sure that is.</summary>
    public ILookup<string, (string Code, double Confidence, bool IsMoved)> ByEsco { get; private set; } = null!;

    public int Rows { get; private set; }

    /// <summary>Rows of the table whose code of 2010 leads nowhere in 2019.</summary>
    public int Dead { get; private set; }

    /// <exception cref="InputException">A table is missing or broken; the message names file and line.</exception>
    public static OnetTables Read(TableFolder folder, EscoTables esco)
    {
        var onet = new OnetTables();
        var home = Path.GetFileName(Path.GetDirectoryName(folder.PathOf("scales.csv")))!;
        onet.ReadTitles(folder.PathOf("Occupation Data.txt", home));
        onet.ReadInterests(folder.PathOf("Interests.txt", home));
        onet.ReadStyles(folder.PathOf("Work Styles.txt", home));
        onet.ReadCrosswalk(folder.PathOf("esco_onet_crosswalk_Nov2020.csv"), esco);
        return onet;
    }

    public string TitleOf(string code) => _titles[code];

    /// <summary>The weighted mean of what is known of some occupations; null where none has interests.</summary>
    public OccupationInterests? InterestsOf(IReadOnlyList<(string Code, double Weight)> codes)
    {
        var known = codes.Where(c => _interests.ContainsKey(c.Code)).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var sum = known.Sum(c => c.Weight);
        var mean = Enumerable
            .Range(0, InterestIds.All.Count)
            .Select(i => Math.Round(known.Sum(c => c.Weight * _interests[c.Code][i]) / sum, 2))
            .ToList();
        return new OccupationInterests(known[0].Code, mean[0], mean[1], mean[2], mean[3], mean[4], mean[5]);
    }

    /// <summary>The weighted mean of the occupations' standard scores on the work styles; empty where none has any.</summary>
    public IReadOnlyDictionary<string, double> StylesOf(IReadOnlyList<(string Code, double Weight)> codes)
    {
        var known = codes.Where(c => _styles.ContainsKey(c.Code)).ToList();
        var sum = known.Sum(c => c.Weight);
        return known.Count == 0
            ? []
            : _styles[known[0].Code].Keys.ToDictionary(style => style, style => known.Sum(c => c.Weight * _styles[c.Code][style]) / sum);
    }

    private void ReadTitles(string path)
    {
        foreach (var (file, row) in RowsOf(path))
        {
            if (!_titles.TryAdd(row.Text("O*NET-SOC Code"), row.Text("Title")))
            {
                throw row.Problem(file.Column("O*NET-SOC Code"), "the code stands twice.");
            }
        }
    }

    private void ReadInterests(string path)
    {
        foreach (var (file, row) in RowsOf(path))
        {
            if (row[file.Column("Scale ID")] != "OI")
            {
                continue;
            }

            var at = InterestIds.FromLetter(row.Text("Element Name")[..1]) is { } id
                ? InterestIds.All.ToList().IndexOf(id)
                : throw row.Problem("Element Name", "is not one of the six interests.");
            var code = Known(file, row);
            if (!_interests.TryGetValue(code, out var own))
            {
                _interests[code] = own = new double[InterestIds.All.Count];
            }

            if (own[at] > 0)
            {
                throw row.Problem("Element Name", $"the interest of {code} stands twice.");
            }

            own[at] = row.Number("Data Value", OccupationInterests.Least, OccupationInterests.Greatest);
        }

        foreach (var (code, _) in _interests.Where(i => i.Value.Contains(0)))
        {
            throw new InputException(path, $"the occupation {code} has not all of the six interests.");
        }
    }

    private void ReadStyles(string path)
    {
        foreach (var (file, row) in RowsOf(path))
        {
            if (row[file.Column("Scale ID")] != "WI")
            {
                continue;
            }

            var code = Known(file, row);
            if (!_styles.TryGetValue(code, out var own))
            {
                _styles[code] = own = new Dictionary<string, double>(StringComparer.Ordinal);
            }

            if (!own.TryAdd(row.Text("Element Name"), row.Number("Data Value", LeastImpact, GreatestImpact)))
            {
                throw row.Problem("Element Name", $"the work style of {code} stands twice.");
            }
        }

        var styles = _styles.Values.SelectMany(s => s.Keys).ToHashSet(StringComparer.Ordinal);
        foreach (var (code, own) in _styles.Where(s => s.Value.Count < styles.Count))
        {
            throw new InputException(path, $"the occupation {code} has no work style '{styles.Except(own.Keys).First()}', others have it.");
        }

        // Each style as a standard score among the occupations that have it.
        foreach (var style in styles)
        {
            var all = _styles.Values.Where(s => s.ContainsKey(style)).ToList();
            var mean = all.Average(s => s[style]);
            var deviation = Math.Sqrt(all.Average(s => (s[style] - mean) * (s[style] - mean)));
            foreach (var own in all)
            {
                own[style] = deviation > 0 ? (own[style] - mean) / deviation : 0;
            }
        }
    }

    private void ReadCrosswalk(string path, EscoTables esco)
    {
        ILookup<string, string> moves;
        using (var own = OwnTable.Open("onet-soc-2010-2019.csv"))
        {
            moves = own.Rows().Select(r => (From: r.Text("from"), To: r.Text("to"))).ToLookup(m => m.From, m => m.To, StringComparer.Ordinal);
        }

        var pairs = new List<(string Esco, (string, double, bool) Onet)>();
        using var file = CsvFile.Open(path);
        foreach (var row in file.Rows())
        {
            Rows++;
            var id = EscoTables.Identifier(row.Text("concept_uri"));
            if (!esco.Occupations.ContainsKey(id))
            {
                throw row.Problem("concept_uri", "there is no such occupation of ESCO.");
            }

            var code = row.Text("onet_code");
            var sure = Math.Clamp(row.Number(file.Column("confidence")) / Surest, 0, 1);
            if (_titles.ContainsKey(code))
            {
                pairs.Add((id, (code, sure, false)));
                continue;
            }

            var targets = moves[code].Where(_titles.ContainsKey).ToList();
            Dead += targets.Count == 0 ? 1 : 0;
            pairs.AddRange(targets.Select(to => (id, (to, sure * Moved / targets.Count, true))));
        }

        ByEsco = pairs.ToLookup(p => p.Esco, p => p.Onet, StringComparer.Ordinal);
    }

    private string Known(CsvFile file, CsvRow row)
    {
        var code = row.Text("O*NET-SOC Code");
        return _titles.ContainsKey(code) ? code : throw row.Problem(file.Column("O*NET-SOC Code"), $"there is no occupation {code}.");
    }

    private IEnumerable<(CsvFile File, CsvRow Row)> RowsOf(string path)
    {
        using var file = CsvFile.Open(path, '\t');
        foreach (var row in file.Rows())
        {
            Rows++;
            yield return (file, row);
        }
    }
}
