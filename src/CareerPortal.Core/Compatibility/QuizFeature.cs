using CareerPortal.Catalogue;
using CareerPortal.Data;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CareerPortal.Compatibility;

/// <summary>Quizzes, from the first question to the result; the host gives <see cref="QuizSettings"/>.</summary>
public static class QuizFeature
{
    public static IServiceCollection AddQuizzes(this IServiceCollection services)
    {
        services.TryAddSingleton<ContentMark>();
        services.TryAddSingleton<CatalogueShelf>();
        services.TryAddSingleton(_ => QualityCatalogue.Load());
        services.AddSingleton(_ => ItemBank.Load());
        services.AddSingleton(_ => InterestCatalogue.Load());
        services.AddSingleton<QuizEngines>();

        // Texts and rules are those of every version; who estimates or judges asks for the version of the quiz.
        services.AddSingleton(s => s.GetRequiredService<QuizEngines>().Start.Selection);
        services.AddSingleton(s => s.GetRequiredService<QuizEngines>().Start.Interviewer);
        services.AddSingleton<SharingKey>();
        services.AddSingleton<SharingDesk>();
        services.AddSingleton<QuizDesk>();
        services.AddSingleton<Recalibration>();
        services.AddSingleton<ImpactStudy>();
        return services;
    }
}
