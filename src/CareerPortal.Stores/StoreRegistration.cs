using CareerPortal.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CareerPortal.Stores;

/// <summary>Registers the store that the settings name, with its contexts and the keys that lie in it.</summary>
public static class StoreRegistration
{
    /// <param name="services">They hold the configuration.</param>
    /// <param name="folder">What a relative <c>Database:DataFolder</c> is counted from; by default the working folder.</param>
    public static IServiceCollection AddPortalStore(this IServiceCollection services, string folder = "")
    {
        services
            .AddOptions<StoreOptions>()
            .BindConfiguration(StoreOptions.Section)
            .Configure<IConfiguration>(
                (options, configuration) => options.Connection = configuration.GetConnectionString(StoreOptions.ConnectionName)
            )
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsCheck>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => ProviderOf(s.GetRequiredService<IOptions<StoreOptions>>().Value, folder));
        services.AddDbContextFactory<PortalDbContext>((s, options) => s.GetRequiredService<StoreProvider>().Configure(options));
        services.AddSingleton(s => new PortalStore(
            s.GetRequiredService<StoreProvider>(),
            s.GetRequiredService<IDbContextFactory<PortalDbContext>>(),
            s.GetRequiredService<TimeProvider>()
        ));
        return services.AddFormKeys();
    }

    private static StoreProvider ProviderOf(StoreOptions options, string folder) =>
        options.IsSqlite ? new SqliteProvider(Path.Combine(folder, options.DataFolder)) : new SqlServerProvider(options.Connection!);
}
