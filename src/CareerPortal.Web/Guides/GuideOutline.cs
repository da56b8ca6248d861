using CareerPortal.Guides;

namespace CareerPortal.Web.Guides;

/// <summary>The sections a guide's page has, in order: the page and its list of contents both follow it.</summary>
internal static class GuideOutline
{
    public static IReadOnlyList<(string Id, string TitleKey)> Of(GuideContent content)
    {
        (string Id, string TitleKey, bool Shown)[] all =
        [
            ("introduction", "Guide.Introduction", content.Introduction.Count > 0),
            ("chiffres", "Guide.Figures", content.Figures.Count > 0),
            ("missions", "Guide.Missions", content.Missions.Count > 0),
            ("types-de-taches", "Micro.TaskTypes", content.MicroTasks is not null),
            ("plateformes", "Micro.Platforms", content.MicroTasks is not null),
            ("estimateur", "Micro.Estimator", content.MicroTasks is not null),
            ("signes-d-alerte", "Micro.WarningSigns", content.MicroTasks is not null),
            ("precautions", "Micro.Precautions", content.MicroTasks is not null),
            ("statut", "Micro.Status", content.MicroTasks is not null),
            ("perspectives", "Micro.Outlook", content.MicroTasks is not null),
            ("qualites", "Guide.Qualities", content.Qualities.Count > 0),
            ("outils", "Guide.Tools", content.Tools.Count > 0),
            ("journee", "Guide.Day", content.Day.Count > 0),
            ("salaire", PayTitle(content), content.Salaries.Count > 0),
            ("belgique", "Guide.BelgianFacts", content.BelgianFacts.Count > 0),
            ("portrait", "Guide.Portrait", content.Portrait is not null),
            ("formation", "Guide.Training", content.TrainingSteps.Count > 0),
            ("lieux", "Guide.Workplaces", content.Workplaces.Count > 0),
            ("plus-et-moins", "Guide.ProsCons", content.Pros.Count + content.Cons.Count > 0),
            ("conseils", "Guide.Advice", content.Advice.Count > 0),
            ("auto-evaluation", "Guide.SelfAssessment", content.SelfAssessment.Count > 0),
            ("questions", "Guide.Faq", content.Faq.Count > 0),
            ("ou", "Guide.Where", content.Programmes.Count + content.JobZones.Count > 0),
            ("metiers-proches", "Guide.Similar", content.Similar.Count > 0),
            ("evolutions", "Guide.Evolutions", content.Evolutions.Count > 0),
            ("parler", "NextStep.Title", true),
        ];
        return [.. all.Where(s => s.Shown).Select(s => (s.Id, s.TitleKey))];
    }

    /// <summary>What platforms pay is income, not a wage.</summary>
    public static string PayTitle(GuideContent content) => PayWords.AreWages(content) ? "Guide.Salary" : "Guide.Income";
}
