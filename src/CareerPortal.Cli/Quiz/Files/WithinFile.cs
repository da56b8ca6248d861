using CareerPortal.Cli.Files;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Cli.Quiz.Files;

/// <summary>A symmetric matrix with named rows and columns; and after its rows, where a map was learned, those of the map.</summary>
internal static class WithinFile
{
    private const string SlopePrefix = "map:";
    private const string Shift = "shift:";
    private const string Strength = "hub-strength:";
    private const string Neighbours = "hub-neighbours:";

    /// <summary>The rows that follow those of W: B by the person's dimensions, c, and what is taken off hubs (one number in every column).</summary>
    public static IEnumerable<(string Name, double[] Cells)> RowsOf(WithinMap map, IReadOnlyList<string> dimensions)
    {
        var n = dimensions.Count;
        for (var i = 0; i < n; i++)
        {
            yield return (SlopePrefix + dimensions[i], map.Slope.Slice(i * n, n).ToArray());
        }

        yield return (Shift, map.Shift.ToArray());
        yield return (Strength, [.. Enumerable.Repeat(map.Hubs.Strength, n)]);
        yield return (Neighbours, [.. Enumerable.Repeat((double)map.Hubs.Neighbours, n)]);
    }

    /// <summary>W with its map; a file that holds W alone stands for people around the occupation's own profile.</summary>
    public static WithinMap ReadMap(string path, IReadOnlyList<string> dimensions)
    {
        var rows = Rows(path, dimensions);
        var within = Symmetric(path, dimensions, rows);
        if (!rows.Keys.Any(name => name.StartsWith(SlopePrefix, StringComparison.Ordinal) && !dimensions.Contains(name)))
        {
            return WithinMap.Identity(within);
        }

        double[] slope = [.. dimensions.SelectMany(dimension => Row(SlopePrefix + dimension).Cells)];
        var (strengthLine, strength) = Row(Strength);
        if (!(strength[0] is >= 0 and <= 1))
        {
            throw new InputException(path, strengthLine, dimensions[0], "a strength goes from 0 to 1.");
        }

        var (neighboursLine, neighbours) = Row(Neighbours);
        if (!(neighbours[0] is >= 1 and <= 1_000_000))
        {
            throw new InputException(path, neighboursLine, dimensions[0], "there is at least one neighbour.");
        }

        return new WithinMap(slope, Row(Shift).Cells, within, new HubCorrection(strength[0], (int)neighbours[0]));

        (int Line, double[] Cells) Row(string name) =>
            rows.TryGetValue(name, out var row) ? row : throw new InputException(path, $"there is no row for '{name}'.");
    }

    private static Dictionary<string, (int Line, double[] Cells)> Rows(string path, IReadOnlyList<string> dimensions)
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

        return rows;
    }

    private static SymmetricMatrix Symmetric(string path, IReadOnlyList<string> dimensions, Dictionary<string, (int Line, double[] Cells)> rows)
    {
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

    /// <summary>A matrix of correlations: 1 on the diagonal, from −1 to 1 beside it.</summary>
    public static SymmetricMatrix ReadCorrelations(string path, IReadOnlyList<string> dimensions)
    {
        var matrix = Symmetric(path, dimensions, Rows(path, dimensions));
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
