using CareerPortal.Data;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Web.Hosting;

/// <summary>Says whether the process lives, and whether it can serve: the store answers and is up to date.</summary>
internal static class Health
{
    public const string Path = "/health";

    private const string Ready = "ready";

    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddDbContextCheck<PortalDbContext>("store", tags: [Ready], customTestQuery: HoldsContentAsync);

    /// <summary>A damaged file still opens: only reading shows what it is worth.</summary>
    private static async Task<bool> HoldsContentAsync(PortalDbContext context, CancellationToken cancellation) =>
        await context.ContentStamps.AnyAsync(cancellation) && await context.Occupations.AnyAsync(cancellation);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Path + "/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(Path + "/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready) });
    }
}
