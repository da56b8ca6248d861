using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Editing;

/// <summary>Releases, withdrawals and directories.</summary>
public static class ReleaseFeature
{
    public static IServiceCollection AddReleases(this IServiceCollection services)
    {
        services.AddSingleton<ReleaseDesk>();
        services.AddSingleton<ReleasePreview>();
        services.AddSingleton<PreviewDesk>();
        services.AddSingleton<WithdrawalDesk>();
        services.AddSingleton<DirectoryDesk>();
        return services;
    }
}
