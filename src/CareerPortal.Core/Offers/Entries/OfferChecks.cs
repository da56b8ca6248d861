using CareerPortal.Data;
using CareerPortal.Offers.Board;
using CareerPortal.Offers.Doubles;
using CareerPortal.Offers.Sources;
using CareerPortal.Wages;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Offers.Entries;

/// <summary>Checks an offer as it is written: by its own words, by what the portal knows, and against the open offers.</summary>
public sealed class OfferChecks(
    IDbContextFactory<PortalDbContext> contexts,
    OfferTablesShelf tables,
    TitleGenderShelf genders,
    OfferBoard board,
    OfferShelf offers,
    OfferGrouperShelf groupers,
    TimeProvider time
)
{
    /// <summary>So many offers with such a title around the first place are compared.</summary>
    private const int MostCompared = 50;

    /// <summary>The number of an offer that has none yet.</summary>
    private const long Unnumbered = long.MaxValue;

    /// <summary>What a form says, and what is wrong with it.</summary>
    /// <param name="form">The form, cleaned.</param>
    /// <param name="own">The offer on the board that it revises.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<OfferVerdict> OfAsync(OfferForm form, long? own, CancellationToken cancellation)
    {
        var today = BelgianDay.Today(time);
        var verdict = new OfferFormReader(
            await tables.CurrentAsync(cancellation),
            await genders.CurrentAsync(cancellation),
            await FloorAsync(today, cancellation),
            today
        ).Read(form, published: null);
        return await DoubleOfAsync(verdict.Facts, own, today, cancellation) is { } same
            ? verdict with
            {
                Faults = [.. verdict.Faults, new OfferFault(OfferFormField.Whole, OfferFaultKind.Again, $"{same}")],
            }
            : verdict;
    }

    private async Task<WageFloor?> FloorAsync(DateOnly today, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.WageFloors.AsNoTracking().Where(w => w.From <= today).OrderByDescending(w => w.From).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>The open offer that seems to be this same post; null where none does, or the board cannot tell now.</summary>
    private async Task<long?> DoubleOfAsync(OfferFacts facts, long? own, DateOnly today, CancellationToken cancellation)
    {
        var words = OfferTitle.Bare(facts.Title, static _ => false);
        if (words.Length == 0 || await board.CurrentAsync(cancellation) is not { } state)
        {
            return null;
        }

        var hits = state.Find(
            new OfferQuery
            {
                Text = words.Length > OfferQuery.TextMaxLength ? words[..OfferQuery.TextMaxLength] : words,
                Place =
                    facts.Places.FirstOrDefault(p => p.Postcode is not null)?.Postcode
                    ?? (facts.Places is [var first, ..] ? first.Municipality : null),
                PageSize = MostCompared,
            },
            today
        );
        var near = await offers.ListAsync([.. hits.Page.Select(h => h.Id).Where(id => id != own)], cancellation);
        var keys = near.Select(o => OfferKey.Of(o.Id, o.Facts)).Append(OfferKey.Of(Unnumbered, facts));
        var same = (await groupers.CurrentAsync(cancellation)).Group(keys, []).SameAs(Unnumbered);
        return same == Unnumbered ? null : same;
    }
}
