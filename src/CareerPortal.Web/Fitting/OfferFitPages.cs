using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CareerPortal.Web.Fitting;

/// <summary>How offers fit, on the site.</summary>
internal static class OfferFitPages
{
    public static IServiceCollection AddOfferFit(this IServiceCollection services) => services.AddSingleton<OfferFitReader>();

    /// <summary>What the script of an offer's page puts there.</summary>
    public static void MapOfferFit(this WebApplication app) =>
        app.MapGet("/offres/{number:long}/correspondance/extrait", AnswerAsync)
            .WithMetadata(new MeteredAttribute(Metered.Suggestions), new RendersAttribute())
            .ExcludeFromDescription();

    private static async Task<IResult> AnswerAsync(HttpContext context, long number, OfferFitReader reader, StoreOutage outage)
    {
        context.Response.Headers["X-Robots-Tag"] = "noindex";
        OfferFit? fit = null;
        if (
            !await outage.TryAsync(
                "how an offer fits was not told",
                async () => fit = await reader.ReadAsync(context, number, context.RequestAborted)
            )
        )
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        return fit is null
            ? Results.NotFound()
            : new RazorComponentResult<OfferFitText>(new Dictionary<string, object?> { [nameof(OfferFitText.Fit)] = fit });
    }
}
