using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Cli.Quiz;

/// <summary>A symmetric matrix with named rows and columns.</summary>
internal static class WithinFile
{
    public static SymmetricMatrix Read(string path, IReadOnlyList<string> dimensions)
    {
        using var file = CsvFile.Open(path);
        var name = file.Column("dimension");
        var columns = dimensions.Select(file.Column).ToArray();
        var rows = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (var row in file.Rows())
        {
            if (!rows.TryAdd(row.Text("dimension"), [.. columns.Select(column => row.Number(column))]))
                throw row.Problem(name, $"'{row[name]}' stands twice.");
        }

        var missing = dimensions.FirstOrDefault(dimension => !rows.ContainsKey(dimension));
        if (missing is not null)
            throw new InputException(path, $"there is no row for '{missing}'.");
        for (var i = 0; i < dimensions.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (one, other) = (rows[dimensions[i]][j], rows[dimensions[j]][i]);
                if (Math.Abs(one - other) > 1e-6 * (1 + Math.Abs(one)))
                    throw new InputException(path, $"not symmetric in '{dimensions[i]}' and '{dimensions[j]}'.");
            }
        }

        return SymmetricMatrix.Create(dimensions.Count, (i, j) => rows[dimensions[i]][j]);
    }
}
