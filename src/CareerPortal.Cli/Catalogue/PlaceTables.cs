using CareerPortal.Catalogue;
using CareerPortal.Cli.Files;

namespace CareerPortal.Cli.Catalogue;

/// <summary>Belgian municipalities as they are since 1 January 2025, and localities with their postcodes.</summary>
internal sealed class PlaceTables
{
    // zipcode-belgium.csv has no header.
    private static readonly string[] LocalityColumns = ["postcode", "name", "longitude", "latitude"];

    // Belgium lies within these degrees.
    private const double West = 2.5;
    private const double East = 6.5;
    private const double South = 49.4;
    private const double North = 51.6;

    private readonly Dictionary<string, ListedMunicipality> _municipalities = new(StringComparer.Ordinal);

    public IReadOnlyList<ListedMunicipality> Municipalities => [.. _municipalities.Values.OrderBy(m => m.Nis, StringComparer.Ordinal)];

    public List<ListedLocality> Localities { get; } = [];

    /// <exception cref="InputException">A table is missing or broken; the message names file and line.</exception>
    public static PlaceTables Read(TableFolder folder)
    {
        var places = new PlaceTables();
        var postcodes = places.ReadMunicipalities(folder.PathOf("belgian_municipalities_2020.csv"));
        places.Merge(postcodes);
        places.ReadLocalities(folder.PathOf("zipcode-belgium.csv"), postcodes);
        return places;
    }

    private Dictionary<string, string> ReadMunicipalities(string path)
    {
        using var file = CsvFile.Open(path);
        var nisOfPostcode = new List<(string Postcode, string Nis)>();
        foreach (var row in file.Rows())
        {
            var nis = row.Text("NIS_code", CatalogueOccupation.CodeMaxLength);
            var postcode = Postcode(row, "zip");
            var municipality = new ListedMunicipality(
                nis,
                row.Text("municipality_FR", Municipality.NameMaxLength),
                row.Text("municipality_NL", Municipality.NameMaxLength),
                row[file.Column("province_FR")],
                row.Text("region_FR", Municipality.NameMaxLength),
                postcode,
                []
            );
            if (!_municipalities.TryAdd(nis, municipality))
            {
                throw row.Problem("NIS_code", $"the number {nis} stands twice.");
            }

            nisOfPostcode.Add((postcode, nis));
        }

        // A postcode that two share says nothing of where a locality belongs.
        return nisOfPostcode
            .GroupBy(p => p.Postcode, StringComparer.Ordinal)
            .Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Nis, StringComparer.Ordinal);
    }

    /// <summary>The mergers of 2025, each checked in two places: those merged live on as names by which the new one is found.</summary>
    private void Merge(Dictionary<string, string> nisOfPostcode)
    {
        using var mergers = OwnTable.Open("mergers-2025.csv");
        foreach (var row in mergers.Rows())
        {
            var members = row.Text("members").Split('+');
            if (!members.All(_municipalities.ContainsKey))
            {
                // A table of after the mergers has them already.
                continue;
            }

            var old = members.Select(m => _municipalities[m]).ToList();
            var merged = new ListedMunicipality(
                row.Text("nis"),
                row.Text("french"),
                row.Text("dutch"),
                old[0].Province,
                old[0].Region,
                row.Text("postcode"),
                []
            );
            var names = old.SelectMany(m => new[] { m.French, m.Dutch }).Except([merged.French, merged.Dutch]);
            foreach (var member in members)
            {
                _municipalities.Remove(member);
            }

            _municipalities.Add(merged.Nis, merged with { Aliases = [.. names.Distinct().Order(StringComparer.Ordinal)] });
            foreach (var (postcode, _) in nisOfPostcode.Where(p => members.Contains(p.Value)).ToList())
            {
                nisOfPostcode[postcode] = merged.Nis;
            }
        }
    }

    private void ReadLocalities(string path, Dictionary<string, string> nisOfPostcode)
    {
        var nisOfName = Municipalities
            .SelectMany(m => m.Aliases.Append(m.French).Append(m.Dutch).Select(n => (Name: NameKey(n), m.Nis)))
            .Distinct()
            .GroupBy(n => n.Name, StringComparer.Ordinal)
            .Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Nis, StringComparer.Ordinal);
        using var file = CsvFile.WithoutHeader(path, LocalityColumns);
        var seen = new HashSet<(string, string)>();
        foreach (var row in file.Rows())
        {
            var postcode = Postcode(row, "postcode");
            var name = row.Text("name", Municipality.NameMaxLength);
            if (seen.Add((postcode, name)))
            {
                Localities.Add(
                    new ListedLocality(
                        postcode,
                        name,
                        Math.Round(row.Number("longitude", West, East), 4),
                        Math.Round(row.Number("latitude", South, North), 4),
                        nisOfPostcode.GetValueOrDefault(postcode) ?? nisOfName.GetValueOrDefault(NameKey(name))
                    )
                );
            }
        }
    }

    private static string Postcode(CsvRow row, string column) =>
        row.Text(column) is var postcode && postcode.Length == Locality.PostcodeLength && postcode.All(char.IsAsciiDigit)
            ? postcode
            : throw row.Problem(column, $"'{postcode}' is no Belgian postcode.");

    private static string NameKey(string name) => PlainLetters.Of(name).ToUpperInvariant();
}
