using CareerPortal.Offers;
using CareerPortal.Offers.Board;

namespace CareerPortal.Web.Offers;

/// <summary>The job board on the site.</summary>
internal static class OfferPages
{
    public static IServiceCollection AddOfferPages(this IServiceCollection services)
    {
        services.AddOptions<BoardOptions>().BindConfiguration(BoardOptions.Section);
        return services.AddSingleton<OfferShelf>().AddSingleton<OfferHistory>().AddSingleton<OfferBoard>().AddSingleton<OfferFeeds.Feed>().AddHostedService<BoardJob>();
    }

    public static void MapOffers(this WebApplication app)
    {
        app.MapOfferCount();
        app.MapOfferFeeds();
        app.MapOfferTeaser();
    }
}
