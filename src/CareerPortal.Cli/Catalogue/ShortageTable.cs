using CareerPortal.Catalogue;
using CareerPortal.Cli.Files;

namespace CareerPortal.Cli.Catalogue;

/// <summary>A table of occupations in shortage: the columns region, group and occupation, parted by tabs.</summary>
internal static class ShortageTable
{
    private const int MostRows = 10_000;

    /// <summary>What each region's list is, and what it calls itself: "shortage", "critical" and "work permit" are not the same.</summary>
    private static readonly Dictionary<string, (ShortageKind Kind, string Source)> Lists = new(StringComparer.Ordinal)
    {
        ["bruxelles"] = (ShortageKind.Critical, "Actiris, fonctions critiques"),
        ["wallonie"] = (ShortageKind.WorkPermit, "Région wallonne, liste des métiers pour le permis de travail"),
        ["flandre"] = (ShortageKind.Shortage, "VDAB, knelpuntberoepen"),
    };

    /// <exception cref="InputException">The table is missing or broken; the message names file and line.</exception>
    public static IReadOnlyList<ListedShortage> Read(FileInfo path, DateOnly dated)
    {
        using var file = CsvFile.Open(path.FullName, '\t');
        var lines = new List<ListedShortage>();
        var seen = new HashSet<(string, string)>();
        foreach (var row in file.Rows())
        {
            var region = row.Text("region");
            if (!Lists.TryGetValue(region, out var list))
            {
                throw row.Problem("region", $"'{region}' is no region: {string.Join(", ", Lists.Keys)}.");
            }

            var label = row.Text("occupation", ShortageListing.LabelMaxLength);
            if (!seen.Add((region, label)))
            {
                throw row.Problem("occupation", $"'{label}' stands twice.");
            }

            if (lines.Count == MostRows)
            {
                throw new InputException(path.FullName, row.Line, $"a list has at most {MostRows} rows.");
            }

            lines.Add(new ListedShortage(region, list.Kind, label, row.Text("group", ShortageListing.LabelMaxLength), list.Source, dated));
        }

        return lines;
    }
}
