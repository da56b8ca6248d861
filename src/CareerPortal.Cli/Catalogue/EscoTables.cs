using CareerPortal.Cli.Files;
using CareerPortal.French;

namespace CareerPortal.Cli.Catalogue;

/// <summary>ESCO's occupations in French and Dutch, and the tables by which ROME and Competent lead to them.</summary>
internal sealed class EscoTables
{
    /// <summary>How sure it is, by the relation that the table's makers chose, that two titles mean the same.</summary>
    private static readonly Dictionary<string, double> Relations = new(StringComparer.Ordinal)
    {
        ["skos:exactMatch"] = 0.9,
        ["skos:closeMatch"] = 0.8,
        ["skos:narrowMatch"] = 0.6,
        ["skos:broadMatch"] = 0.6,
    };

    private readonly Dictionary<string, List<EscoOccupation>> _byGroup = new(StringComparer.Ordinal);

    public Dictionary<string, EscoOccupation> Occupations { get; } = new(StringComparer.Ordinal);

    /// <summary>The groups of ISCO-08 to which an occupation of ROME 3 leads.</summary>
    public ILookup<string, string> GroupsOfParent { get; private set; } = null!;

    /// <summary>What a family of ROME 3 is called.</summary>
    public Dictionary<string, string> ParentNames { get; } = new(StringComparer.Ordinal);

    /// <summary>By the number of an appellation of ROME: the occupations of ESCO that its makers set beside it.</summary>
    public ILookup<string, (EscoOccupation Esco, double Confidence)> ByRomeName { get; private set; } = null!;

    public int Rows { get; private set; }

    public int CompetentRows { get; private set; }

    /// <exception cref="InputException">A table is missing or broken; the message names file and line.</exception>
    public static EscoTables Read(TableFolder folder)
    {
        var esco = new EscoTables();
        esco.ReadOccupations(folder.PathOf("v1.0_occupations_fr.csv"));
        esco.ReadCompetent(folder.PathOf("BLM_competent_esco.csv"));
        esco.ReadRomeNames(folder.PathOf("FR_20230607_mapping_esco_rome.csv"));
        esco.ReadGroups(folder.PathOf("rome_isco08_2.tsv"));
        return esco;
    }

    public IReadOnlyList<EscoOccupation> InGroup(string isco) => _byGroup.GetValueOrDefault(isco) ?? [];

    /// <summary>"http://data.europa.eu/esco/occupation/…" without what all have in common.</summary>
    public static string Identifier(string uri) => uri[(uri.LastIndexOf('/') + 1)..];

    private void ReadOccupations(string path)
    {
        using var file = CsvFile.Open(path);
        foreach (var row in file.Rows())
        {
            Rows++;
            var id = Identifier(row.Text("conceptUri"));
            var label = row.Text("preferredLabel");
            var occupation = new EscoOccupation(id, row.Text("iscoGroup"), GenderedTitle.TryParse(label, out var title) ? title : new(label, label))
            {
                OtherNames = [.. row[file.Column("altLabels")].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            };
            if (!Occupations.TryAdd(id, occupation))
            {
                throw row.Problem("conceptUri", "the occupation stands twice.");
            }

            if (!_byGroup.TryGetValue(occupation.Isco, out var group))
            {
                _byGroup[occupation.Isco] = group = [];
            }

            group.Add(occupation);
        }
    }

    private void ReadCompetent(string path)
    {
        using var file = CsvFile.Open(path, firstColumn: "Classification 1 URI");
        foreach (var row in file.Rows())
        {
            CompetentRows++;
            if (!Occupations.TryGetValue(row.Text("Classification 1 URI"), out var esco))
            {
                throw row.Problem("Classification 1 URI", "there is no such occupation of ESCO.");
            }

            esco.Dutch = row.Text("Classification 1 PrefLabel");
            var confidence = ConfidenceOf(row, "Mapping relation");
            var code = row.Text("Classification 2 ID");
            if (!esco.Competent.TryGetValue(code, out var known) || known.Confidence < confidence)
            {
                esco.Competent[code] = (row.Text("Classification 2 PrefLabel FR"), row.Text("Classification 2 PrefLabel NL"), confidence);
            }
        }
    }

    private void ReadRomeNames(string path)
    {
        using var file = CsvFile.Open(path, firstColumn: "classification 1 ID");
        var pairs = new List<(string Name, EscoOccupation Esco, double Confidence)>();
        foreach (var row in file.Rows())
        {
            Rows++;
            var esco =
                Occupations.GetValueOrDefault(Identifier(row.Text("classification 1 ID")))
                ?? throw row.Problem("classification 1 ID", "there is no such occupation of ESCO.");
            pairs.Add((row.Text("classification 2 ID"), esco, ConfidenceOf(row, "mapping relation")));
        }

        ByRomeName = pairs.ToLookup(p => p.Name, p => (p.Esco, p.Confidence), StringComparer.Ordinal);
    }

    private void ReadGroups(string path)
    {
        using var file = CsvFile.Open(path, '\t');
        var pairs = new List<(string Parent, string Isco)>();
        foreach (var row in file.Rows())
        {
            // Groups of ISCO to which nothing leads are listed at its end.
            if (row[file.Column("Code ROME")].Length == 0)
            {
                continue;
            }

            Rows++;
            var parent = row.Text("Code ROME");
            ParentNames[parent] = row.Text("Libellé codes ROME");

            // The table writes 110 for 0110.
            pairs.Add((parent, row.Text("Code ISCO08").PadLeft(4, '0')));
        }

        GroupsOfParent = pairs.Distinct().ToLookup(p => p.Parent, p => p.Isco, StringComparer.Ordinal);
    }

    private static double ConfidenceOf(CsvRow row, string column) =>
        Relations.TryGetValue(row.Text(column), out var confidence)
            ? confidence
            : throw row.Problem(column, $"'{row.Text(column)}' is no relation: {string.Join(", ", Relations.Keys)}.");
}
