using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Guides;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Editing;

/// <summary>The catalogue in the workspace: what it holds, and which of its pages somebody found fit for search engines.</summary>
public sealed class CatalogueDesk(IDbContextFactory<PortalDbContext> contexts, CatalogueShelf shelf, TimeProvider time)
{
    public const int PageSize = 50;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<DeskResult<CatalogueStatus>> StatusAsync(Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var editions = await context
            .CatalogueOccupations.Where(o => o.GoneUtc == null)
            .GroupBy(o => o.Edition)
            .Select(g => new { Edition = g.Key, Count = g.Count() })
            .OrderBy(g => g.Edition)
            .ToListAsync(cancellation);
        return new(
            DeskAnswer.Done,
            new CatalogueStatus
            {
                Sources = await context.CatalogueSources.AsNoTracking().OrderBy(s => s.Key).ToListAsync(cancellation),
                Editions = [.. editions.Select(e => (e.Edition, e.Count))],
                Listed = editions.Sum(e => e.Count),
                Reviewed = await context.CatalogueOccupations.CountAsync(o => o.GoneUtc == null && o.ReviewedUtc != null, cancellation),
                Gone = await context.CatalogueOccupations.CountAsync(o => o.GoneUtc != null, cancellation),
                Texts = await context.CatalogueTexts.CountAsync(cancellation),
                HeldBack = await context.CatalogueTexts.CountAsync(t => t.HeldBackFor != null, cancellation),
                Shortages = await context.ShortageListings.CountAsync(cancellation),
            }
        );
    }

    /// <summary>The occupations whose code begins with, or one of whose names holds, each of the words typed; all where nothing was typed.</summary>
    public async Task<DeskResult<Listing<CatalogueLine>>> ListAsync(Actor actor, string? typed, int page, CancellationToken cancellation)
    {
        await using (var context = await contexts.CreateDbContextAsync(cancellation))
        {
            if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
            {
                return new(DeskAnswer.NotAllowed);
            }
        }

        var view = await shelf.CurrentAsync(cancellation);
        var found = view.Named(typed);
        var shown = ShownPage.Of(page, found.Count, PageSize);
        var lines = found
            .Skip(shown.Skipped)
            .Take(PageSize)
            .Select(o => new CatalogueLine(o.Code, o.Slug, o.Facts.Masculine, o.Facts.Feminine, o.ReviewedUtc))
            .ToList();
        return new(DeskAnswer.Done, new Listing<CatalogueLine>(lines, found.Count, shown.Page, shown.Pages));
    }

    public async Task<DeskResult<CatalogueCard>> FindAsync(Actor actor, string slug, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await AccountGate.RoleOfAsync(context, actor, cancellation) is null)
        {
            return new(DeskAnswer.NotAllowed);
        }

        var occupation = await context
            .CatalogueOccupations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Slug == slug && o.GoneUtc == null, cancellation);
        if (occupation is null)
        {
            return new(DeskAnswer.NotFound);
        }

        var guide = await context
            .Guides.Where(g => g.Language == Languages.Default && (g.Slug == slug || g.Occupation.RomeCode == occupation.Code))
            .OrderBy(g => g.Id)
            .Select(g => (int?)g.Id)
            .FirstOrDefaultAsync(cancellation);
        var heldBack = await context
            .CatalogueTexts.AsNoTracking()
            .Where(t => t.OccupationCode == occupation.Code && t.HeldBackFor != null)
            .OrderBy(t => t.Kind)
            .ThenBy(t => t.Id)
            .ToListAsync(cancellation);
        var entry = new ListedEntry(occupation.Code, occupation.Slug, occupation.Facts, occupation.ReviewedUtc);
        return new(DeskAnswer.Done, new CatalogueCard(entry, occupation.Edition, occupation.Version, guide, heldBack));
    }

    /// <summary>Says that the page of an occupation is fit for search engines, as it was looked at, or that it no longer is.</summary>
    public Task<DeskResult<Guid>> ReviewAsync(Actor actor, string code, Guid version, bool isReviewed, CancellationToken cancellation) =>
        DeskWork.RunAsync<Guid>(
            contexts,
            async (context, token) =>
            {
                if (!await AccountGate.AllowsAsync(context, actor, AccountRole.Reviewer, token))
                {
                    return new(DeskAnswer.NotAllowed);
                }

                var occupation = await context.CatalogueOccupations.SingleOrDefaultAsync(o => o.Code == code && o.GoneUtc == null, token);
                if (occupation is null)
                {
                    return new(DeskAnswer.NotFound);
                }

                if (occupation.ReviewedUtc is not null == isReviewed)
                {
                    return new(DeskAnswer.DoneBefore, occupation.Version);
                }

                if (occupation.Version != version)
                {
                    return new(DeskAnswer.Stale);
                }

                occupation.Review(isReviewed ? Now : null);
                AuditTrail.Record(context, Now, actor.AccountId, isReviewed ? "catalogue.review" : "catalogue.unreview", "catalogue", code);
                return new(DeskAnswer.Done, occupation.Version);
            },
            cancellation
        );
}
