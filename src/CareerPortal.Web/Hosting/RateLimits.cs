using CareerPortal.Compatibility;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Api;
using CareerPortal.Web.Shell;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Limits what costs: answers by quiz, so that a class behind one address never waits for itself; starts and guessed codes by
/// address. A form that comes too soon is shown again as it was sent.
/// </summary>
internal sealed class RateLimits(
    IOptions<RateLimitOptions> options,
    IOptions<ApiLimits> programs,
    QuizDesk desk,
    StandingPages pages,
    TimeProvider time
)
{
    /// <summary>Pages that are made for each reader may be read so much more often than their forms are sent.</summary>
    private const int ReadsPerPost = 4;
    private const int Highest = 400_000;

    private readonly RequestMeter _answers = new(options.Value.AnswersPerMinute, time);
    private readonly RequestMeter _reads = new(Math.Min(ReadsPerPost * options.Value.AnswersPerMinute, Highest), time);
    private readonly RequestMeter _drafts = new(options.Value.DraftRequestsPerMinute, time);
    private readonly RequestMeter _previews = new(options.Value.PreviewsPerMinute, time);
    private readonly RequestMeter _starts = new(options.Value.StartsPerMinute, time);
    private readonly RequestMeter _startPages = new(Math.Min(ReadsPerPost * options.Value.StartsPerMinute, Highest), time);
    private readonly RequestMeter _guesses = new(options.Value.GuessesPerMinute, time);
    private readonly RequestMeter _votes = new(options.Value.VotesPerMinute, time);
    private readonly RequestMeter _signIns = new(options.Value.SignInsPerMinute, time);
    private readonly RequestMeter _suggestions = new(options.Value.SuggestionsPerMinute, time);
    private readonly RequestMeter _api = new(programs.Value.RequestsPerMinute, time);
    private readonly RequestMeter _downloads = new(programs.Value.DownloadsPerMinute, time);

    public Task PassAsync(HttpContext context, RequestDelegate next)
    {
        var isPost = HttpMethods.IsPost(context.Request.Method);
        return context.GetEndpoint()?.Metadata.GetMetadata<MeteredAttribute>()?.What switch
        {
            Metered.Quiz => PassQuizAsync(context, next, isPost),
            Metered.Start when isPost => PassAsync(context, next, _starts),
            Metered.Start when _startPages.Take(Caller.PlaceOf(context.Connection.RemoteIpAddress)) is { } wait => TellAsync(context, wait),
            Metered.Guess when isPost => PassAsync(context, next, _guesses),
            Metered.Draft => PassScriptAsync(context, next, _drafts),
            Metered.Prose => PassScriptAsync(context, next, _previews),
            Metered.SignIn when isPost => PassAsync(context, next, _signIns),
            Metered.Vote when isPost => PassAsync(context, next, _votes),
            Metered.Suggestions => PassScriptAsync(context, next, _suggestions),
            Metered.Api => PassProgramAsync(context, next, _api),
            Metered.Download => PassProgramAsync(context, next, _downloads),
            _ => next(context),
        };
    }

    private static Task PassAsync(HttpContext context, RequestDelegate next, RequestMeter meter) =>
        meter.Take(Caller.PlaceOf(context.Connection.RemoteIpAddress)) is { } wait ? ShowAgainAsync(context, next, wait) : next(context);

    private static Task PassProgramAsync(HttpContext context, RequestDelegate next, RequestMeter meter) =>
        meter.Take(Caller.PlaceOf(context.Connection.RemoteIpAddress)) is { } wait ? ApiRefusal.TellTooOftenAsync(context, wait) : next(context);

    /// <summary>A script keeps what it could not send, and tries again later.</summary>
    private static Task PassScriptAsync(HttpContext context, RequestDelegate next, RequestMeter meter)
    {
        var account = ActorOf.In(context.User)?.AccountId;
        var place = account is { } known ? Caller.PlaceOf(known) : Caller.PlaceOf(context.Connection.RemoteIpAddress);
        if (meter.Take(place) is not { } wait)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Refusal.HeaderOf(wait);
        return context.Response.WriteAsJsonAsync(new { error = "tooOften" }, context.RequestAborted);
    }

    private async Task PassQuizAsync(HttpContext context, RequestDelegate next, bool isPost)
    {
        var address = Caller.PlaceOf(context.Connection.RemoteIpAddress);
        var code = ResumeCode.Parse(context.Request.RouteValues["Code"] as string);

        // Only an address that has guessed too often costs a look in the store: those who know their code answer on.
        if (code is null || !_guesses.IsOpen(address) && !await desk.KnowsAsync(code, context.RequestAborted))
        {
            await (_guesses.Take(address) is { } wait ? TellAsync(context, wait) : next(context));
            return;
        }

        var quiz = Caller.PlaceOf(code);
        if ((isPost ? _answers : _reads).Take(quiz) is { } early)
        {
            // Showing a question again costs as much as reading it, and is counted as that.
            await (isPost && _reads.Take(quiz) is null ? ShowAgainAsync(context, next, early) : TellAsync(context, early));
            return;
        }

        // Where there is no quiz there is no form either: then a post is refused as one that its page does not have.
        await next(context);
        if (context.Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status400BadRequest)
        {
            _guesses.Take(address);
        }
    }

    private static async Task ShowAgainAsync(HttpContext context, RequestDelegate next, TimeSpan wait)
    {
        context.Features.Set(new Refusal(wait, await Refusal.SentAsync(context) ?? FormCollection.Empty));
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = Refusal.HeaderOf(wait);
        await MereReading.PassAsync(context, next);
    }

    private Task TellAsync(HttpContext context, TimeSpan wait) => pages.WriteAsync(context, StatusCodes.Status429TooManyRequests, "TooMany", wait);
}
