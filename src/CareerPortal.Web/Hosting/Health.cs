using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Occupations;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CareerPortal.Web.Hosting;

/// <summary>Says whether the process lives, and whether it can serve: the store answers and is up to date.</summary>
internal static class Health
{
    public const string Path = "/health";
    public const string Ready = "ready";

    /// <summary>Whether a path is one that says how the site is.</summary>
    public static bool IsAt(PathString path) => path.Equals(Path + "/live") || path.Equals(Path + "/ready");

    public static void AddHealth(this WebApplicationBuilder builder) =>
        builder.Services.AddHealthChecks().AddCheck<StoreCheck>("store", tags: [Ready]);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks(Path + "/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(Path + "/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready) });
    }

    /// <summary>Asks the store, and does not wait for one that does not answer: a balancer wants to know soon.</summary>
    private sealed class StoreCheck(IDbContextFactory<PortalDbContext> contexts) : IHealthCheck
    {
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1.5);

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            try
            {
                // Elsewhere, because the embedded store does not give way while it waits for a lock.
                var asking = Task.Run(() => HoldsContentAsync(limit.Token), limit.Token);
                return await asking.WaitAsync(Longest, cancellationToken)
                    ? HealthCheckResult.Healthy()
                    : HealthCheckResult.Unhealthy("The store is empty.");
            }
            catch (Exception e) when (e is TimeoutException || StoreFailure.Is(e))
            {
                await limit.CancelAsync();
                return HealthCheckResult.Unhealthy("The store does not answer.", e);
            }
        }

        /// <summary>
        /// A damaged file still opens: only reading shows what it is worth. The catalogue comes in once pages are answered, and until then writes of
        /// others may have to wait too long.
        /// </summary>
        private async Task<bool> HoldsContentAsync(CancellationToken cancellation)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return await context.Occupations.AnyAsync(cancellation) && await context.CatalogueOccupations.AnyAsync(cancellation);
        }
    }
}
