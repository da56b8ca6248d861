using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace CareerPortal.Offers.Sources;

/// <summary>Reads offers from files of the forms that boards and sites write, record by record; a bad record is rejected with its line and reason.</summary>
public sealed partial class OfferFileReader(OfferTables tables, UnknownLabels unknown, DateOnly today)
{
    private const int Looked = 4096;

    private readonly OfferReader _reader = new(tables, unknown, FieldNames.Own, today);
    private readonly ForemRecords _forem = new(new OfferReader(tables, unknown, FieldNames.Forem, today));

    /// <summary>The form of a file by how it begins; null where it is none that is known. The stream is left at its start.</summary>
    public static async Task<OfferFileFormat?> RecogniseAsync(Stream file, CancellationToken cancellation)
    {
        var bytes = new byte[Looked];
        var read = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        file.Position = 0;
        var start = System.Text.Encoding.UTF8.GetString(bytes, 0, read).TrimStart('﻿', ' ', '\t', '\r', '\n');
        if (start.StartsWith('[') || start.StartsWith('{'))
        {
            return OfferFileFormat.Json;
        }

        if (start.StartsWith('<'))
        {
            return RssStart().IsMatch(start) ? OfferFileFormat.Rss
                : JobStart().IsMatch(start) ? OfferFileFormat.JobXml
                : null;
        }

        var header = start.Split('\n')[0].Split([',', ';', '\t']).Select(OfferWords.Key).ToList();
        return header.Exists(h => h is "titre" or "title" or "intitule" or "poste") && header.Count > 1 ? OfferFileFormat.Csv : null;
    }

    /// <exception cref="FormatException">The file is not of that form, or ends before it should: what was read until then is whole.</exception>
    public async IAsyncEnumerable<ReadRecord> ReadAsync(Stream file, OfferFileFormat format, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var records = format switch
        {
            OfferFileFormat.Json => JsonAsync(file, cancellation),
            OfferFileFormat.JobXml => XmlAsync(file, "job", cancellation),
            OfferFileFormat.Rss => XmlAsync(file, "item", cancellation),
            _ => CsvAsync(file, cancellation),
        };
        await using var each = records.GetAsyncEnumerator(cancellation);
        while (true)
        {
            try
            {
                if (!await each.MoveNextAsync())
                {
                    yield break;
                }
            }
            catch (Exception e) when (e is JsonException or System.Xml.XmlException or TimeoutException)
            {
                throw new FormatException(OfferText.Line(e.Message, 300), e);
            }

            yield return each.Current;
        }
    }

    private async IAsyncEnumerable<ReadRecord> JsonAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        await foreach (var (json, line) in JsonRecords.ReadAsync(file, Timeout.InfiniteTimeSpan, cancellation))
        {
            if (json is not { } bytes)
            {
                yield return Rejected(++number, line, null, "it is longer than a million bytes");
                continue;
            }

            JsonDocument? document = null;
            try
            {
                document = JsonDocument.Parse(bytes);
            }
            catch (JsonException)
            {
                // Told below.
            }

            if (document is null)
            {
                yield return Rejected(++number, line, null, "it is no JSON");
                continue;
            }

            using (document)
            {
                foreach (var record in RecordsIn(document.RootElement))
                {
                    yield return JsonPosting(record, ++number, line);
                }
            }
        }
    }

    /// <summary>The records of a list: itself, or those that it holds in a graph or a page of results.</summary>
    private static IEnumerable<JsonElement> RecordsIn(JsonElement root)
    {
        foreach (var name in (string[])["@graph", "results", "itemListElement"])
        {
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array)
            {
                // A graph holds pages and organisations beside its postings.
                return list.EnumerateArray()
                    .Select(r => r.ValueKind == JsonValueKind.Object && r.TryGetProperty("item", out var item) ? item : r)
                    .Where(r => name == "results" || JobPostingRecords.Is(r));
            }
        }

        return [root];
    }

    private ReadRecord JsonPosting(JsonElement record, int number, int line)
    {
        if (!JobPostingRecords.Is(record))
        {
            return record.ValueKind == JsonValueKind.Object && record.TryGetProperty("numerooffreforem", out _)
                ? _forem.ReadOne(record, number, line)
                : Rejected(number, line, null, "it is neither a record of the open data (numerooffreforem) nor a JobPosting (@type)");
        }

        try
        {
            return Read(JobPostingRecords.RawOf(record), number, line);
        }
        catch (FormatException e)
        {
            return Rejected(number, line, null, e.Message);
        }
        catch (InvalidOperationException)
        {
            return Rejected(number, line, null, "a text in it is no Unicode");
        }
    }

    private async IAsyncEnumerable<ReadRecord> XmlAsync(Stream file, string element, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        await foreach (var (fields, line) in FeedXml.ReadAsync(file, element, cancellation))
        {
            number++;
            yield return fields is null
                ? Rejected(number, line, null, "it is too long, or has too many parts")
                : Read(FeedFields.RawOf(name => fields.GetValueOrDefault(name)), number, line);
        }
    }

    private async IAsyncEnumerable<ReadRecord> CsvAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var number = 0;
        await foreach (var (fields, reason, line) in FeedCsv.ReadAsync(file, cancellation))
        {
            number++;
            yield return fields is null
                ? Rejected(number, line, null, reason!)
                : Read(FeedFields.RawOf(name => fields.GetValueOrDefault(name.Replace('_', ' '))), number, line);
        }
    }

    private ReadRecord Read(RawOffer raw, int number, int line) =>
        _reader.Read(raw, out var reason) is { } offer ? new ReadRecord(offer, null) : Rejected(number, line, raw.Id, reason!);

    private static ReadRecord Rejected(int number, int line, string? id, string reason) =>
        new(null, new RejectedRecord(number, line, id is null ? null : OfferText.Line(id, JobOffer.ExternalIdMaxLength), reason));

    [GeneratedRegex(@"<rss[\s>]", RegexOptions.IgnoreCase)]
    private static partial Regex RssStart();

    [GeneratedRegex(@"<job[\s>/]", RegexOptions.IgnoreCase)]
    private static partial Regex JobStart();
}
