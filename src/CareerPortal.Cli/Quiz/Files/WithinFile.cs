using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Cli.Quiz.Files;

/// <summary>A symmetric matrix with named rows and columns.</summary>
internal static class WithinFile
{
    public static SymmetricMatrix Read(string path, IReadOnlyList<string> dimensions)
    {
        using var file = CsvFile.Open(path);
        var name = file.Column("dimension");
        var columns = dimensions.Select(file.Column).ToArray();
        var rows = new Dictionary<string, (int Line, double[] Cells)>(StringComparer.Ordinal);
        foreach (var row in file.Rows())
        {
            if (!rows.TryAdd(row.Text("dimension"), (row.Line, [.. columns.Select(column => row.Number(column))])))
            {
                throw row.Problem(name, $"'{row[name]}' stands twice.");
            }
        }

        var missing = dimensions.FirstOrDefault(dimension => !rows.ContainsKey(dimension));
        if (missing is not null)
        {
            throw new InputException(path, $"there is no row for '{missing}'.");
        }

        for (var i = 0; i < dimensions.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (line, cells) = rows[dimensions[i]];
                var other = rows[dimensions[j]].Cells[i];
                if (Math.Abs(cells[j] - other) > 1e-6 * (1 + Math.Abs(other)))
                {
                    throw new InputException(
                        path,
                        line,
                        dimensions[j],
                        FormattableString.Invariant($"not symmetric: {cells[j]} here, {other} in the row '{dimensions[j]}'.")
                    );
                }
            }
        }

        return SymmetricMatrix.Create(dimensions.Count, (i, j) => rows[dimensions[i]].Cells[j]);
    }

    /// <summary>The same for correlations: 1 on the diagonal, from −1 to 1 beside it.</summary>
    public static SymmetricMatrix ReadCorrelations(string path, IReadOnlyList<string> dimensions)
    {
        var matrix = Read(path, dimensions);
        for (var i = 0; i < dimensions.Count; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                if (i == j ? Math.Abs(matrix[i, j] - 1) > 1e-6 : Math.Abs(matrix[i, j]) > 1)
                {
                    throw new InputException(
                        path,
                        FormattableString.Invariant($"{matrix[i, j]} is not a correlation of '{dimensions[i]}' and '{dimensions[j]}'.")
                    );
                }
            }
        }

        if (!Cholesky.TryFactor(matrix.Cells.ToArray(), matrix.Size))
        {
            throw new InputException(path, "the correlations are not positive definite.");
        }

        return matrix;
    }
}
