using System.CommandLine;
using System.Globalization;
using CareerPortal.Catalogue;
using CareerPortal.Cli.Files;
using CareerPortal.Offers.Classifying;

namespace CareerPortal.Cli.Offers;

/// <summary><c>offers classify</c>: the occupation of each offer of a file.</summary>
internal static class ClassifyCommand
{
    private const string CodeColumn = "code";

    public static Command Make()
    {
        var file = new Argument<string>("file")
        {
            Description =
                "Offers (CSV, UTF-8) with the columns 'id', 'title' and, where known, 'code': five characters of ROME 3, with or without what Le Forem adds.",
        };
        var output = OffersCommand.Output();
        var command = new Command(
            "classify",
            "Finds the occupation of each offer: by its code, and by its title among the catalogue that ships with the portal. Writes JSON."
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
        var offers = Read(path);
        var classifier = OfferClassifier.Of(CataloguePack.ReadShipped());
        var found = offers.Select(o => (o.Id, Found: classifier.Classify(o.Title, o.Code))).ToList();
        await OffersCommand.WriteAsync(
            parsed,
            output,
            json =>
            {
                json.WriteStartArray();
                foreach (var (id, classified) in found)
                {
                    json.WriteStartObject();
                    json.WriteString("id", id);
                    json.WriteString("code", classified.Occupations.Count > 0 ? classified.Occupations[0].Code : null);
                    json.WriteString("parent", classified.Family);
                    json.WriteNumber("confidence", classified.Occupations.Count > 0 ? classified.Occupations[0].Confidence : 0);
                    json.WriteString("by", classified.Origin?.ToString());
                    json.WriteStartArray("top");
                    foreach (var occupation in classified.Occupations)
                    {
                        json.WriteStartObject();
                        json.WriteString("code", occupation.Code);
                        json.WriteNumber("confidence", occupation.Confidence);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }
        );
        await parsed.InvocationConfiguration.Error.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{found.Count} offers: {found.Count(f => f.Found.Occupations.Count == 0)} without an occupation, "
                    + $"{found.Count(f => f.Found.IsCodeUnknown)} with a code that is not known."
            )
        );
    }

    private static List<(string Id, string Title, string? Code)> Read(string path)
    {
        using var file = CsvFile.Open(path);
        var title = file.Column("title");
        int? code = file.Has(CodeColumn) ? file.Column(CodeColumn) : null;
        file.Column("id");
        return [.. file.Rows().Select(row => (row.Text("id"), row[title], code is { } at ? row[at] : null))];
    }
}
