namespace CareerPortal.Offers.Sources;

/// <summary>Takes a file of offers in as those of a source.</summary>
public sealed class OfferImport(OfferWriter writer, OfferRuns runs, OfferTablesShelf tables, TimeProvider time, OfferKinship? kinship = null)
{
    private const int MostTold = 20;

    /// <summary>Reads the file to its end. Each rejected record is told as it is met; after each batch, how many records were read.</summary>
    /// <exception cref="ArgumentException">The source is none that files are taken in for.</exception>
    public async Task<ImportReport> RunAsync(
        Stream file,
        OfferFileFormat format,
        ImportOrder order,
        Action<RejectedRecord> reject,
        Action<int> progress,
        CancellationToken cancellation
    )
    {
        var key = order.Source;
        if (key.Length is 0 or > OfferSource.KeyMaxLength || !key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new ArgumentException("The key of a source is made of small letters, digits and hyphens.", nameof(order));
        }

        var known = await runs.FindSourceAsync(key, cancellation);
        if (key is ExampleOffers.SourceKey or OwnOffers.SourceKey || known?.Kind is OfferSourceKind.Portal or OfferSourceKind.Example)
        {
            throw new ArgumentException($"Offers of '{key}' are the portal's own.", nameof(order));
        }

        var unknown = new UnknownLabels();
        var reader = new OfferFileReader(await tables.CurrentAsync(cancellation), unknown, BelgianDay.Today(time));
        OfferRun? run = null;
        if (!order.IsRehearsal)
        {
            await runs.EnsureSourceAsync(key == OfferSync.SourceKey ? OfferSync.Source : SourceOf(order), cancellation);
            run = await runs.BeginAsync(key, OfferRunKind.File, cancellation);
        }

        var (count, read, rejected, closed) = (default(WriteCount), 0, 0, 0);
        var told = new List<string>();
        string? problem = null;
        var holds = new HashSet<string>(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var batch = new List<SourceOffer>(OfferWriter.BatchSize);
        try
        {
            await foreach (var record in reader.ReadAsync(file, format, cancellation))
            {
                read++;
                if (record.Offer is { } offer && taken.Add(offer.ExternalId))
                {
                    holds.Add(offer.ExternalId);
                    batch.Add(offer);
                    if (batch.Count == OfferWriter.BatchSize)
                    {
                        await WriteAsync();
                    }

                    continue;
                }

                var refused = record.Rejected ?? new RejectedRecord(read, null, record.Offer!.ExternalId, "its identifier stands twice");
                rejected++;
                if (refused.ExternalId is not null)
                {
                    holds.Add(refused.ExternalId);
                }

                if (told.Count < MostTold)
                {
                    told.Add(refused.ToString());
                }

                reject(refused);
            }
        }
        catch (FormatException e)
        {
            problem = e.Message;
        }

        await WriteAsync();
        if (order.IsWhole && problem is null)
        {
            var (open, missing) = await writer.CountMissingAsync(key, holds, cancellation);
            problem = ClosingRule.Doubt(read, rejected, null, open, missing) is { } doubt ? $"Nothing was closed: {doubt}." : null;
            closed =
                problem is not null ? 0
                : order.IsRehearsal ? missing
                : await writer.CloseMissingAsync(key, holds, cancellation);
        }

        if (run is not null)
        {
            if (kinship is not null && count.Added + count.Revised + closed > 0)
            {
                await kinship.SettleAsync(cancellation);
            }

            await EndAsync(run);
        }

        return new ImportReport(count, read, rejected, closed, problem);

        async Task WriteAsync()
        {
            if (batch.Count > 0)
            {
                count += order.IsRehearsal ? await writer.RehearseAsync(key, batch, cancellation) : await writer.WriteAsync(key, batch, cancellation);
                batch.Clear();
            }

            progress(read);
        }

        async Task EndAsync(OfferRun ended)
        {
            (ended.Read, ended.Added, ended.Revised, ended.Unchanged) = (read, count.Added, count.Revised, count.Unchanged + count.Past);
            (ended.Rejected, ended.Closed) = (rejected, closed);
            ended.Outcome = problem is null ? OfferRunOutcome.Done : OfferRunOutcome.Incomplete;
            ended.Note = string.Join('\n', told.Prepend(problem ?? "").Where(t => t.Length > 0)) is { Length: > 0 } note ? note : null;
            if (count.Added > 0)
            {
                await writer.CloseExamplesAsync(cancellation);
            }

            await runs.KeepLabelsAsync(key, unknown, isWhole: false, cancellation);
            await runs.MarkAsync(key, isWhole: false, null, null, cancellation);
            await runs.EndAsync(ended, cancellation);
        }
    }

    private static OfferSource SourceOf(ImportOrder order) =>
        new()
        {
            Key = order.Source,
            Kind = OfferSourceKind.File,
            Name = order.Name ?? order.Source,
            Licence = order.Licence ?? "",
            Attribution = order.Name ?? order.Source,
            Url = order.Url,
        };
}
