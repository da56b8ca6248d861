using System.Globalization;
using CareerPortal.Data;
using CareerPortal.Web.Shell;
using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Api;

/// <summary>
/// What every answer for programs has in common: the language asked for, a tag that changes with the content and with nothing else, and a failure
/// that a program can read.
/// </summary>
internal sealed class ApiDoors(IServiceProvider services)
{
    private const string Kept = "public, no-cache";

    private static readonly string Build = typeof(ApiDoors).Module.ModuleVersionId.ToString("N")[..8];

    private readonly ContentMark _mark = services.GetRequiredService<ContentMark>();
    private readonly StoreOutage _outage = services.GetRequiredService<StoreOutage>();
    private readonly TimeProvider _time = services.GetRequiredService<TimeProvider>();

    /// <summary>The door of answers that are made of some parts of the content.</summary>
    public Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Door(ContentRealm realms) =>
        (context, next) => PassAsync(context, next, realms, isDaily: false);

    /// <summary>The door of answers that another day changes too.</summary>
    public Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> DailyDoor(ContentRealm realms) =>
        (context, next) => PassAsync(context, next, realms, isDaily: true);

    private async ValueTask<object?> PassAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        ContentRealm realms,
        bool isDaily
    )
    {
        var http = context.HttpContext;
        var headers = http.Response.Headers;
        headers.Vary = $"{HeaderNames.AcceptEncoding}, {HeaderNames.AcceptLanguage}";
        headers.CacheControl = "no-cache";
        var asked = ApiLanguage.Of(http.Request);
        var language = asked ?? Site.Language;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = ApiLanguage.CultureOf(language);
        headers.ContentLanguage = language;
        if (asked is null)
        {
            return ApiRefusal.Of(http, StatusCodes.Status400BadRequest, "Api.BadLanguage", string.Join(", ", Languages.All));
        }

        (object? Answer, Guid Content) made = default;
        var isMade = await _outage.TryAsync(
            "an answer for a program",
            async () =>
            {
                // Before the answer is made: one that is newer than its tag is asked for once more, an older one never.
                var content = (await _mark.CurrentAsync(http.RequestAborted)).Of(realms);
                made = (await next(context), content);
            }
        );
        if (!isMade)
        {
            return ApiRefusal.Of(http, StatusCodes.Status503ServiceUnavailable, "Api.StoreAway");
        }

        if (made.Answer is not IApiAnswer)
        {
            return made.Answer;
        }

        var day = isDaily ? Site.Iso(BelgianDay.Today(_time)) : "";
        var tag = new EntityTagHeaderValue($"\"{made.Content:N}.{Build}.{language}{day}\"", isWeak: true);
        headers.ETag = tag.ToString();
        headers.CacheControl = Kept;
        return http.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Equals(EntityTagHeaderValue.Any) || t.Compare(tag, useStrongComparison: false))
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : made.Answer;
    }
}
