using CareerPortal.Web.Shell;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Api;

/// <summary>A refusal that a program can read (RFC 9457), in the language it asked for.</summary>
internal static class ApiRefusal
{
    public static IResult Of(HttpContext context, int status, string key, params object[] arguments)
    {
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<PortalTexts>>();
        return Results.Problem(Site.Say(texts[key, arguments]), statusCode: status, title: Site.Say(texts[TitleOf(status)]));
    }

    /// <summary>Refuses for good, in somebody's own words.</summary>
    public static IResult Gone(HttpContext context, string words)
    {
        var texts = context.RequestServices.GetRequiredService<IStringLocalizer<PortalTexts>>();
        return Results.Problem(words, statusCode: StatusCodes.Status410Gone, title: Site.Say(texts[TitleOf(StatusCodes.Status410Gone)]));
    }

    /// <summary>Tells a program that asks too often when to ask again.</summary>
    public static Task TellTooOftenAsync(HttpContext context, TimeSpan wait)
    {
        System.Globalization.CultureInfo.CurrentUICulture = ApiLanguage.CultureOf(ApiLanguage.Of(context.Request) ?? Site.Language);
        context.Response.Headers.RetryAfter = Refusal.HeaderOf(wait);
        context.Response.Headers.CacheControl = "no-store";
        return Of(context, StatusCodes.Status429TooManyRequests, "Api.TooOften", Refusal.SecondsOf(wait)).ExecuteAsync(context);
    }

    private static string TitleOf(int status) =>
        status switch
        {
            StatusCodes.Status400BadRequest => "Api.BadRequest",
            StatusCodes.Status404NotFound => "Api.NotFound",
            StatusCodes.Status410Gone => "Api.Gone",
            StatusCodes.Status429TooManyRequests => "Api.TooMany",
            _ => "Api.Unavailable",
        };
}
