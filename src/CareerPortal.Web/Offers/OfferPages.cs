using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Offers.Classifying;
using CareerPortal.Offers.Desk;
using CareerPortal.Offers.Doubles;

namespace CareerPortal.Web.Offers;

/// <summary>The job board on the site.</summary>
internal static class OfferPages
{
    public static IServiceCollection AddOfferPages(this IServiceCollection services)
    {
        services.AddOptions<BoardOptions>().BindConfiguration(BoardOptions.Section);
        return services
            .AddSingleton<OfferShelf>()
            .AddSingleton<OfferHistory>()
            .AddSingleton<OfferReportBox>()
            .AddSingleton<OfferDesk>()
            .AddSingleton<OfferBoard>()
            .AddSingleton<OfferFeeds.Feed>()
            .AddHostedService<BoardJob>()
            .AddHostedService<OfferRetention>()
            .AddOfferClassifying()
            .AddOfferDoubles()
            .AddOfferSourceJobs();
    }

    public static void MapOffers(this WebApplication app)
    {
        app.MapOfferCount();
        app.MapOfferFeeds();
        app.MapOfferTeaser();
    }
}
