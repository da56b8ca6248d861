using CareerPortal.Catalogue;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Web.Offers.Shortlist;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Offers;

/// <summary>The newest offers of an occupation as a piece of a page, asked by the script of pages that are kept.</summary>
internal static class OfferTeaser
{
    public const string Path = "/offres/apercu";

    private const int Shown = 3;

    public static void MapOfferTeaser(this WebApplication app) =>
        app.MapGet(Path, AnswerAsync).WithMetadata(new MeteredAttribute(Metered.Suggestions)).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        OfferBoard board,
        OfferShelf shelf,
        CatalogueShelf catalogue,
        IStringLocalizer<PortalTexts> texts,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        if (await board.CurrentAsync(cancellation) is not { } state)
        {
            StoreOutage.Hold(context.Response);
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var today = BelgianDay.Today(time);
        var query = OfferQueryOf.Request(context.Request) with { Page = 1, PageSize = Shown, Sort = OfferSort.Newest };
        var hits = state.Find(query, today, ReaderChoices.Of(context).Veil);
        var offers = await shelf.ListAsync([.. hits.Page.Select(h => h.Id)], cancellation);
        return new RazorComponentResult<OfferTeaserCards>(
            new Dictionary<string, object?>
            {
                [nameof(OfferTeaserCards.Total)] = hits.Total,
                [nameof(OfferTeaserCards.Offers)] = offers,
                [nameof(OfferTeaserCards.Words)] = new OfferWords(texts, await catalogue.CurrentAsync(cancellation)),
                [nameof(OfferTeaserCards.Today)] = today,
            }
        );
    }
}
