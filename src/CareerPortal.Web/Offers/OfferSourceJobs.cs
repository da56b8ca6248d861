using System.Net;
using CareerPortal.Offers.Sources;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace CareerPortal.Web.Offers;

/// <summary>The work beside the pages by which offers come to the board and leave it.</summary>
internal static class OfferSourceJobs
{
    /// <summary>One question, with all the times that it is put again.</summary>
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromMinutes(10);

    /// <summary>Until an answer begins.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(2);

    private const int MostTimesAgain = 4;

    public static IServiceCollection AddOfferSourceJobs(this IServiceCollection services)
    {
        services.AddOptions<OfferSourceOptions>().BindConfiguration(OfferSourceOptions.Section);
        services.AddOptions<ForemOptions>().BindConfiguration(ForemOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(s => s.GetRequiredService<IOptions<ForemOptions>>().Value);
        services
            .AddHttpClient<ForemSource>(http =>
            {
                // Each wait has a limit of its own: of the question, of the silence before an answer and within it.
                http.Timeout = Timeout.InfiniteTimeSpan;
                http.DefaultRequestHeaders.UserAgent.ParseAdd("CareerPortal/1.0");
                http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
            })
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    AutomaticDecompression = DecompressionMethods.All,
                    ConnectTimeout = TimeSpan.FromSeconds(15),
                    MaxConnectionsPerServer = 1,
                    PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                }
            )
            .AddResilienceHandler(
                "forem",
                line =>
                    line.AddTimeout(LongestQuestion)
                        .AddRetry(
                            new HttpRetryStrategyOptions
                            {
                                MaxRetryAttempts = MostTimesAgain,
                                BackoffType = DelayBackoffType.Exponential,
                                UseJitter = true,
                                Delay = TimeSpan.FromSeconds(2),
                                ShouldRetryAfterHeader = true,
                            }
                        )
                        .AddTimeout(LongestSilence)
            );
        return services.AddOfferSources().AddHostedService<OfferExamplesJob>().AddHostedService<OfferExpiryJob>().AddHostedService<OfferSyncJob>();
    }
}
