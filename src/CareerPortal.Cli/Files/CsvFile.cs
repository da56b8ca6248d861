using System.Text;

namespace CareerPortal.Cli.Files;

/// <summary>
/// A UTF-8 file with a header, read row by row: separated by commas (or semicolons) with quotes after RFC 4180, or by tabs, where quotes mean nothing.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    /// <summary>No table of the portal has longer lines or rows; a file with a longer one is not read into memory.</summary>
    private const int LongestLine = 1_000_000;

    private readonly StreamReader _reader;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly StringBuilder _text = new();
    private readonly char _separator;
    private int _line;

    private CsvFile(string path, StreamReader reader, char separator, string? firstColumn)
    {
        _separator = separator;
        Path = path;
        _reader = reader;
        Header = ReadCells() ?? throw new InputException(path, "the file is empty.");
        while (firstColumn is not null && Header[0] != firstColumn)
        {
            Header = ReadCells() ?? throw new InputException(path, $"no line begins with the column '{firstColumn}'.");
        }

        NameColumns(path);
    }

    private CsvFile(string path, StreamReader reader, string[] columns, char separator)
    {
        (Path, _reader, _separator, Header) = (path, reader, separator, columns);
        NameColumns(path);
    }

    private void NameColumns(string path)
    {
        for (var at = 0; at < Header.Length; at++)
        {
            if (Header[at].Length == 0)
            {
                throw new InputException(path, 1, $"the header's cell {at + 1} is empty.");
            }

            if (!_columns.TryAdd(Header[at], at))
            {
                throw new InputException(path, 1, Header[at], "the column stands twice.");
            }
        }
    }

    public string Path { get; }

    public string[] Header { get; }

    /// <summary>Opens a file; where <paramref name="firstColumn"/> is named, what stands before the header that begins with it is passed over.</summary>
    public static CsvFile Open(string path, char separator = ',', string? firstColumn = null) => new(path, ReaderOf(path), separator, firstColumn);

    /// <summary>Opens a file that begins with its first row, whose columns are named here.</summary>
    public static CsvFile WithoutHeader(string path, string[] columns, char separator = ',') => new(path, ReaderOf(path), columns, separator);

    /// <summary>Reads from a stream that <paramref name="name"/> stands for in messages; the file owns the stream.</summary>
    public static CsvFile Read(string name, Stream stream) => new(name, new StreamReader(stream, new UTF8Encoding(false, true)), ',', null);

    public bool Has(string column) => _columns.ContainsKey(column);

    public int Column(string column) =>
        _columns.TryGetValue(column, out var at) ? at : throw new InputException(Path, 1, column, "the column is missing.");

    /// <summary>Every row that is not blank; fails where none follows the header.</summary>
    public IEnumerable<CsvRow> Rows()
    {
        var any = false;
        while (true)
        {
            var line = _line + 1;
            if (ReadCells() is not { } cells)
            {
                break;
            }

            if (cells is [""] && Header.Length > 1)
            {
                continue;
            }

            if (cells.Length != Header.Length)
            {
                throw new InputException(Path, line, $"{cells.Length} cells, the header has {Header.Length}.");
            }

            any = true;
            yield return new CsvRow(this, line, cells);
        }

        if (!any)
        {
            throw new InputException(Path, "the file has a header but no row.");
        }
    }

    public void Dispose() => _reader.Dispose();

    private static StreamReader ReaderOf(string path)
    {
        if (path.Length == 0)
        {
            throw new InputException("a file", "its name is empty.");
        }

        try
        {
            return new StreamReader(path, new UTF8Encoding(false, true));
        }
        catch (IOException problem)
        {
            throw new InputException(
                path,
                problem is FileNotFoundException or DirectoryNotFoundException ? "there is no such file." : problem.Message
            );
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException(path, "the file may not be read.");
        }
    }

    private string[]? ReadCells()
    {
        var text = NextLine();
        if (text is null)
        {
            return null;
        }

        var start = _line;
        var cells = new List<string>();
        var cell = new StringBuilder();
        var quoted = false;
        var length = text.Length;
        for (var at = 0; ; at++)
        {
            if (at == text.Length)
            {
                if (!quoted)
                {
                    break;
                }

                text = NextLine() ?? throw new InputException(Path, start, "a quote is not closed.");
                length += text.Length + 1;
                if (length > LongestLine)
                {
                    throw new InputException(Path, start, $"the row is longer than {LongestLine} characters: is a quote not closed?");
                }

                cell.Append('\n');
                at = -1;
            }
            else if (quoted && text[at] == '"' && at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (text[at] == '"' && _separator != '\t')
            {
                quoted = !quoted;
            }
            else if (text[at] == _separator && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else
            {
                cell.Append(text[at]);
            }
        }

        cells.Add(cell.ToString().Trim());
        return [.. cells];
    }

    private string? NextLine()
    {
        try
        {
            var text = ReadLine();
            _line += text is null ? 0 : 1;
            return text;
        }
        catch (DecoderFallbackException)
        {
            throw new InputException(Path, $"on line {_line + 1} or later, the file is not UTF-8.");
        }
    }

    // As the reader's own, but a line without end does not fill the memory.
    private string? ReadLine()
    {
        _text.Clear();
        while (_reader.Read() is >= 0 and var next)
        {
            if (next is '\r' or '\n')
            {
                if (next == '\r' && _reader.Peek() == '\n')
                {
                    _reader.Read();
                }

                return _text.ToString();
            }

            if (_text.Length == LongestLine)
            {
                throw new InputException(Path, _line + 1, $"the line is longer than {LongestLine} characters.");
            }

            _text.Append((char)next);
        }

        return _text.Length == 0 ? null : _text.ToString();
    }
}
