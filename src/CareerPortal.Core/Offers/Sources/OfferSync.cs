using System.Text;
using System.Text.Json;

namespace CareerPortal.Offers.Sources;

/// <summary>
/// Brings the store to what Le Forem's open data holds: all of it by the export, or what is new by pages. What comes is taken in as it comes; only an
/// answer that is whole and can be believed closes what it leaves out.
/// </summary>
public sealed class OfferSync(
    ForemSource source,
    OfferWriter writer,
    OfferRuns runs,
    OfferTablesShelf tables,
    TimeProvider time,
    OfferKinship? kinship = null
)
{
    /// <summary>The key of the source in the store.</summary>
    public const string SourceKey = "forem";

    private const int MostTold = 20;

    /// <summary>How many days before the last reading what is new is asked for: a day is dated as it ends.</summary>
    private const int DaysBack = 2;

    public static OfferSource Source =>
        new()
        {
            Key = SourceKey,
            Kind = OfferSourceKind.OpenData,
            Name = "Le Forem",
            Licence = "CC BY-SA 4.0",
            Attribution = "Le Forem",
            Url = "https://www.odwb.be/explore/dataset/offres-d-emploi-forem/",
        };

    /// <summary>Reads the source and tells what came of it; only a cancellation is thrown.</summary>
    public async Task<OfferRun> RunAsync(OfferRunKind kind, CancellationToken cancellation)
    {
        await runs.EnsureSourceAsync(Source, cancellation);
        var run = await runs.BeginAsync(SourceKey, kind, cancellation);
        var reading = new Reading(run);
        try
        {
            var isDone =
                kind == OfferRunKind.Whole
                    ? await ReadWholeAsync(reading, cancellation)
                    : await ReadNewAsync(reading, cancellation) || await ReadWholeAsync(reading, cancellation);
            run.Outcome = isDone
                ? run.Outcome is OfferRunOutcome.UnderWay
                    ? OfferRunOutcome.Done
                    : run.Outcome
                : OfferRunOutcome.Incomplete;
        }
        catch (Exception e)
            when (e is HttpRequestException or IOException or JsonException or TimeoutException
                || (e is OperationCanceledException && !cancellation.IsCancellationRequested)
                // What the site's client gives up with after its time; its package is none of this project's.
                || e.GetType().Namespace?.StartsWith("Polly", StringComparison.Ordinal) == true
            )
        {
            reading.Say(OfferText.Line(e.Message, 300));
            run.Outcome = run.Read > 0 ? OfferRunOutcome.Incomplete : OfferRunOutcome.Failed;
        }

        if (kinship is not null && run.Added + run.Revised + run.Closed > 0)
        {
            await kinship.SettleAsync(cancellation);
        }

        run.Note = reading.Note;
        await runs.EndAsync(run, cancellation);
        if (kind == OfferRunKind.Whole)
        {
            await runs.DeleteExpiredAsync(cancellation);
        }

        return run;
    }

    private async Task<bool> ReadWholeAsync(Reading reading, CancellationToken cancellation)
    {
        var known = await runs.FindSourceAsync(SourceKey, cancellation);
        var counted = await source.CountAsync(cancellation);
        using var answer = await source.OpenWholeAsync(known?.EntityTag, known?.LastModified, cancellation);
        if (answer is null)
        {
            reading.Run.Outcome = OfferRunOutcome.NotModified;
            await runs.MarkAsync(SourceKey, isWhole: true, known?.EntityTag, known?.LastModified, cancellation);
            return true;
        }

        var unknown = new UnknownLabels();
        var records = new ForemRecords(await ReaderAsync(unknown, cancellation));
        await foreach (var record in records.ReadAsync(answer.Content, source.Patience, cancellation))
        {
            if (reading.Take(record))
            {
                await WriteAsync(reading, cancellation);
            }
        }

        await WriteAsync(reading, cancellation);
        var (open, missing) = await writer.CountMissingAsync(SourceKey, reading.Held, cancellation);
        if (ClosingRule.Doubt(reading.Run.Read, reading.Run.Rejected, counted, open, missing) is { } doubt)
        {
            reading.Say($"Nothing was closed: {doubt}.");
            return false;
        }

        reading.Run.Closed = await writer.CloseMissingAsync(SourceKey, reading.Held, cancellation);
        await writer.CloseExamplesAsync(cancellation);
        await runs.KeepLabelsAsync(SourceKey, unknown, isWhole: true, cancellation);
        await runs.MarkAsync(SourceKey, isWhole: true, answer.EntityTag, answer.LastModified, cancellation);
        return true;
    }

    /// <summary>False where there is more that is new than is given by pages.</summary>
    private async Task<bool> ReadNewAsync(Reading reading, CancellationToken cancellation)
    {
        var known = await runs.FindSourceAsync(SourceKey, cancellation);
        if (known?.DoneUtc is not { } done)
        {
            return false;
        }

        var unknown = new UnknownLabels();
        var records = new ForemRecords(await ReaderAsync(unknown, cancellation));
        var number = 0;
        await foreach (var page in source.PagesSinceAsync(DateOnly.FromDateTime(done).AddDays(-DaysBack), cancellation))
        {
            if (page is null)
            {
                return false;
            }

            foreach (var record in page)
            {
                reading.Take(records.ReadOne(record, ++number, null));
            }

            await WriteAsync(reading, cancellation);
        }

        await runs.KeepLabelsAsync(SourceKey, unknown, isWhole: false, cancellation);
        await runs.MarkAsync(SourceKey, isWhole: false, null, null, cancellation);
        return true;
    }

    private async Task<OfferReader> ReaderAsync(UnknownLabels unknown, CancellationToken cancellation) =>
        new(await tables.CurrentAsync(cancellation), unknown, FieldNames.Forem, BelgianDay.Today(time));

    private async Task WriteAsync(Reading reading, CancellationToken cancellation)
    {
        if (reading.Batch.Count == 0)
        {
            return;
        }

        var count = await writer.WriteAsync(SourceKey, reading.Batch, cancellation);
        reading.Batch.Clear();
        reading.Run.Added += count.Added;
        reading.Run.Revised += count.Revised;
        reading.Run.Unchanged += count.Unchanged + count.Past;
    }

    /// <summary>What one reading has met so far.</summary>
    private sealed class Reading(OfferRun run)
    {
        private readonly StringBuilder _note = new();
        private readonly HashSet<string> _held = new(StringComparer.Ordinal);
        private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
        private int _told;

        public OfferRun Run => run;

        /// <summary>What the answer holds, those among them that were rejected: a fault in a record closes no offer.</summary>
        public IReadOnlySet<string> Held => _held;

        public List<SourceOffer> Batch { get; } = new(OfferWriter.BatchSize);

        public string? Note => _note.Length == 0 ? null : _note.ToString();

        /// <summary>Takes a record up; true where a batch is full.</summary>
        public bool Take(ReadRecord record)
        {
            run.Read++;
            if (record.Rejected is { } rejected)
            {
                Reject(rejected);
                return false;
            }

            var offer = record.Offer!;
            _held.Add(offer.ExternalId);
            if (!_taken.Add(offer.ExternalId))
            {
                Reject(new RejectedRecord(run.Read, null, offer.ExternalId, "its identifier stands twice"));
                return false;
            }

            Batch.Add(offer);
            return Batch.Count == OfferWriter.BatchSize;
        }

        public void Say(string line)
        {
            if (_note.Length < OfferRun.NoteMaxLength)
            {
                _note.Append(_note.Length > 0 ? "\n" : "").Append(line);
            }
        }

        private void Reject(RejectedRecord rejected)
        {
            run.Rejected++;
            if (rejected.ExternalId is not null)
            {
                _held.Add(rejected.ExternalId);
            }

            if (_told++ < MostTold)
            {
                Say(rejected.ToString());
            }
        }
    }
}
