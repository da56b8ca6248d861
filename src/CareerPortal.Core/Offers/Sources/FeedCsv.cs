using System.Runtime.CompilerServices;
using System.Text;

namespace CareerPortal.Offers.Sources;

/// <summary>Takes a table apart, row by row (RFC 4180: quotes, doubled quotes, line breaks within them); parted by what its first line is parted by.</summary>
internal static class FeedCsv
{
    private const int LongestCell = 200_000;
    private const int MostCells = 200;

    /// <summary>The cells of each row by the plain name of their column; null with a reason for a row that is none.</summary>
    /// <exception cref="FormatException">It has no header.</exception>
    public static async IAsyncEnumerable<(IReadOnlyDictionary<string, string>? Fields, string? Reason, int Line)> ReadAsync(
        Stream stream,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        using var text = new StreamReader(stream, new UTF8Encoding(false, throwOnInvalidBytes: false));
        var buffer = new char[32 * 1024];
        var cells = new List<string>();
        var cell = new StringBuilder();
        string[]? header = null;
        var separator = '\0';
        var (line, begun) = (1, 1);
        var (inQuotes, wasQuote, isTooLong, isBlank) = (false, false, false, true);
        for (int count; (count = await text.ReadAsync(buffer, cancellation)) > 0; )
        {
            for (var at = 0; at < count; at++)
            {
                var c = buffer[at];
                if (c == '\n')
                {
                    line++;
                }

                if (inQuotes && !wasQuote)
                {
                    if (c == '"')
                    {
                        wasQuote = true;
                    }
                    else
                    {
                        Keep(c);
                    }

                    continue;
                }

                if (wasQuote)
                {
                    wasQuote = false;
                    if (c == '"')
                    {
                        Keep('"');
                        continue;
                    }

                    inQuotes = false;
                }

                if (c == '"' && cell.Length == 0)
                {
                    (inQuotes, isBlank) = (true, false);
                }
                else if (separator == '\0' ? c is ',' or ';' or '\t' : c == separator)
                {
                    separator = c;
                    isBlank = false;
                    EndCell();
                }
                else if (c == '\n')
                {
                    if (Row() is { } row)
                    {
                        yield return row;
                    }
                }
                else if (c != '\r')
                {
                    isBlank = false;
                    Keep(c);
                }
            }
        }

        if (inQuotes && !wasQuote)
        {
            yield return (null, "a quote is not closed", begun);
        }
        else if (Row() is { } last)
        {
            yield return last;
        }

        if (header is null)
        {
            throw new FormatException("The table has no header.");
        }

        void Keep(char c)
        {
            isTooLong |= cell.Length >= LongestCell;
            if (!isTooLong)
            {
                cell.Append(c);
            }
        }

        void EndCell()
        {
            isTooLong |= cells.Count >= MostCells;
            if (!isTooLong)
            {
                cells.Add(cell.ToString());
            }

            cell.Clear();
        }

        (IReadOnlyDictionary<string, string>?, string?, int)? Row()
        {
            EndCell();
            var (row, first, tooLong, blank) = (cells.ToArray(), begun, isTooLong, isBlank);
            cells.Clear();
            (begun, isTooLong, isBlank) = (line, false, true);
            if (blank)
            {
                return null;
            }

            if (header is null)
            {
                header = [.. row.Select(OfferWords.Key)];
                return null;
            }

            return tooLong ? (null, "it is too long", first)
                : row.Length != header.Length ? (null, FormattableString.Invariant($"it has {row.Length} cells, the header {header.Length}"), first)
                : (
                    header
                        .Zip(row)
                        .Where(p => p.First.Length > 0)
                        .DistinctBy(p => p.First)
                        .ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal),
                    null,
                    first
                );
        }
    }
}
