using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Offers.Classifying;

/// <summary>Finding the occupation of offers.</summary>
public static class ClassifyingFeature
{
    /// <summary>Needs the catalogue (<c>AddCatalogue</c>) and the clock.</summary>
    public static IServiceCollection AddOfferClassifying(this IServiceCollection services) => services.AddSingleton<OfferClassifierShelf>();
}
