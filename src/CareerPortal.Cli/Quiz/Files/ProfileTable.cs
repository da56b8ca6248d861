using CareerPortal.Cli.Files;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Cli.Quiz.Files;

/// <summary>Profiles by row: <c>id</c>, one column a dimension, and for people perhaps <c>se_</c> columns.</summary>
internal sealed record ProfileTable(IReadOnlyList<string> Ids, IReadOnlyList<string> Dimensions, double[] Values, double[]? Errors)
{
    /// <summary>Reads the dimensions asked for, or all columns but <c>id</c> and <c>se_*</c>.</summary>
    public static ProfileTable Read(string path, IReadOnlyList<string>? dimensions = null, bool mayBeEmpty = false)
    {
        using var file = CsvFile.Open(path);
        var id = file.Column("id");
        var names = dimensions ?? [.. file.Header.Where(name => name != "id" && !name.StartsWith("se_", StringComparison.Ordinal))];
        if (names.Count == 0)
        {
            throw new InputException(path, 1, "there is no dimension beside 'id'.");
        }

        var columns = names.Select(file.Column).ToArray();
        var stray = file.Header.FirstOrDefault(name => name.StartsWith("se_", StringComparison.Ordinal) && !names.Contains(name[3..]));
        if (stray is not null)
        {
            throw new InputException(path, 1, stray, $"there is no dimension '{stray[3..]}' that this could be the standard error of.");
        }

        var errorColumns = names.Select(name => file.Has($"se_{name}") ? file.Column($"se_{name}") : -1).ToArray();
        var hasErrors = errorColumns.Any(column => column >= 0);
        var ids = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var values = new List<double>();
        var errors = new List<double>();
        foreach (var row in file.Rows())
        {
            ids.Add(row.Text("id"));
            if (!seen.Add(ids[^1]))
            {
                throw row.Problem(id, $"'{ids[^1]}' stands twice.");
            }

            foreach (var column in columns)
            {
                values.Add(row.Number(column, mayBeEmpty));
            }

            foreach (var column in errorColumns)
            {
                errors.Add(column < 0 ? 0 : row.Number(column));
                if (errors[^1] < 0)
                {
                    throw row.Problem(column, "a standard error is not below 0.");
                }
            }
        }

        return new ProfileTable(ids, names, [.. values], hasErrors ? [.. errors] : null);
    }

    public ReadOnlySpan<double> Row(int at) => Values.AsSpan(at * Dimensions.Count, Dimensions.Count);

    /// <summary>The profiles as occupations to rank.</summary>
    /// <param name="path">The file they come from, for messages.</param>
    public OccupationGallery ToGallery(string path)
    {
        try
        {
            return OccupationGallery.Create(Ids, Dimensions, Values);
        }
        catch (ArgumentException problem)
        {
            throw new InputException(path, InputException.Plain(problem));
        }
    }
}
