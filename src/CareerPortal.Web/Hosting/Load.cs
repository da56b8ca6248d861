using CareerPortal.Web.Shell;
using Microsoft.Extensions.Options;
using BlazorCircuits = Microsoft.AspNetCore.Components.Server.CircuitOptions;

namespace CareerPortal.Web.Hosting;

/// <summary>Wires what keeps one visitor from taking what all need.</summary>
internal static class Load
{
    public static void AddLoadLimits(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CircuitOptions>().BindConfiguration(CircuitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services
            .AddOptions<BlazorCircuits>()
            .Configure<IOptions<CircuitOptions>>(
                (circuits, told) =>
                {
                    circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromSeconds(told.Value.KeepSeconds);

                    // The store is what a page comes back from: a circuit that came back by itself would draw its fields anew under somebody's hands.
                    circuits.PersistedCircuitInMemoryMaxRetained = 0;
                }
            );
        services.AddSingleton<StandingPages>();
        services.AddSingleton<RateLimits>();
        services.AddSingleton<FormStamp>();
        services.AddSingleton<RenderLanes>();
        services.AddSingleton<CircuitPass>();
        services.AddSingleton<CircuitGuard>();
    }

    /// <summary>Stands behind the routing, which knows what is asked for, and before everything that costs.</summary>
    public static void UseLoadLimits(this WebApplication app)
    {
        app.UseRequestBodies();
        app.Use(app.Services.GetRequiredService<CircuitGuard>().PassAsync);
        app.Use(app.Services.GetRequiredService<RateLimits>().PassAsync);
    }
}
