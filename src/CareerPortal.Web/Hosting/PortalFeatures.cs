using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Quiz.Selection;
using CareerPortal.Search;
using CareerPortal.Web.Quiz;
using CareerPortal.Web.Shell;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Hosting;

/// <summary>Registers what the pages ask.</summary>
internal static class PortalFeatures
{
    public static void AddPortalFeatures(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => QualityCatalogue.Load());
        services.AddSingleton(_ => ItemBank.Load());
        services.AddSingleton<PortalWords>();
        services.AddSingleton<ContentMark>();
        services.AddSingleton<ContentImport>();
        services.AddSingleton<GuideLibrary>();
        services.AddSingleton<PlaceDirectory>();
        services.AddSingleton<GuidanceDirectory>();
        services.AddOptions<QuizOptions>().BindConfiguration(QuizOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(s => s.GetRequiredService<IOptions<QuizOptions>>().Value.Settings);
        services.AddSingleton(_ => InterestCatalogue.Load());
        services.AddSingleton(s => new ProfileEstimator(s.GetRequiredService<ItemBank>()));
        services.AddSingleton(s => new AdaptiveSelection(s.GetRequiredService<ProfileEstimator>()));
        services.AddSingleton<OccupationShelf>();
        services.AddSingleton<Interviewer>();
        services.AddSingleton<MethodDocuments>();
        services.AddSingleton<QuizDesk>();
        services.AddSingleton<Adviser>();
        services.AddSingleton<StoreOutage>();
        services.AddHostedService<QuizRetention>();

        // A job catches what fails in it; should one not, the pages go on all the same.
        services.Configure<HostOptions>(o => o.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
    }
}
