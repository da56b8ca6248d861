using CareerPortal.Offers.Board;
using CareerPortal.Web.Offers.Shortlist;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Offers;

/// <summary>How many offers what somebody is choosing would show, asked by the script of the filters.</summary>
internal static class OfferCount
{
    public const string Path = "/offres/nombre";

    public static void MapOfferCount(this WebApplication app) =>
        app.MapGet(Path, AnswerAsync).WithMetadata(new MeteredAttribute(Metered.Suggestions)).ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(
        HttpContext context,
        OfferBoard board,
        TimeProvider time,
        IStringLocalizer<PortalTexts> texts,
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

        var query = OfferQueryOf.Request(context.Request);
        var total = state.CountOf(query, BelgianDay.Today(time), ReaderChoices.Of(context).Choices.Veil);
        var said = total switch
        {
            0 => texts["Offers.ApplyNone"].Value,
            1 => texts["Offers.ApplyOne"].Value,
            _ => texts["Offers.ApplyMany", total].Value,
        };
        return Results.Json(new { total, said = Site.Say(said) });
    }
}
