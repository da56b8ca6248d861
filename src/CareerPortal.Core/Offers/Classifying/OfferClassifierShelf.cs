using CareerPortal.Catalogue;
using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Classifying;

/// <summary>
/// The classifier for the catalogue as it is, which learned from the corrections of counsellors and from offers whose source gave a code; learned anew
/// once a day.
/// </summary>
public sealed class OfferClassifierShelf(IDbContextFactory<PortalDbContext> contexts, CatalogueShelf shelf, ContentMark mark, TimeProvider time)
{
    /// <summary>So many corrections are learned from, the last ones.</summary>
    public const int MostCorrections = 20_000;

    /// <summary>So many offers with a code are learned from, the last that changed: more would take longer to learn than a start may.</summary>
    public const int MostOffers = 6_000;

    /// <summary>Behind five characters: a code of ROME 3, which says the family alone.</summary>
    private const string FamilyAlone = "00";

    private const int FamilyLength = 5;

    private readonly Lock _gate = new();
    private PerContent<OfferClassifier>? _classifier;
    private DateOnly _day;

    public Task<OfferClassifier> CurrentAsync(CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        lock (_gate)
        {
            if (_classifier is null || _day != today)
            {
                _classifier = new PerContent<OfferClassifier>(mark, ContentRealm.Catalogue, LearnAsync);
                _day = today;
            }

            return _classifier.CurrentAsync(cancellation);
        }
    }

    /// <summary>The titles whose occupation a counsellor corrected, the last corrections first.</summary>
    public async Task<IReadOnlyList<OfferExample>> CorrectionsAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context
            .OfferCorrections.OrderByDescending(c => c.AtUtc)
            .ThenByDescending(c => c.Id)
            .Take(MostCorrections)
            .Select(c => new OfferExample(c.Title, c.OccupationCode))
            .ToListAsync(cancellation);
    }

    /// <summary>Titles of offers with the codes that their sources gave: families, no occupations of ROME 4.0.</summary>
    public async Task<IReadOnlyList<OfferExample>> CodedOffersAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var coded = await context
            .JobOffers.AsNoTracking()
            .Where(o => o.OccupationOrigin == OfferOccupationOrigin.CodeAndTitle)
            .OrderByDescending(o => o.Sequence)
            .ThenByDescending(o => o.Id)
            .Take(MostOffers)
            .Select(o => o.Facts)
            .ToListAsync(cancellation);
        return
        [
            .. coded
                .Where(f => f.JobCode is not null)
                .Select(f => new OfferExample(f.Title, f.JobCode!.Trim() is { Length: FamilyLength } rome ? rome + FamilyAlone : f.JobCode)),
        ];
    }

    private async Task<OfferClassifier> LearnAsync()
    {
        var view = await shelf.CurrentAsync(CancellationToken.None);
        await using var context = await contexts.CreateDbContextAsync();
        var municipalities = await context.Municipalities.AsNoTracking().OrderBy(m => m.Nis).ToListAsync();
        var localities = await context.Localities.AsNoTracking().OrderBy(l => l.Id).Select(l => l.Name).ToListAsync();
        return new OfferClassifier(
            view.Occupations.Select(o => (o.Code, o.Facts)),
            municipalities.SelectMany(m => m.Aliases.Append(m.French).Append(m.Dutch)).Concat(localities),
            [.. await CorrectionsAsync(CancellationToken.None), .. await CodedOffersAsync(CancellationToken.None)]
        );
    }
}
