using CareerPortal.Cli.Files;

namespace CareerPortal.Cli.Quiz.Files;

/// <summary>People's answers to the items of a key file; a column <c>id</c> names people, otherwise they are numbered from 1.</summary>
internal static class AnswerTable
{
    /// <summary>Streams people: identifier and one raw answer for each of <paramref name="items"/>, 0 where missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="items">Columns wanted.</param>
    /// <param name="categories">Number of possible answers of each.</param>
    public static IEnumerable<(string Id, int[] Values)> Read(string path, IReadOnlyList<string> items, IReadOnlyList<int> categories)
    {
        using var file = CsvFile.Open(path);
        var columns = items.Select(file.Column).ToArray();
        var id = file.Has("id") ? file.Column("id") : -1;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var row in file.Rows())
        {
            number++;
            var name = id < 0 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : row.Text("id");
            if (id >= 0 && !seen.Add(name))
            {
                throw row.Problem(id, $"'{name}' stands twice.");
            }

            yield return (name, [.. columns.Select((column, at) => row.Answer(column, categories[at]))]);
        }
    }
}
