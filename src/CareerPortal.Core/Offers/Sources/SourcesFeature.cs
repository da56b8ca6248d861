using CareerPortal.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareerPortal.Offers.Sources;

/// <summary>How offers come into the store.</summary>
public static class SourcesFeature
{
    public static IServiceCollection AddOfferSources(this IServiceCollection services)
    {
        services.TryAddSingleton<ContentMark>();
        return services
            .AddSingleton<OfferTablesShelf>()
            .AddSingleton<OfferWriter>()
            .AddSingleton<OfferKinship>()
            .AddSingleton<OfferRuns>()
            .AddSingleton<OfferLeases>()
            .AddSingleton<ExampleOffers>()
            .AddSingleton<OfferImport>()
            .AddTransient<OfferSync>();
    }
}
