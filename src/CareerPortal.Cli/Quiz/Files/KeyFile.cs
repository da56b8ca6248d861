using CareerPortal.Cli.Files;

namespace CareerPortal.Cli.Quiz.Files;

/// <summary>Which item belongs to which scale, and which are reversed: <c>scale,item,sign</c>.</summary>
internal sealed record KeyFile(string Path, IReadOnlyList<string> Scales, IReadOnlyList<KeyFile.Key> Keys)
{
    public static KeyFile Read(string path)
    {
        using var file = CsvFile.Open(path);
        var keys = new List<Key>();
        int scale = file.Column("scale"),
            item = file.Column("item"),
            sign = file.Column("sign");
        foreach (var row in file.Rows())
        {
            var value = row.Number(sign);
            if (value is not (1 or -1))
            {
                throw row.Problem(sign, $"'{row[sign]}' is neither 1 nor -1.");
            }

            var key = new Key(row.Text("scale"), row.Text("item"), value < 0);
            if (keys.Exists(other => other.Scale == key.Scale && other.Item == key.Item))
            {
                throw row.Problem(item, $"'{key.Item}' stands twice in the scale '{row[scale]}'.");
            }

            keys.Add(key);
        }

        return new KeyFile(path, [.. keys.Select(key => key.Scale).Distinct()], keys);
    }

    public IEnumerable<Key> Of(string scale) => Keys.Where(key => key.Scale == scale);

    internal sealed record Key(string Scale, string Item, bool IsReversed);
}
