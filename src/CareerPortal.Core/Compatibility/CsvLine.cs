namespace CareerPortal.Compatibility;

/// <summary>A line of a comma-separated file as the method's documents and the command line write it, after RFC 4180.</summary>
public static class CsvLine
{
    /// <summary>The cells, those in quotes that could be taken for more than one; without the end of the line.</summary>
    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    /// <summary>A cell of text from outside, behind a sign that keeps a spreadsheet from taking it for a formula.</summary>
    public static string Guarded(string cell) =>
        cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠' ? "'" + cell : cell;

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
