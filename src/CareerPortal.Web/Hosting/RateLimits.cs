using System.ComponentModel.DataAnnotations;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Hosting;

/// <summary>Limits what costs: posted forms, counted per address. A school shares one address, so the limits are wide.</summary>
internal static class RateLimits
{
    public const string Forms = "forms";

    public static void AddRateLimits(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after))
                {
                    context.HttpContext.Response.Headers.RetryAfter = $"{Math.Ceiling(after.TotalSeconds):0}";
                }

                return ValueTask.CompletedTask;
            };
            options.AddPolicy(Forms, context => HttpMethods.IsPost(context.Request.Method)
                ? RateLimitPartition.GetSlidingWindowLimiter(
                    context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
                    _ => new SlidingWindowRateLimiterOptions
                    {
                        PermitLimit = context.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value.FormsPerMinute,
                        Window = TimeSpan.FromMinutes(1),
                        SegmentsPerWindow = 6,
                    })
                : RateLimitPartition.GetNoLimiter("read"));
        });
    }
}

/// <summary>The section <c>RateLimits</c>.</summary>
internal sealed record RateLimitOptions
{
    public const string Section = "RateLimits";

    [Range(1, 100_000, ErrorMessage = "RateLimits:FormsPerMinute must lie between 1 and 100000.")]
    public int FormsPerMinute { get; init; } = 600;
}
