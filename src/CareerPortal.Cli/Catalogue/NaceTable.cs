using CareerPortal.Catalogue;
using CareerPortal.Cli.Files;

namespace CareerPortal.Cli.Catalogue;

/// <summary>The branches of NACE Rev. 2: four levels, in French (INSEE) and English (Eurostat).</summary>
internal static class NaceTable
{
    /// <exception cref="InputException">A table is missing or broken; the message names file and line.</exception>
    public static IReadOnlyList<ListedTerm> Read(TableFolder folder)
    {
        var english = new Dictionary<string, string>(StringComparer.Ordinal);
        using (var file = CsvFile.Open(folder.PathOf("nace_rev2_en.csv")))
        {
            foreach (var row in file.Rows())
            {
                if (!english.TryAdd(row.Text("Code"), row.Text("Description")))
                {
                    throw row.Problem("Code", $"the code {row.Text("Code")} stands twice.");
                }
            }
        }

        var terms = new List<ListedTerm>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var level = 1; level <= 4; level++)
        {
            using var file = CsvFile.Open(folder.PathOf($"naf2008_liste_n{level}.csv"), ';');
            foreach (var row in file.Rows())
            {
                var code = row.Text("CODE", CatalogueTerm.CodeMaxLength);
                if (!codes.Add(code))
                {
                    throw row.Problem("CODE", $"the code {code} stands twice.");
                }

                terms.Add(new ListedTerm(TermKind.Nace, code, new LocalisedText(row.Text("LIBELLE"), En: Written(english.GetValueOrDefault(code)))));
            }
        }

        return terms;
    }

    /// <summary>« AGRICULTURE, FORESTRY AND FISHING » is no heading of ours.</summary>
    private static string? Written(string? name) => name is not null && !name.Any(char.IsLower) ? name[..1] + name[1..].ToLowerInvariant() : name;
}
