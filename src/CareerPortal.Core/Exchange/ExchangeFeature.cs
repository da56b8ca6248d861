using CareerPortal.Quiz.Qualities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareerPortal.Exchange;

/// <summary>Bringing content in.</summary>
public static class ExchangeFeature
{
    public static IServiceCollection AddExchange(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => QualityCatalogue.Load());
        services.AddSingleton<ContentImport>();
        return services;
    }
}
