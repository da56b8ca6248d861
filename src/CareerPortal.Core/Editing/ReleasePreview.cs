using System.Globalization;
using CareerPortal.Data;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace CareerPortal.Editing;

/// <summary>
/// What readers will see at a moment to come: what they see now, with the drafts and releases that are due by then, and one release that is asked
/// for whatever its state. It reads, and neither writes nor locks; what it laid out stands until one of them changes.
/// </summary>
public sealed class ReleasePreview(IDbContextFactory<PortalDbContext> contexts, GuideLibrary library) : IDisposable
{
    /// <summary>How many states of the site to come are in memory together, and for how long.</summary>
    private const int MostKept = 8;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The library of that moment.</summary>
    public async Task<GuideLibrary> LibraryAsync(DateTime atUtc, int? releaseId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var releases = await context
            .Releases.AsNoTracking()
            .Include(r => r.Items)
            .Where(r =>
                r.State == ReleaseState.Scheduled && r.PublishAtUtc <= atUtc
                || r.Id == releaseId && r.State != ReleaseState.Published && r.State != ReleaseState.Cancelled
            )
            .ToListAsync(cancellation);
        var drafts = await context
            .Drafts.AsNoTracking()
            .Where(d => d.State == DraftState.Scheduled && d.PublishAtUtc <= atUtc && d.SubmittedRevisionId != null)
            .Select(d => new
            {
                d.GuideId,
                d.Version,
                d.PublishAtUtc,
                d.SubmittedRevisionId,
            })
            .ToListAsync(cancellation);
        var day = DateOnly.FromDateTime(atUtc);
        var state = string.Join(',', releases.Select(r => r.Version).Concat(drafts.Select(d => d.Version)).Order());
        var key = string.Create(CultureInfo.InvariantCulture, $"{day:O} {releaseId} {state}");
        if (_kept.TryGetValue(key, out GuideLibrary? laidOut))
        {
            return laidOut!;
        }

        // What is due later stands over what is due before it; the release that is asked for over all.
        var shown = drafts.Select(d => (At: d.PublishAtUtc!.Value, d.GuideId, Revision: d.SubmittedRevisionId!.Value)).ToList();
        var inOrder = releases.OrderBy(r => r.Id == releaseId ? DateTime.MaxValue : r.PublishAtUtc).ThenBy(r => r.Id).ToList();
        shown.AddRange(
            inOrder.SelectMany(r =>
                r.Items.Where(i => i.Kind == ReleaseItemKind.Guide)
                    .Select(i => (r.Id == releaseId ? DateTime.MaxValue : r.PublishAtUtc!.Value, i.GuideId!.Value, i.RevisionId!.Value))
            )
        );
        var guides = new Dictionary<int, GuideDocument>();
        foreach (var (_, guide, revision) in shown.OrderBy(s => s.At))
        {
            var written = await context.Revisions.AsNoTracking().FirstAsync(r => r.Id == revision, cancellation);
            try
            {
                guides[guide] = written.Read();
            }
            catch (UnreadableRevisionException)
            {
                // It could not be published either: the guide stays as it is.
            }
        }

        var parameters = inOrder.SelectMany(r => r.Items.OrderBy(i => i.Id)).ToLookup(i => i.Kind, i => i.Document);
        var ahead = new ContentAhead
        {
            Day = day,
            Guides = guides,
            WageFloors = [.. parameters[ReleaseItemKind.WageFloor].Select(d => DirectoryRows.Of(ExchangeJson.Read<WageFloorEntry>(d!)))],
            ExchangeRates = [.. parameters[ReleaseItemKind.ExchangeRate].Select(d => DirectoryRows.Of(ExchangeJson.Read<ExchangeRateEntry>(d!)))],
            Requirements = await RequirementsAsync(context, parameters[ReleaseItemKind.Requirements], cancellation),
        };
        return _kept.Set(key, library.AsOf(ahead), new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Kept });
    }

    public void Dispose() => _kept.Dispose();

    private static async Task<IReadOnlyDictionary<int, IReadOnlyList<Requirement>>> RequirementsAsync(
        PortalDbContext context,
        IEnumerable<string?> documents,
        CancellationToken cancellation
    )
    {
        var requirements = new Dictionary<int, IReadOnlyList<Requirement>>();
        foreach (var given in documents.Select(d => ExchangeJson.Read<OccupationRequirements>(d!)))
        {
            var id = await context.Occupations.Where(o => o.Code == given.Occupation).Select(o => (int?)o.Id).FirstOrDefaultAsync(cancellation);
            if (id is { } occupation)
            {
                requirements[occupation] =
                [
                    .. given
                        .Requirements.OrderByDescending(r => r.Importance)
                        .ThenBy(r => r.Quality, StringComparer.Ordinal)
                        .Select(ReleaseParameters.Of),
                ];
            }
        }

        return requirements;
    }
}
