using CareerPortal.Cli.Files;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>Occupations of an O*NET database with all its work styles and the six interests.</summary>
internal static class OnetGallery
{
    private const string Styles = "Work Styles.txt";
    private const string Interests = "Interests.txt";

    public static string? Missing(OpenData data, string set = "onet_30_1") => data.FirstMissing((set, Styles), (set, Interests));

    /// <summary>The 891 occupations of O*NET 30.1 on 21 work styles and 6 interests.</summary>
    public static OccupationGallery Read(OpenData data)
    {
        var (ids, dimensions, values) = Read(data, "onet_30_1", "WI");
        return OccupationGallery.Create(ids, dimensions, values);
    }

    /// <summary>
    /// Occupations in the order of their codes, that know every dimension; interests by the engine's names, work styles by O*NET's.
    /// </summary>
    public static (List<string> Ids, List<string> Dimensions, double[] Values) Read(OpenData data, string set, string styleScale)
    {
        var dimensions = new List<string>();
        var cells = new Dictionary<string, Dictionary<string, double>>(StringComparer.Ordinal);
        foreach (var (name, scale) in new[] { (Styles, styleScale), (Interests, "OI") })
        {
            using var file = CsvFile.Open(data.Path(set, name), '\t');
            int code = file.Column("O*NET-SOC Code"),
                element = file.Column("Element Name"),
                scaleId = file.Column("Scale ID"),
                value = file.Column("Data Value");
            foreach (var row in file.Rows())
            {
                if (row[scaleId] != scale)
                {
                    continue;
                }

                var dimension =
                    name == Interests
                        ? InterestIds.FromLetter(row[element][..1]) ?? throw row.Problem(element, "is not one of the six interests.")
                        : row[element];
                if (!dimensions.Contains(dimension))
                {
                    dimensions.Add(dimension);
                }

                if (!cells.TryGetValue(row[code], out var own))
                {
                    cells[row[code]] = own = new Dictionary<string, double>(StringComparer.Ordinal);
                }

                own[dimension] = row.Number(value);
            }
        }

        var ids = cells.Where(pair => pair.Value.Count == dimensions.Count).Select(pair => pair.Key).Order(StringComparer.Ordinal).ToList();
        return (ids, dimensions, [.. ids.SelectMany(id => dimensions.Select(dimension => cells[id][dimension]))]);
    }
}
