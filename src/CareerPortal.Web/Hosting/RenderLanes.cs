using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Lets only so many pages be made at once, in three lanes that do not wait for each other: the pages of quizzes under way;
/// pages by their plain address, of which there is a known number; and pages with a query, which nobody can count. Stands
/// behind the cache, so that kept pages never wait.
/// </summary>
internal sealed class RenderLanes(IOptions<RateLimitOptions> options, StandingPages pages) : IDisposable
{
    /// <summary>Answers are limited by quiz already; they wait on the store more than they work.</summary>
    private const double AnswerShare = 8;

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);

    /// <summary>Whatever is asked there, half of the processors stay free for the others.</summary>
    private const double QueryShare = 0.5;

    private readonly ConcurrencyLimiter _quizzes = Lane(options.Value, AnswerShare);
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
        await (turn.IsAcquired ? next(context) : pages.WriteAsync(context, StatusCodes.Status503ServiceUnavailable, "Busy", Again));
    }

    public void Dispose()
    {
        _quizzes.Dispose();
        _plain.Dispose();
        _queries.Dispose();
    }

    private ConcurrencyLimiter? LaneOf(HttpContext context)
    {
        var about = context.GetEndpoint()?.Metadata;
        return about is null || about.GetMetadata<ComponentTypeMetadata>() is null && about.GetMetadata<RendersAttribute>() is null ? null
            : about.GetMetadata<MeteredAttribute>() is { What: Metered.Quiz } ? _quizzes
            : context.Request.QueryString.HasValue || FailurePages.IsFailure(context) ? _queries
            : _plain;
    }

    private static ConcurrencyLimiter Lane(RateLimitOptions options, double share) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = Math.Max(1, (int)(share * options.PagesAtOnce)),
        QueueLimit = (int)(Math.Max(1, share) * options.PagesWaiting),
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
