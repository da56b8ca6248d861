using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Offers.Entries;

/// <summary>Offers that are written here.</summary>
public static class EntriesFeature
{
    public static IServiceCollection AddOfferEntries(this IServiceCollection services) =>
        services
            .AddSingleton<TitleGenderShelf>()
            .AddSingleton<OfferChecks>()
            .AddSingleton<OfferPublication>()
            .AddSingleton<OfferProposals>()
            .AddSingleton<OfferEntryDesk>()
            .AddSingleton<OfferEntryKeeping>()
            .AddSingleton<EnteredOffers>();
}
