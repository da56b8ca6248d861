using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Search;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Board;

/// <summary>
/// The open offers of the store laid out in memory, the same on every node: built once, and then kept up by the numbers that the store gives each
/// change. The store stays the truth; a node that cannot read it goes on with what it has, and says since when.
/// </summary>
public sealed class OfferBoard(
    IDbContextFactory<PortalDbContext> contexts,
    ContentMark mark,
    CatalogueShelf catalogue,
    PortalWords words,
    TimeProvider time
) : IDisposable
{
    /// <summary>After so long without a word of the store a board is behind.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private const ContentRealm ShownOf = ContentRealm.Offers | ContentRealm.Catalogue;
    private const int AtOnce = 2000;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lock _gate = new();
    private volatile Held? _held;
    private Task _underWay = Task.CompletedTask;

    /// <summary>How long whoever asks waits for what is under way, before an older board will do, or none.</summary>
    public TimeSpan LongestWait { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether it is there to be asked.</summary>
    public bool IsLaidOut => _held is not null;

    /// <summary>
    /// The board with all that the store has changed; an older one where the store is away or takes long to read, and null where it is being laid out
    /// for the first time.
    /// </summary>
    public async Task<BoardState?> CurrentAsync(CancellationToken cancellation)
    {
        var current = (await mark.CurrentAsync(cancellation)).Of(ShownOf);
        if (_held is not { } known || known.Mark != current)
        {
            Task underWay;
            lock (_gate)
            {
                if (_underWay.IsCompleted)
                {
                    _underWay = Task.Run(() => CatchUpAsync(CancellationToken.None), CancellationToken.None);
                }

                underWay = _underWay;
            }

            try
            {
                await underWay.WaitAsync(LongestWait, cancellation);
            }
            catch (Exception e) when (e is TimeoutException || _held is not null && StoreFailure.Is(e))
            {
                // What is there goes on being shown; where nothing is, the page says that it comes.
            }
        }
        else if (!mark.IsAway)
        {
            known.ReadUtc = time.GetUtcNow().UtcDateTime;
        }

        return _held is { } held ? new BoardState(held.Index, held.ReadUtc, time.GetUtcNow().UtcDateTime - held.ReadUtc > Patience) : null;
    }

    /// <summary>Takes in what the store changed since the last time; all of it where the board is not laid out, or too much is missing.</summary>
    public async Task CatchUpAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            // Before anything is read: what comes in meanwhile has another mark.
            var current = (await mark.CurrentAsync(cancellation)).Of(ShownOf);
            var view = await catalogue.CurrentAsync(cancellation);
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var counter = await context.Set<OfferCounter>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == OfferCounter.One, cancellation);
            var last = counter?.Last ?? 0;
            var index =
                _held is { } held && held.View == view && (counter?.Forgotten ?? 0) <= held.Last && last >= held.Last
                    ? await FollowAsync(context, held, last, cancellation)
                    : await LayOutAsync(context, view, cancellation);
            var synonyms = await context
                .Set<OfferSynonym>()
                .AsNoTracking()
                .Where(s => s.RevokedUtc == null)
                .OrderBy(s => s.Id)
                .Take(OfferSynonym.Most)
                .ToListAsync(cancellation);
            if (synonyms.Count + index.Synonyms.Count > 0)
            {
                index = index.WithSynonyms([.. synonyms.Select(s => new AskedSynonym(s.Said, s.Occupations))]);
            }

            _held = new Held(index, view, current, last) { ReadUtc = time.GetUtcNow().UtcDateTime };
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    /// <summary>All that are open, laid out anew. What changes meanwhile has a higher number, and is taken in the next time.</summary>
    private async Task<OfferIndex> LayOutAsync(PortalDbContext context, CatalogueView view, CancellationToken cancellation)
    {
        var lore = new OfferLore(
            words,
            view.Occupations.Select(o => KeyValuePair.Create(o.Code, o.Facts)),
            await context.Set<Municipality>().AsNoTracking().OrderBy(m => m.Nis).ToListAsync(cancellation),
            await context.Set<Locality>().AsNoTracking().OrderBy(l => l.Id).ToListAsync(cancellation),
            await context.Set<SearchMeaning>().AsNoTracking().OrderBy(m => m.Id).ToListAsync(cancellation)
        );
        var kinds = await KindsAsync(context, cancellation);
        var offers = new List<OpenOffer>();
        for (var from = 0L; ; from = offers[^1].Id)
        {
            var page = await context
                .Set<JobOffer>()
                .AsNoTracking()
                .Where(o => o.State == OfferState.Open && o.Id > from)
                .OrderBy(o => o.Id)
                .Take(AtOnce)
                .ToListAsync(cancellation);
            offers.AddRange(page.Select(o => Open(o, kinds, view)));
            if (page.Count < AtOnce)
            {
                return OfferIndex.Build(offers, lore);
            }
        }
    }

    private static async Task<OfferIndex> FollowAsync(PortalDbContext context, Held held, long last, CancellationToken cancellation)
    {
        var (index, from) = (held.Index, held.Last);
        if (last == from)
        {
            return index;
        }

        var kinds = await KindsAsync(context, cancellation);
        while (true)
        {
            var page = await context
                .Set<JobOffer>()
                .AsNoTracking()
                .Where(o => o.Sequence > from && o.Sequence <= last)
                .OrderBy(o => o.Sequence)
                .Take(AtOnce)
                .ToListAsync(cancellation);
            index = index.With([
                .. page.Select(o => new OfferChange(o.Id, o.Sequence, o.State == OfferState.Open ? Open(o, kinds, held.View) : null)),
            ]);
            if (page.Count < AtOnce)
            {
                return index;
            }

            from = page[^1].Sequence;
        }
    }

    private static Task<Dictionary<string, OfferSourceKind>> KindsAsync(PortalDbContext context, CancellationToken cancellation) =>
        context.Set<OfferSource>().AsNoTracking().ToDictionaryAsync(s => s.Key, s => s.Kind, StringComparer.Ordinal, cancellation);

    private static OpenOffer Open(JobOffer offer, Dictionary<string, OfferSourceKind> kinds, CatalogueView view) =>
        new()
        {
            Id = offer.Id,
            Facts = offer.Facts,
            OccupationCode = offer.OccupationCode,
            FamilyCode = offer.OccupationCode is { } code ? view.Find(code)?.Facts.Parent : null,
            IsExample = kinds.GetValueOrDefault(offer.Source) == OfferSourceKind.Example,
            SameAs = offer.SameAs,
            TogetherWith = offer.TogetherWith,
            Sequence = offer.Sequence,
        };

    private sealed record Held(OfferIndex Index, CatalogueView View, Guid Mark, long Last)
    {
        public DateTime ReadUtc { get; set; }
    }
}
