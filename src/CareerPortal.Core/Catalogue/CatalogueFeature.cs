using CareerPortal.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareerPortal.Catalogue;

/// <summary>The catalogue of occupations.</summary>
public static class CatalogueFeature
{
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.TryAddSingleton<ContentMark>();
        services.AddSingleton<CatalogueImport>();
        services.AddSingleton<CatalogueShelf>();
        services.AddSingleton<CatalogueHistory>();
        services.AddSingleton<OccupationSearch>();
        return services;
    }
}
