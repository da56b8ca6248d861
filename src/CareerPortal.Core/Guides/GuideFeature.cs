using CareerPortal.Data;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareerPortal.Guides;

/// <summary>What readers ask about guides.</summary>
public static class GuideFeature
{
    public static IServiceCollection AddGuides(this IServiceCollection services)
    {
        services.TryAddSingleton<ContentMark>();
        services.AddSingleton<PortalWords>();
        services.AddSingleton<GuideLibrary>();
        services.TryAddSingleton(_ => QualityCatalogue.Load());
        services.AddSingleton<GuideChecker>();
        return services;
    }
}
