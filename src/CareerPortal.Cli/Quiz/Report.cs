using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Cli.Shell;
using CareerPortal.Compatibility;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Cli.Quiz;

/// <summary>Collects the rows of a result and writes them at once, so that an error leaves nothing half written.</summary>
internal sealed class Report(params string[] columns)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly List<string[]> _rows = [];
    private readonly JsonArray _json = [];

    /// <summary>What a reader of the result should know, for the error output.</summary>
    public List<string> Warnings { get; } = [];

    public void Row(params object[] cells) => _rows.Add([.. cells.Select(Format)]);

    public void Json(JsonObject entry) => _json.Add(entry);

    /// <summary>The table of an evaluation.</summary>
    public static Report OfEvaluation() => new("test", "method", "measure", "value", "wanted");

    /// <summary>Adds rows to the table of an evaluation.</summary>
    /// <param name="rows">What was measured.</param>
    /// <param name="decimals">Digits after the point in the table; JSON holds all.</param>
    public void Add(IEnumerable<SimulationRow> rows, int decimals)
    {
        foreach (var row in rows)
        {
            Row(row.Test, row.Method, row.Measure, Math.Round(row.Value, decimals), row.Wanted);
            Json(
                new JsonObject
                {
                    ["test"] = row.Test,
                    ["method"] = row.Method,
                    ["measure"] = row.Measure,
                    ["value"] = row.Value,
                    ["wanted"] = row.Wanted,
                }
            );
        }
    }

    /// <summary>Adds a symmetric matrix, as <see cref="WithinFile"/> reads it, to a table whose columns are <c>dimension</c> and the names.</summary>
    public void Add(IReadOnlyList<string> names, SymmetricMatrix matrix)
    {
        for (var i = 0; i < names.Count; i++)
        {
            Add(names[i], names, matrix.Row(i).ToArray());
        }
    }

    /// <summary>Adds a named row of numbers to such a table.</summary>
    public void Add(string name, IReadOnlyList<string> names, double[] cells)
    {
        Row([name, .. cells.Select(cell => cell.ToString("G10", CultureInfo.InvariantCulture))]);
        var entry = new JsonObject { ["dimension"] = name };
        for (var j = 0; j < cells.Length; j++)
        {
            entry[names[j]] = cells[j];
        }

        Json(entry);
    }

    public void Write(TextWriter output, bool asJson, bool asCsv = false)
    {
        if (asJson)
        {
            output.WriteLine(_json.ToJsonString(Plain));
            return;
        }

        var text = new StringBuilder();
        if (asCsv)
        {
            foreach (var row in _rows.Prepend(columns))
            {
                text.Append(CsvLine.Of(row)).Append('\n');
            }
        }
        else
        {
            string[][] shown = [.. _rows.Prepend(columns).Select(row => row.Select(VisibleText.Of).ToArray())];
            var widths = columns.Select((_, at) => shown.Max(row => row[at].Length)).ToArray();
            foreach (var row in shown)
            {
                text.Append(string.Join("  ", row.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd()).Append('\n');
            }
        }

        output.Write(text);
    }

    public static string Format(object cell) =>
        cell switch
        {
            double.NaN => "",
            double number => Math.Round(number, 6) == 0 ? "0" : number.ToString("0.######", CultureInfo.InvariantCulture),
            IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
            _ => cell.ToString() ?? "",
        };
}
