using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

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
                text.Append(string.Join(',', row.Select(Quoted))).Append('\n');
        }
        else
        {
            var widths = columns.Select((column, at) => _rows.Select(row => row[at].Length).Append(column.Length).Max()).ToArray();
            foreach (var row in _rows.Prepend(columns))
                text.Append(string.Join("  ", row.Select((cell, at) => cell.PadRight(widths[at]))).TrimEnd()).Append('\n');
        }

        output.Write(text);
    }

    public static string Format(object cell) => cell switch
    {
        double.NaN => "",
        double number => Math.Round(number, 6) == 0 ? "0" : number.ToString("0.######", CultureInfo.InvariantCulture),
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(",\"\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
