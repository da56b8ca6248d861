using CareerPortal.Data;
using CareerPortal.Offers.Classifying;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Sources;

/// <summary>
/// Brings offers of a source into the store, a batch in a transaction: only what changed is written, and each change takes its number under the
/// counter's lock. Whatever interrupts it, writing all of it again ends in the same store.
/// </summary>
public sealed class OfferWriter(IDbContextFactory<PortalDbContext> contexts, TimeProvider time, OfferClassifierShelf? classifiers = null)
{
    /// <summary>Enough that a transaction is worth it, few enough for SQL Server's parameters and for whoever waits for the store.</summary>
    public const int BatchSize = 500;

    private const int MostEarlierDates = 20;

    private static readonly TimeSpan SeenAgain = TimeSpan.FromDays(1);

    /// <summary>Adds, revises and reopens; at most <see cref="BatchSize"/> offers, each once.</summary>
    public async Task<WriteCount> WriteAsync(string source, IReadOnlyList<SourceOffer> offers, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offers.Count, BatchSize);
        try
        {
            return await TryWriteAsync(source, offers, cancellation);
        }
        catch (DuplicateRowException)
        {
            // Somebody else wrote the same for the first time.
            return await TryWriteAsync(source, offers, cancellation);
        }
    }

    /// <summary>What an offer seems to be about; asked before a transaction begins, since it may take a while.</summary>
    internal async Task<FoundOccupations> OccupationsOfAsync(SourceOffer offer, CancellationToken cancellation) =>
        (await FindOccupationsAsync([new Change(offer, offer.Facts, "")], cancellation))[0];

    /// <summary>
    /// Puts one offer on the board within somebody's transaction: written for the first time, or revised where it says something else, and opened again
    /// where it was closed by whomever.
    /// </summary>
    internal async Task<JobOffer> PutAsync(
        PortalDbContext context,
        string source,
        SourceOffer offer,
        FoundOccupations found,
        CancellationToken cancellation
    )
    {
        var (now, facts, hash) = (Now, offer.Facts, OfferHash.Of(offer.Facts));
        var number = await context.TakeNumbersAsync(1, cancellation);
        var row = await context.JobOffers.SingleOrDefaultAsync(o => o.Source == source && o.ExternalId == offer.ExternalId, cancellation);
        if (row is null)
        {
            row = Begin(source, offer.ExternalId, facts, hash, now);
            context.Add(row);
        }
        else
        {
            Revise(row, facts, hash, now);
        }

        SetOccupation(row, found);
        row.Sequence = number;
        await context.SaveChangesAsync(cancellation);
        return row;
    }

    /// <summary>Tells what writing would do, and stores nothing.</summary>
    public async Task<WriteCount> RehearseAsync(string source, IReadOnlyList<SourceOffer> offers, CancellationToken cancellation)
    {
        var compared = await CompareAsync(source, offers, cancellation);
        return new WriteCount(compared.Added, compared.Changed.Count - compared.Added, compared.Unchanged, compared.Past);
    }

    /// <summary>How many offers of a source are open, and how many of them it no longer holds.</summary>
    public async Task<(int Open, int Missing)> CountMissingAsync(string source, IReadOnlySet<string> holds, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var (open, missing) = (0, 0);
        await foreach (
            var id in context
                .JobOffers.Where(o => o.Source == source && o.State == OfferState.Open)
                .Select(o => o.ExternalId)
                .AsAsyncEnumerable()
                .WithCancellation(cancellation)
        )
        {
            open++;
            missing += holds.Contains(id) ? 0 : 1;
        }

        return (open, missing);
    }

    /// <summary>Closes what a source no longer holds. Whether its answer can be believed is asked before: <see cref="ClosingRule"/>.</summary>
    public async Task<int> CloseMissingAsync(string source, IReadOnlySet<string> holds, CancellationToken cancellation)
    {
        var missing = new List<long>();
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            await foreach (
                var offer in context
                    .JobOffers.Where(o => o.Source == source && o.State == OfferState.Open)
                    .Select(o => new { o.Id, o.ExternalId })
                    .AsAsyncEnumerable()
                    .WithCancellation(cancellation)
            )
            {
                if (!holds.Contains(offer.ExternalId))
                {
                    missing.Add(offer.Id);
                }
            }
        }

        return await CloseAsync(missing, OfferClosing.Withdrawn, cancellation);
    }

    /// <summary>Closes the offers whose last day is past.</summary>
    public async Task<int> CloseExpiredAsync(CancellationToken cancellation)
    {
        var today = BelgianDay.Today(time);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var past = await context
            .JobOffers.Where(o => o.State == OfferState.Open && o.Expires != null && o.Expires < today)
            .OrderBy(o => o.Id)
            .Select(o => o.Id)
            .ToListAsync(cancellation);
        return await CloseAsync(past, OfferClosing.Expired, cancellation);
    }

    /// <summary>Closes the examples, once real offers have come.</summary>
    public async Task<int> CloseExamplesAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var sources = context.OfferSources.Where(s => s.Kind == OfferSourceKind.Example).Select(s => s.Key);
        var examples = await context
            .JobOffers.Where(o => o.State == OfferState.Open && sources.Contains(o.Source))
            .OrderBy(o => o.Id)
            .Select(o => o.Id)
            .ToListAsync(cancellation);
        return await CloseAsync(examples, OfferClosing.ExampleEnded, cancellation);
    }

    private async Task<int> CloseAsync(IReadOnlyList<long> offers, OfferClosing why, CancellationToken cancellation)
    {
        var closed = 0;
        foreach (var ids in offers.Chunk(BatchSize))
        {
            closed += await contexts.InTransactionAsync(
                async (context, token) =>
                {
                    var number = await context.TakeNumbersAsync(ids.Length, token);
                    var rows = await context
                        .JobOffers.Where(o => ids.Contains(o.Id) && o.State == OfferState.Open)
                        .OrderBy(o => o.Id)
                        .ToListAsync(token);
                    foreach (var row in rows)
                    {
                        row.Close(why, Now);
                        row.Sequence = number++;
                    }

                    await context.SaveChangesAsync(token);
                    return rows.Count;
                },
                static _ => true,
                cancellation
            );
        }

        return closed;
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private async Task<WriteCount> TryWriteAsync(string source, IReadOnlyList<SourceOffer> offers, CancellationToken cancellation)
    {
        var compared = await CompareAsync(source, offers, cancellation);
        if (compared.Seen.Count > 0)
        {
            var (now, seen) = (Now, compared.Seen);
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            await context.JobOffers.Where(o => seen.Contains(o.Id)).ExecuteUpdateAsync(s => s.SetProperty(o => o.LastSeenUtc, now), cancellation);
        }

        var none = new WriteCount(0, 0, compared.Unchanged, compared.Past);
        if (compared.Changed.Count == 0)
        {
            return none;
        }

        var found = await FindOccupationsAsync(compared.Changed, cancellation);
        return none
            + await contexts.InTransactionAsync(
                (context, token) => ApplyAsync(context, source, compared.Changed, found, token),
                static _ => true,
                cancellation
            );
    }

    /// <summary>What is as before is found without a lock: most of an answer is.</summary>
    private async Task<Compared> CompareAsync(string source, IReadOnlyList<SourceOffer> offers, CancellationToken cancellation)
    {
        var (now, today) = (Now, BelgianDay.Today(time));
        var held = await HeldAsync(source, offers, cancellation);
        var changed = new List<Change>();
        var seen = new List<long>();
        var (added, unchanged, past) = (0, 0, 0);
        foreach (var offer in offers)
        {
            var before = held.GetValueOrDefault(offer.ExternalId);
            var facts = offer.IsDated ? offer.Facts : offer.Facts with { Published = before?.Published ?? today };
            var hash = OfferHash.Of(facts);
            if (before is null && facts.Expires < today)
            {
                past++;
            }
            else if (before is null || Changes(before, facts, hash, today))
            {
                changed.Add(new Change(offer, facts, hash));
                added += before is null ? 1 : 0;
            }
            else
            {
                unchanged++;
                if (before.LastSeenUtc <= now - SeenAgain)
                {
                    seen.Add(before.Id);
                }
            }
        }

        return new Compared(changed, seen, added, unchanged, past);
    }

    /// <summary>
    /// Whether what a source tells changes what the store holds: an open offer that says something else, a closed one that is back. What somebody of
    /// the portal closed stays closed.
    /// </summary>
    private static bool Changes(Held before, OfferFacts facts, string hash, DateOnly today) =>
        before.State == OfferState.Open
            ? before.Hash != hash
            : before.Closing is OfferClosing.Withdrawn or OfferClosing.Expired && !(facts.Expires < today);

    private async Task<Dictionary<string, Held>> HeldAsync(string source, IReadOnlyList<SourceOffer> offers, CancellationToken cancellation)
    {
        var ids = offers.Select(o => o.ExternalId).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .JobOffers.Where(o => o.Source == source && ids.Contains(o.ExternalId))
            .Select(o => new Held(o.Id, o.ExternalId, o.Hash, o.State, o.Closing, o.Published, o.LastSeenUtc))
            .ToDictionaryAsync(o => o.ExternalId, StringComparer.Ordinal, cancellation);
    }

    /// <summary>
    /// The one place where an offer's occupation is found. (Which offers are the same post is found afterwards, over all of them, and not here.)
    /// </summary>
    private async Task<IReadOnlyList<FoundOccupations>> FindOccupationsAsync(IReadOnlyList<Change> changed, CancellationToken cancellation)
    {
        // It takes seconds to learn: not for offers that bring their occupation with them.
        var classifier =
            classifiers is null || changed.All(c => c.Offer.OccupationCode is not null) ? null : await classifiers.CurrentAsync(cancellation);
        return [.. changed.Select(c => Find(classifier, c))];
    }

    private static FoundOccupations Find(OfferClassifier? classifier, Change change)
    {
        if (change.Offer.OccupationCode is { } code)
        {
            return new FoundOccupations(code, OfferOccupationOrigin.CodeAndTitle, [new OfferOccupation(code, 1)]);
        }

        var found = classifier?.Classify(change.Facts.Title, change.Facts.JobCode);
        return found is null or { Occupations: [] }
            ? FoundOccupations.None
            : new FoundOccupations(found.Occupations[0].Code, found.Origin, found.Occupations);
    }

    private async Task<WriteCount> ApplyAsync(
        PortalDbContext context,
        string source,
        IReadOnlyList<Change> changed,
        IReadOnlyList<FoundOccupations> found,
        CancellationToken cancellation
    )
    {
        var (now, today) = (Now, BelgianDay.Today(time));
        var number = await context.TakeNumbersAsync(changed.Count, cancellation);
        var ids = changed.Select(c => c.Offer.ExternalId).ToList();
        var rows = await context
            .JobOffers.Where(o => o.Source == source && ids.Contains(o.ExternalId))
            .ToDictionaryAsync(o => o.ExternalId, StringComparer.Ordinal, cancellation);
        var (added, revised, unchanged) = (0, 0, 0);
        for (var at = 0; at < changed.Count; at++)
        {
            var (offer, facts, hash) = changed[at];
            if (!rows.TryGetValue(offer.ExternalId, out var row))
            {
                row = Begin(source, offer.ExternalId, facts, hash, now);
                row.Sequence = number++;
                SetOccupation(row, found[at]);
                context.Add(row);
                added++;
            }
            else if (Changes(new Held(row.Id, row.ExternalId, row.Hash, row.State, row.Closing, row.Published, row.LastSeenUtc), facts, hash, today))
            {
                Revise(row, facts, hash, now);
                SetOccupation(row, found[at]);
                row.Sequence = number++;
                revised++;
            }
            else
            {
                // Another writer was faster.
                unchanged++;
            }
        }

        await context.SaveChangesAsync(cancellation);
        return new WriteCount(added, revised, unchanged, 0);
    }

    private static JobOffer Begin(string source, string externalId, OfferFacts facts, string hash, DateTime now) =>
        new()
        {
            Source = source,
            ExternalId = externalId,
            Facts = facts,
            Hash = hash,
            Reference = facts.Reference,
            FirstSeenUtc = now,
            LastSeenUtc = now,
            Published = facts.Published,
            Expires = facts.Expires,
        };

    private static void Revise(JobOffer row, OfferFacts facts, string hash, DateTime now)
    {
        var earlier = row.Facts.EarlierDates;
        var isBack = row.State == OfferState.Closed;
        if (isBack)
        {
            row.Reopen();
        }

        if (facts.Published > row.Published)
        {
            // Dated anew, though it never left: as good as having come back.
            row.Returns += isBack ? 0 : 1;
            earlier = [.. earlier.Append(row.Published).TakeLast(MostEarlierDates)];
        }

        row.Facts = facts with { EarlierDates = earlier };
        (row.Hash, row.Reference, row.Published, row.Expires, row.LastSeenUtc) = (hash, facts.Reference, facts.Published, facts.Expires, now);
        row.Touch();
    }

    /// <summary>What a counsellor said of its occupation stands.</summary>
    private static void SetOccupation(JobOffer row, FoundOccupations found)
    {
        row.Occupations = found.Likeliest;
        if (row.OccupationOrigin != OfferOccupationOrigin.Counsellor)
        {
            (row.OccupationCode, row.OccupationOrigin) = (found.Code, found.Origin);
            row.Sureness = found.Likeliest.Count > 0 ? found.Likeliest[0].Confidence : null;
        }
    }

    private sealed record Held(
        long Id,
        string ExternalId,
        string Hash,
        OfferState State,
        OfferClosing? Closing,
        DateOnly Published,
        DateTime LastSeenUtc
    );

    private sealed record Compared(IReadOnlyList<Change> Changed, IReadOnlyList<long> Seen, int Added, int Unchanged, int Past);

    private sealed record Change(SourceOffer Offer, OfferFacts Facts, string Hash);
}
