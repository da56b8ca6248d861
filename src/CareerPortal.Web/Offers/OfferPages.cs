using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Offers.Classifying;
using CareerPortal.Offers.Desk;
using CareerPortal.Offers.Doubles;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Offers;

/// <summary>The job board on the site.</summary>
internal static class OfferPages
{
    public static IServiceCollection AddOfferPages(this IServiceCollection services)
    {
        services.AddOptions<BoardOptions>().BindConfiguration(BoardOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddSingleton<OfferShelf>()
            .AddSingleton<OfferHistory>()
            .AddSingleton<OfferReportBox>()
            .AddSingleton<OfferDesk>()
            .AddSingleton(MakeBoard)
            .AddSingleton<OfferFeeds.Feed>()
            .AddHostedService<BoardJob>()
            .AddHostedService<OfferRetention>()
            .AddOfferClassifying()
            .AddOfferDoubles()
            .AddOfferSourceJobs();
    }

    private static OfferBoard MakeBoard(IServiceProvider services)
    {
        var board = ActivatorUtilities.CreateInstance<OfferBoard>(services);
        board.LongestWait = TimeSpan.FromSeconds(services.GetRequiredService<IOptions<BoardOptions>>().Value.WaitSeconds);
        return board;
    }

    public static void MapOffers(this WebApplication app)
    {
        app.MapOfferCount();
        app.MapOfferFeeds();
        app.MapOfferTeaser();
    }
}
