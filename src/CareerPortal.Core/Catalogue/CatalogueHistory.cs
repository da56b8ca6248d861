using System.Buffers.Binary;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Catalogue;

/// <summary>
/// Tells what changed in the catalogue since somebody last asked. It follows from the marks that every change of a row renews, and which hold its
/// moment; no row is ever deleted, so nothing has to be remembered besides.
/// </summary>
/// <remarks>
/// A change has its moment before it is committed: whoever read in between gets all over again that is younger than <see cref="Overlap"/> before the
/// reading. Taking a row over twice does no harm.
/// </remarks>
public sealed class CatalogueHistory
{
    /// <summary>No import takes longer from its first row to its commit.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    private readonly IDbContextFactory<PortalDbContext> _contexts;
    private readonly ContentMark _mark;
    private readonly TimeProvider _time;
    private readonly PerContent<Ledger> _ledger;

    public CatalogueHistory(IDbContextFactory<PortalDbContext> contexts, ContentMark mark, TimeProvider time)
    {
        _contexts = contexts;
        _mark = mark;
        _time = time;
        _ledger = new PerContent<Ledger>(mark, ContentRealm.Catalogue, ReadAsync);
    }

    /// <summary>
    /// A page of what somebody has to take over who stands at <paramref name="since"/>, in the order of the codes; the whole catalogue, with what was
    /// given up, for whoever has nothing yet. Null where the store does not know that state: everything is then to be taken anew.
    /// </summary>
    public async Task<CatalogueSync?> SinceAsync(CatalogueCursor? since, int size, CancellationToken cancellation)
    {
        var ledger = await _ledger.CurrentAsync(cancellation);
        if (since is not null && !(ledger.Knows(since.Reached) && (since.From is null || ledger.Knows(since.From))))
        {
            return null;
        }

        var known = since?.Known;
        var reached = since?.After is null ? ledger.Moment : since.Reached;
        var rows = ledger.Since(known);
        var left = since?.After is { } after ? rows.SkipWhile(r => string.CompareOrdinal(r.Code, after) <= 0).ToList() : rows;
        var page = left.Take(size).ToList();
        return new CatalogueSync
        {
            Edition = ledger.Moment.Edition,
            IsSnapshot = known is null,
            Total = rows.Count,
            Rows = page,
            Cursor = left.Count > page.Count ? new CatalogueCursor(reached, known, page[^1].Code) : new CatalogueCursor(reached),
        };
    }

    /// <summary>The occupations that are listed no longer, in the order of their codes.</summary>
    public async Task<IReadOnlyList<CatalogueRow>> GivenUpAsync(CancellationToken cancellation) =>
        [.. (await _ledger.CurrentAsync(cancellation)).Since(null).Where(r => r.GoneUtc is not null)];

    private async Task<Ledger> ReadAsync()
    {
        // Before anything is read: what comes in meanwhile has another mark, and is told by the next answer.
        var mark = (await _mark.CurrentAsync(CancellationToken.None)).Of(ContentRealm.Catalogue);
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        await using var context = await _contexts.CreateDbContextAsync();
        var occupations = await context
            .CatalogueOccupations.AsNoTracking()
            .Select(o => new
            {
                o.Code,
                o.Slug,
                o.Edition,
                o.GoneUtc,
                o.Version,
            })
            .ToListAsync();
        var codes = await context
            .CatalogueCodes.AsNoTracking()
            .Where(c => c.Scheme == "rome")
            .Select(c => new { c.Code, c.ReplacedBy })
            .ToListAsync();
        var replaced = codes.ToDictionary(c => c.Code, c => c.ReplacedBy, StringComparer.Ordinal);
        return new Ledger(
            mark,
            now,
            [
                .. occupations
                    .Select(o => new CatalogueRow(
                        o.Code,
                        o.Slug,
                        o.Edition,
                        o.GoneUtc,
                        o.GoneUtc is null ? null : replaced.GetValueOrDefault(o.Code),
                        MomentOf(o.Version)
                    ))
                    .OrderBy(r => r.Code, StringComparer.Ordinal),
            ]
        );
    }

    /// <summary>The moment that a mark of version 7 begins with, in milliseconds since 1970.</summary>
    private static long MomentOf(Guid version)
    {
        Span<byte> bytes = stackalloc byte[16];
        version.TryWriteBytes(bytes, bigEndian: true, out _);
        return (long)(BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16);
    }

    /// <summary>All rows at one moment.</summary>
    private sealed class Ledger
    {
        private readonly IReadOnlyList<CatalogueRow> _rows;
        private readonly HashSet<string> _editions;
        private readonly long _oldest;

        public Ledger(Guid mark, long now, IReadOnlyList<CatalogueRow> rows)
        {
            _rows = rows;
            _editions = rows.Select(r => r.Edition).ToHashSet(StringComparer.Ordinal);
            _oldest = rows.Select(r => r.Changed).DefaultIfEmpty(0).Min();
            var newest = rows.Where(r => r.GoneUtc is null).MaxBy(r => r.Changed);
            var last = rows.Select(r => r.Changed).DefaultIfEmpty(0).Max();

            // The clocks of two machines differ: nobody has read before the last change was made.
            Moment = new CatalogueMoment(mark, Math.Max(now, last), last, newest?.Edition ?? "");
        }

        public CatalogueMoment Moment { get; }

        /// <summary>
        /// Whether the rows are later ones of the same store. It does not know an edition of which nothing is left, nor what is newer than all of it
        /// (a copy was put back), nor a state older than all of it (it was filled anew).
        /// </summary>
        public bool Knows(CatalogueMoment moment) =>
            moment.Mark == Moment.Mark || _editions.Contains(moment.Edition) && moment.Newest <= Moment.Newest && _oldest <= moment.Read;

        public List<CatalogueRow> Since(CatalogueMoment? known) =>
            known is null ? [.. _rows]
            : known.Mark == Moment.Mark ? []
            : [.. _rows.Where(r => r.Changed > known.Read - (long)Overlap.TotalMilliseconds)];
    }
}
