using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CareerPortal.Catalogue;
using CareerPortal.Cli.Files;
using CareerPortal.Offers.Doubles;

namespace CareerPortal.Cli.Offers;

/// <summary><c>offers group</c>: which offers of a file are one post, and which are one text for several towns.</summary>
internal static class GroupCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "Offers (CSV, UTF-8) with the columns 'id', 'title', 'employer', 'postcode', 'city', 'contract', 'published' (2026-10-01) and "
                + "'reference'; all but the first two may be empty.",
        };
        var output = OffersCommand.Output();
        var command = new Command(
            "group",
            "Finds the offers that are one post seen again, and one text for several towns. Writes JSON, with reasons."
        )
        {
            file,
            output,
        };
        command.SetAction(
            (parsed, _) => OffersCommand.TellFaultAsync(parsed, () => RunAsync(parsed, parsed.GetRequiredValue(file), parsed.GetValue(output)))
        );
        return command;
    }

    private static async Task RunAsync(ParseResult parsed, string path, FileInfo? output)
    {
        // By their ids, not by their lines: another order of the file gives the same groups.
        var offers = Read(path).OrderBy(o => o.Id.Length).ThenBy(o => o.Id, StringComparer.Ordinal).ToList();
        var names = offers.Select(o => o.Id).ToList();
        var grouper = OfferGrouper.Of(CataloguePack.ReadShipped().Occupations.Select(o => o.Facts));
        var groups = grouper.Group(offers.Select((o, number) => o.Key with { Id = number }), []);
        await OffersCommand.WriteAsync(
            parsed,
            output,
            json =>
            {
                json.WriteStartObject();
                Write(json, "same", groups.Same, names);
                Write(json, "severalPlaces", groups.SeveralPlaces, names);
                json.WriteEndObject();
            }
        );
        await parsed.InvocationConfiguration.Error.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{offers.Count} offers: {groups.Same.Count} posts seen more than once, {groups.SeveralPlaces.Count} texts for several places."
            )
        );
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyList<OfferGroup> groups, List<string> names)
    {
        json.WriteStartArray(name);
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteStartArray("ids");
            foreach (var id in group.Ids)
            {
                json.WriteStringValue(names[(int)id]);
            }

            json.WriteEndArray();
            json.WriteStartArray("links");
            foreach (var link in group.Links)
            {
                json.WriteStartObject();
                json.WriteString("first", names[(int)link.FirstId]);
                json.WriteString("second", names[(int)link.SecondId]);
                json.WriteString("reason", link.Likeness.ToString());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static List<(string Id, OfferKey Key)> Read(string path)
    {
        using var file = CsvFile.Open(path);
        var (title, employer, postcode, city) = (file.Column("title"), file.Column("employer"), file.Column("postcode"), file.Column("city"));
        var (contract, published, reference) = (file.Column("contract"), file.Column("published"), file.Column("reference"));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var offers = new List<(string, OfferKey)>();
        foreach (var row in file.Rows())
        {
            var id = row.Text("id");
            if (!ids.Add(id))
            {
                throw row.Problem("id", $"{id} stands twice.");
            }

            var key = new OfferKey
            {
                Id = offers.Count,
                Title = row[title],
                Employer = Known(row[employer]),
                Towns = [new OfferTown(Known(row[postcode]), Known(row[city]))],
                Contract = ContractLabels.Read(row[contract]),
                Published = DayOf(row, published),
                Reference = Known(row[reference]),
            };
            offers.Add((id, key));
        }

        return offers;
    }

    private static string? Known(string cell) => cell.Length > 0 ? cell : null;

    private static DateOnly? DayOf(CsvRow row, int column) =>
        row[column].Length == 0 ? null
        : DateOnly.TryParseExact(row[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw row.Problem(column, $"'{row[column]}' is no day such as 2026-10-01.");
}
