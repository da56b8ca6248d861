using System.ComponentModel;
using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Web.Offers;

namespace CareerPortal.Web.Api;

/// <summary>The job board, for programs.</summary>
internal static class OfferApi
{
    public static async Task<IResult> ListAsync(
        HttpContext context,
        OfferBoard board,
        OfferShelf shelf,
        TimeProvider time,
        [Description("Words as people type them into the board's search.")] string? q,
        [Description("A Belgian postcode or the name of a locality.")] string? lieu,
        [Description("How far from it: 5, 10, 15, 20, 30 or 50 km; without it, its municipality alone.")] string? km,
        [Description("The beginning of an occupation's code in ROME, such as A1203 or A12.")] string? metier,
        [Description("Posted within so many days: 1, 3, 7, 14 or 30.")] string? jours,
        [Description("The version of these filters, which never change their meaning; 1 where none is named, 2 is the newest.")] string? v,
        [Description("The page, from 1.")] string? page,
        [Description("How many on a page, at most 100.")] string? pageSize,
        [Description("The language of refusals: fr, nl, de or en. Facts stand as their sources write them.")] string? lang,
        CancellationToken cancellation
    )
    {
        _ = (q, lieu, km, metier, jours, v, lang);
        var asked = ApiPage.Read(context, page, pageSize, out var refusal);
        if (refusal is not null)
        {
            return refusal;
        }

        if (OfferAddress.UnknownOf(OfferQueryOf.Parameters(context.Request)) is { } unknown)
        {
            return ApiRefusal.Of(context, StatusCodes.Status400BadRequest, "Api.BadFilter", unknown);
        }

        if (await board.CurrentAsync(cancellation) is not { } state)
        {
            return ApiRefusal.Of(context, StatusCodes.Status503ServiceUnavailable, "Api.BoardNotReady");
        }

        var query = OfferQueryOf.Request(context.Request) with { Page = asked.Page, PageSize = asked.Size };
        var hits = state.Find(query, BelgianDay.Today(time));
        if (hits.IsPlaceKnown == false)
        {
            return ApiRefusal.Of(context, StatusCodes.Status400BadRequest, "Api.BadFilter", OfferAddress.PlaceKey);
        }

        var offers = await shelf.ListAsync([.. hits.Page.Select(h => h.Id)], cancellation);
        return ApiAnswer.Of(
            new OfferList(
                hits.Total,
                [.. offers.Select(OfferFact.Of)],
                OfferAddress
                    .Facets.Where(f => hits.Facets.ContainsKey(f.Facet))
                    .ToDictionary(
                        f => f.Key,
                        f =>
                            (IReadOnlyList<OfferFacetFact>)
                                [.. hits.Facets[f.Facet].Select(c => new OfferFacetFact(OfferAddress.WordOf(f.Facet, c.Value), c.Count))]
                    )
            )
        );
    }

    public static async Task<IResult> FindAsync(
        HttpContext context,
        OfferShelf shelf,
        TimeProvider time,
        [Description("The number of the offer.")] string id,
        [Description("The language of refusals: fr, nl, de or en.")] string? lang,
        CancellationToken cancellation
    )
    {
        _ = lang;
        var offer = OfferPath.NumberOf(id) is { } number ? await shelf.FindAsync(number, cancellation) : null;
        return offer is null ? ApiRefusal.Of(context, StatusCodes.Status404NotFound, "Api.NoOffer")
            : !offer.IsOpenOn(BelgianDay.Today(time)) ? ApiRefusal.Of(context, StatusCodes.Status410Gone, "Api.OfferClosed")
            : ApiAnswer.Of(OfferFact.Of(offer));
    }

    public static async Task<IResult> ChangesAsync(
        HttpContext context,
        OfferHistory history,
        [Description("The cursor of the last answer; without it all open offers are told.")] string? since,
        [Description("How many on a page, at most 100.")] string? pageSize,
        [Description("The language of refusals: fr, nl, de or en. Facts stand as their sources write them.")] string? lang,
        CancellationToken cancellation
    )
    {
        _ = lang;
        var asked = ApiPage.Read(context, null, pageSize ?? "100", out var refusal);
        var cursor = OfferCursor.Read(since);
        if (refusal is not null || since is not null && cursor is null)
        {
            return refusal ?? ApiRefusal.Of(context, StatusCodes.Status400BadRequest, "Api.BadCursor");
        }

        return await history.SinceAsync(cursor, asked.Size, cancellation) is not { } told
            ? ApiRefusal.Of(context, StatusCodes.Status410Gone, "Api.CursorGone")
            : ApiAnswer.Of(
                new OfferChangeList(
                    told.IsSnapshot,
                    [.. told.Offers.Select(OfferFact.Of)],
                    [.. told.Removed.Select(o => new OfferRemoval(o.Id, ApiAnswer.Word(o.Closing ?? OfferClosing.Expired), o.ClosedUtc))],
                    told.HasMore,
                    told.Cursor.Write()
                )
            );
    }
}
