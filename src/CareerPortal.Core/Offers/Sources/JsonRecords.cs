using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CareerPortal.Offers.Sources;

/// <summary>
/// Takes a JSON array of any length apart, record by record: never more than one record is held, and one that is too long is passed over without
/// being held at all.
/// </summary>
internal static class JsonRecords
{
    /// <summary>Bytes of the longest record that is read.</summary>
    public const int LongestRecord = 1_000_000;

    /// <summary>Bytes of the longest document that is one object: it may hold many records.</summary>
    public const int LongestObject = 20_000_000;

    /// <summary>Bytes of the longest answer.</summary>
    public const long LongestAnswer = 4L << 30;

    private const int BufferSize = 64 * 1024;

    /// <summary>
    /// The records of an array at the top, or the one record that an object at the top is. Each is the bytes of a JSON value with the line it begins on;
    /// null bytes stand for one that is too long.
    /// </summary>
    /// <exception cref="JsonException">What comes is no array, or ends before it does.</exception>
    /// <exception cref="TimeoutException">Nothing came for as long as <paramref name="patience"/>.</exception>
    public static async IAsyncEnumerable<(ReadOnlyMemory<byte>? Json, int Line)> ReadAsync(
        Stream stream,
        TimeSpan patience,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var buffer = new byte[BufferSize];
        var record = new byte[BufferSize];
        var (length, depth, line, begun) = (0, 0, 1, 1);
        var (inText, isEscaped, isTooLong) = (false, false, false);
        var place = Place.Start;
        long all = 0;
        while (await NextAsync(stream, buffer, patience, cancellation) is > 0 and var count)
        {
            all += count;
            if (all > LongestAnswer)
            {
                throw new JsonException("The answer is longer than any that is read.");
            }

            for (var at = 0; at < count; at++)
            {
                var c = buffer[at];
                line += c == (byte)'\n' ? 1 : 0;
                if (depth == 0 && !inText)
                {
                    if (c is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' || (all == count && at < 3 && c is 0xEF or 0xBB or 0xBF))
                    {
                        if (place is Place.InBare)
                        {
                            yield return (Take(), begun);
                            place = Place.AfterRecord;
                        }

                        continue;
                    }

                    if (place == Place.Start && c == (byte)'[')
                    {
                        place = Place.BeforeFirst;
                        continue;
                    }

                    if (place is Place.AfterRecord or Place.InBare && c is (byte)',' or (byte)']')
                    {
                        if (place == Place.InBare)
                        {
                            yield return (Take(), begun);
                        }

                        place = c == (byte)',' ? Place.BeforeNext : Place.End;
                        continue;
                    }

                    if (place == Place.BeforeFirst && c == (byte)']')
                    {
                        place = Place.End;
                        continue;
                    }

                    if (
                        place is Place.AfterRecord or Place.End
                        || (place == Place.Start && c != (byte)'{')
                        || c is (byte)']' or (byte)'}' or (byte)','
                    )
                    {
                        throw new JsonException(FormattableString.Invariant($"No JSON array: unexpected on line {line}."));
                    }

                    if (place != Place.InBare)
                    {
                        (length, isTooLong, begun) = (0, false, line);
                    }
                }

                Keep(c);
                if (inText)
                {
                    inText = isEscaped || c != (byte)'"';
                    isEscaped = !isEscaped && c == (byte)'\\';
                }
                else if (c is (byte)'{' or (byte)'[')
                {
                    depth++;
                }
                else if (c is (byte)'}' or (byte)']')
                {
                    depth--;
                }
                else
                {
                    inText = c == (byte)'"';
                    if (depth == 0 && !inText)
                    {
                        place = Place.InBare;
                        continue;
                    }
                }

                if (depth == 0 && !inText)
                {
                    yield return (Take(), begun);
                    place = place == Place.Start ? Place.End : Place.AfterRecord;
                }
            }
        }

        if (place != Place.End)
        {
            throw new JsonException("The answer ends before its array does.");
        }

        void Keep(byte c)
        {
            var longest = place == Place.Start ? LongestObject : LongestRecord;
            if (length >= longest)
            {
                isTooLong = true;
                return;
            }

            if (length == record.Length)
            {
                Array.Resize(ref record, Math.Min(record.Length * 2, longest));
            }

            record[length++] = c;
        }

        // Said with its type: null alone would become an empty record.
        ReadOnlyMemory<byte>? Take() => isTooLong ? default(ReadOnlyMemory<byte>?) : record.AsMemory(0, length);
    }

    private static async Task<int> NextAsync(Stream stream, byte[] buffer, TimeSpan patience, CancellationToken cancellation)
    {
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        waiting.CancelAfter(patience);
        try
        {
            return await stream.ReadAsync(buffer, waiting.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException(FormattableString.Invariant($"Nothing came for {patience.TotalSeconds:0.#} seconds."));
        }
    }

    private enum Place
    {
        Start,
        BeforeFirst,
        BeforeNext,
        InBare,
        AfterRecord,
        End,
    }
}
