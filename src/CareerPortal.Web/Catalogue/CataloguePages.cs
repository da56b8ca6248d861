using CareerPortal.Catalogue;

namespace CareerPortal.Web.Catalogue;

/// <summary>The catalogue's pages and what they stand on.</summary>
internal static class CataloguePages
{
    public static IServiceCollection AddCataloguePages(this IServiceCollection services)
    {
        services.AddOptions<CatalogueOptions>().BindConfiguration(CatalogueOptions.Section);
        return services.AddCatalogue().AddHostedService<CatalogueJob>();
    }
}
