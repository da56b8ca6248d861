using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Finding;

/// <summary>What the one search box finds besides occupations.</summary>
public static class FindingFeature
{
    public static IServiceCollection AddFinding(this IServiceCollection services) => services.AddSingleton<PlaceFinder>();
}
