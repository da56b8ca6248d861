using CareerPortal.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareerPortal.Directories;

/// <summary>What readers ask about places and services.</summary>
public static class DirectoryFeature
{
    public static IServiceCollection AddDirectories(this IServiceCollection services)
    {
        services.TryAddSingleton<ContentMark>();
        services.AddSingleton<PlaceDirectory>();
        services.AddSingleton<GuidanceDirectory>();
        return services;
    }
}
