namespace CareerPortal.Compatibility;

/// <summary>A line of a comma-separated file as the method's documents and the command line write it, after RFC 4180.</summary>
public static class CsvLine
{
    /// <summary>The cells, those in quotes that could be taken for more than one; without the end of the line.</summary>
    public static string Of(IEnumerable<string> cells) => string.Join(',', cells.Select(Cell));

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
