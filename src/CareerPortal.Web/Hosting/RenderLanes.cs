using System.Threading.RateLimiting;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Lets only so many pages be made at once, in four lanes that do not wait for each other: the pages of quizzes under way, and
/// the form that starts one; the page where one starts, which is made for each reader; other pages by their plain address, of
/// which there is a known number; and pages with a query, which nobody can count and which let answers pass. Stands behind the
/// cache, so that kept pages never wait.
/// </summary>
internal sealed class RenderLanes(IOptions<RateLimitOptions> options, StandingPages pages) : IDisposable
{
    /// <summary>Answers are limited by quiz already; they wait on the store more than they work.</summary>
    private const double AnswerShare = 8;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    /// <summary>Whatever is asked there, half of the processors stay free for the others.</summary>
    private const double QueryShare = 0.5;

    /// <summary>A page with a query stands back so often, for so long each time, while a quiz is answered: then it is made all the same.</summary>
    private const int MostStandBacks = 25;

    private static readonly TimeSpan StandBack = TimeSpan.FromMilliseconds(10);

    private readonly ConcurrencyLimiter _quizzes = Lane(options.Value, AnswerShare);
    private readonly ConcurrencyLimiter _starts = Lane(options.Value, 1);
    private readonly ConcurrencyLimiter _plain = Lane(options.Value, 1);
    private readonly ConcurrencyLimiter _queries = Lane(options.Value, QueryShare);

    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (LaneOf(context) is not { } lane)
        {
            await next(context);
            return;
        }

        using var turn = await lane.AcquireAsync(1, context.RequestAborted);
        if (turn.IsAcquired && lane == _queries)
        {
            await LetQuizzesPassAsync(context.RequestAborted);
        }

        await (turn.IsAcquired ? next(context) : pages.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "Busy", Again));
    }

    private async Task LetQuizzesPassAsync(CancellationToken cancellation)
    {
        for (var turn = 0; turn < MostStandBacks && _quizzes.GetStatistics()!.CurrentAvailablePermits < PlacesOf(options.Value, AnswerShare); turn++)
        {
            await Task.Delay(StandBack, cancellation);
        }
    }

    public void Dispose()
    {
        _quizzes.Dispose();
        _starts.Dispose();
        _plain.Dispose();
        _queries.Dispose();
    }

    private ConcurrencyLimiter? LaneOf(HttpContext context)
    {
        var about = context.GetEndpoint()?.Metadata;
        return about is null || about.GetMetadata<ComponentTypeMetadata>() is null && about.GetMetadata<RendersAttribute>() is null
            ? null
            : about.GetMetadata<MeteredAttribute>()?.What switch
            {
                Metered.Quiz => _quizzes,
                Metered.Start => HttpMethods.IsPost(context.Request.Method) ? _quizzes : _starts,
                _ => context.Request.QueryString.HasValue || FailurePages.IsFailure(context) ? _queries : _plain,
            };
    }

    private static ConcurrencyLimiter Lane(RateLimitOptions options, double share) =>
        new(
            new ConcurrencyLimiterOptions
            {
                PermitLimit = PlacesOf(options, share),
                QueueLimit = (int)(Math.Max(1, share) * options.PagesWaiting),
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }
        );

    private static int PlacesOf(RateLimitOptions options, double share) => Math.Max(1, (int)(share * options.PagesAtOnce));
}
