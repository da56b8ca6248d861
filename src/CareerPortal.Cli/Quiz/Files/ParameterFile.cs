using CareerPortal.Cli.Files;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Cli.Quiz.Files;

/// <summary>
/// Calibrated items, <c>scale,item,keyed,a,b1..</c>, as a bank whose dimensions are the scales and whose items are named <c>scale/item</c>.
/// </summary>
internal static class ParameterFile
{
    /// <summary>The most answers that an item may have.</summary>
    public const int MostAnswers = 16;

    public static ItemBank Read(string path, KeyFile keys)
    {
        using var file = CsvFile.Open(path);
        foreach (var column in new[] { "scale", "item", "keyed", "a", "b1" })
        {
            file.Column(column);
        }

        if (file.Has($"b{MostAnswers}"))
        {
            throw new InputException(path, 1, $"b{MostAnswers}", $"an item has at most {MostAnswers} answers.");
        }

        var thresholds = Enumerable.Range(1, MostAnswers - 1).TakeWhile(k => file.Has($"b{k}")).Select(k => file.Column($"b{k}")).ToList();
        var items = new Dictionary<string, Item>(StringComparer.Ordinal);
        foreach (var row in file.Rows())
        {
            var scale = row.Text("scale");
            if (!keys.Scales.Contains(scale))
            {
                throw row.Problem(file.Column("scale"), $"the scale '{scale}' is not in {keys.Path}.");
            }

            var name = row.Text("item");
            var key =
                keys.Of(scale).FirstOrDefault(key => key.Item == name)
                ?? throw row.Problem(file.Column("item"), $"'{name}' is not an item of '{scale}' in {keys.Path}.");
            var keyed = row.Number(file.Column("keyed"));
            if (keyed is not (1 or -1) || (keyed < 0) != key.IsReversed)
            {
                throw row.Problem(file.Column("keyed"), $"'{row[file.Column("keyed")]}' is not the sign in {keys.Path}.");
            }

            var used = thresholds.FindLastIndex(column => row[column].Length > 0) + 1;
            var b = thresholds.Take(Math.Max(1, used)).Select(column => row.Number(column)).ToArray();
            ItemParameters parameters;
            try
            {
                parameters = new ItemParameters(row.Number(file.Column("a")), b);
            }
            catch (ArgumentException problem)
            {
                throw row.Problem(file.Column("item"), $"'{name}': {InputException.Plain(problem)}");
            }

            var item = new Item
            {
                Id = $"{scale}/{name}",
                QualityId = scale,
                Reversed = key.IsReversed,
                Text = new QuizText([KeyValuePair.Create("fr", name)]),
                Parameters = parameters,
            };
            if (!items.TryAdd(item.Id, item))
            {
                throw row.Problem(file.Column("item"), $"'{name}' stands twice in the scale '{scale}'.");
            }
        }

        var missing = keys.Keys.FirstOrDefault(key => !items.ContainsKey($"{key.Scale}/{key.Item}"));
        if (missing is not null)
        {
            throw new InputException(path, $"no parameters for '{missing.Item}' of the scale '{missing.Scale}'.");
        }

        return new ItemBank(keys.Keys.Select(key => items[$"{key.Scale}/{key.Item}"]), keys.Scales);
    }
}
