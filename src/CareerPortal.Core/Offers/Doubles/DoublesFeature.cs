using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Offers.Doubles;

/// <summary>Telling posts that are shown more than once, and texts for several towns.</summary>
public static class DoublesFeature
{
    /// <summary>Needs the catalogue (<c>AddCatalogue</c>).</summary>
    public static IServiceCollection AddOfferDoubles(this IServiceCollection services) => services.AddSingleton<OfferGrouperShelf>();
}
