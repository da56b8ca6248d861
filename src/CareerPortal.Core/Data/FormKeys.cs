using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CareerPortal.Data;

/// <summary>The keys that protect forms. They lie in the store, so that each node reads the forms of the others.</summary>
public static class FormKeys
{
    private const string Application = "CareerPortal";

    public static IServiceCollection AddFormKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(Application).PersistKeysToDbContext<PortalDbContext>();
        return services;
    }

    /// <summary>
    /// Makes a key where none holds now, and tells whether it did. Two nodes that start on a store without one would each make their own, and
    /// refuse each other's forms.
    /// </summary>
    public static async Task<bool> EnsureOneAsync(IDbContextFactory<PortalDbContext> contexts, TimeProvider time)
    {
        await using var services = new ServiceCollection().AddScoped(_ => contexts.CreateDbContext()).AddFormKeys().BuildServiceProvider();
        var keys = services.GetRequiredService<IKeyManager>();
        var now = time.GetUtcNow();
        if (keys.GetAllKeys().Any(k => !k.IsRevoked && k.ActivationDate <= now && now < k.ExpirationDate))
        {
            return false;
        }

        keys.CreateNewKey(now, now + services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.NewKeyLifetime);
        return true;
    }
}
