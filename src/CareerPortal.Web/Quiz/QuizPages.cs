using CareerPortal.Compatibility;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Quiz;

/// <summary>Quizzes on the site: their settings, and the job that deletes what has expired.</summary>
internal static class QuizPages
{
    public static IServiceCollection AddQuizPages(this IServiceCollection services)
    {
        services.AddOptions<QuizOptions>().BindConfiguration(QuizOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(s => s.GetRequiredService<IOptions<QuizOptions>>().Value.Settings);
        services.AddHostedService<QuizRetention>();
        return services.AddQuizzes();
    }
}
