using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Without the shelf a node serves as before, from its own memory: it is degraded, and no reason to send readers elsewhere. It is not asked
/// here, only what is known is told.
/// </summary>
internal sealed class ShelfHealth(GuardedShelf shelf) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(
            shelf.MayAsk() ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Redis does not answer; pages come from this node's memory.")
        );
}
