using System.Security.Cryptography;
using System.Text;

namespace CareerPortal.Exchange;

/// <summary>
/// The sheet that translators work in: comma-separated after RFC 4180, in UTF-8 with a mark by which spreadsheets know it. A cell that a
/// spreadsheet would reckon is written after an apostrophe, which is taken away again when it comes back: every text returns as it left.
/// </summary>
public static class TranslationSheet
{
    public const int MostBytes = 4 * 1024 * 1024;
    public const int MostRows = 20_000;

    private const int MarkLength = 12;
    private const char Guard = '\'';
    private const char Bom = '\uFEFF';
    private static readonly string[] Header = ["path", "original", "translation", "mark"];
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>What tells a text from another, short enough for a sheet.</summary>
    public static string MarkOf(string? text) =>
        string.IsNullOrEmpty(text) ? "" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Lines(text))))[..MarkLength];

    /// <summary>Line ends as the portal writes them: spreadsheets change them.</summary>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    public static byte[] Write(IEnumerable<SheetRow> rows) => [.. Strict.GetBytes([Bom]), .. Strict.GetBytes(WriteText(rows))];

    public static string WriteText(IEnumerable<SheetRow> rows)
    {
        var text = new StringBuilder();
        AppendRow(text, Header);
        foreach (var row in rows)
        {
            AppendRow(text, [row.Path, row.Original, row.Translation, row.Mark]);
        }

        return text.ToString();
    }

    /// <summary>One line of a sheet, each cell safe from being reckoned.</summary>
    public static void AppendRow(StringBuilder text, IEnumerable<string> cells) =>
        text.AppendJoin(',', cells.Select(c => $"\"{Guarded(c).Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append("\r\n");

    /// <exception cref="SheetFaultException">It is no such sheet.</exception>
    public static IReadOnlyList<SheetRow> Read(byte[] bytes)
    {
        if (bytes.Length > MostBytes)
        {
            throw new SheetFaultException(SheetFault.TooLarge, 1);
        }

        try
        {
            return ReadText(Strict.GetString(bytes));
        }
        catch (DecoderFallbackException e)
        {
            throw new SheetFaultException(SheetFault.NotUtf8, 1 + bytes.AsSpan(0, Math.Clamp(e.Index, 0, bytes.Length)).Count((byte)'\n'));
        }
    }

    /// <exception cref="SheetFaultException">It is no such sheet.</exception>
    public static IReadOnlyList<SheetRow> ReadText(string text)
    {
        text = text.TrimStart(Bom);
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var head = (end < 0 ? text : text[..end]).TrimEnd('\r').Replace("\"", "", StringComparison.Ordinal);

        // A spreadsheet in French or Dutch writes semicolons.
        var separator = Array.Find(
            [',', ';', '\t'],
            s => head.Split(s) is { Length: >= 3 } names && names.AsSpan(0, 3).SequenceEqual(Header.AsSpan(0, 3))
        );
        if (separator == default)
        {
            throw new SheetFaultException(SheetFault.NoHeader, 1);
        }

        var rows = new List<SheetRow>();
        foreach (var (line, cells) in Cells(text, separator).Skip(1))
        {
            if (cells.All(c => c.Length == 0))
            {
                continue;
            }

            if (cells.Count is < 3 or > 4)
            {
                throw new SheetFaultException(SheetFault.WrongCells, line);
            }

            if (rows.Count == MostRows)
            {
                throw new SheetFaultException(SheetFault.TooManyRows, line);
            }

            rows.Add(new SheetRow(cells[0], cells[1], cells[2], cells.Count == 4 ? cells[3] : "") { Line = line });
        }

        return rows;
    }

    private static IEnumerable<(int Line, List<string> Cells)> Cells(string text, char separator)
    {
        var (line, first, at) = (1, 1, 0);
        var cells = new List<string>();
        while (at < text.Length)
        {
            string cell;
            if (text[at] == '"')
            {
                var (value, opened) = (new StringBuilder(), line);
                for (at++; ; at++)
                {
                    if (at >= text.Length)
                    {
                        throw new SheetFaultException(SheetFault.OpenQuote, opened);
                    }

                    if (text[at] == '"')
                    {
                        if (at + 1 >= text.Length || text[at + 1] != '"')
                        {
                            break;
                        }

                        at++;
                    }

                    line += text[at] == '\n' ? 1 : 0;
                    value.Append(text[at]);
                }

                at++;
                if (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
                {
                    throw new SheetFaultException(SheetFault.TextAfterQuote, line);
                }

                cell = value.ToString();
            }
            else
            {
                var until = text.AsSpan(at).IndexOfAny(separator, '\r', '\n');
                cell = until < 0 ? text[at..] : text.Substring(at, until);
                at += cell.Length;
            }

            cells.Add(Unguarded(cell));
            if (at < text.Length && text[at] == separator)
            {
                at++;
                if (at < text.Length)
                {
                    continue;
                }

                cells.Add("");
            }

            yield return (first, cells);
            cells = [];
            at += at + 1 < text.Length && text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
            first = ++line;
        }
    }

    private static string Guarded(string cell) => IsReckoned(cell) ? Guard + cell : cell;

    private static string Unguarded(string cell) => cell.StartsWith(Guard) && IsReckoned(cell) ? cell[1..] : cell;

    /// <summary>Whether a spreadsheet would take a cell for a formula, behind however many apostrophes.</summary>
    private static bool IsReckoned(string cell) =>
        cell.AsSpan().TrimStart(Guard) is { Length: > 0 } rest
        && rest[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠';
}
