using CareerPortal.Data;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Quiz.Selection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareerPortal.Compatibility;

/// <summary>Quizzes, from the first question to the result; the host gives <see cref="QuizSettings"/>.</summary>
public static class QuizFeature
{
    public static IServiceCollection AddQuizzes(this IServiceCollection services)
    {
        services.TryAddSingleton<ContentMark>();
        services.TryAddSingleton(_ => QualityCatalogue.Load());
        services.AddSingleton(_ => ItemBank.Load());
        services.AddSingleton(_ => InterestCatalogue.Load());
        services.AddSingleton(s => new ProfileEstimator(s.GetRequiredService<ItemBank>()));
        services.AddSingleton(s => new AdaptiveSelection(s.GetRequiredService<ProfileEstimator>()));
        services.AddSingleton<OccupationShelf>();
        services.AddSingleton<Interviewer>();
        services.AddSingleton<MethodDocuments>();
        services.AddSingleton<QuizDesk>();
        services.AddSingleton<Adviser>();
        return services;
    }
}
