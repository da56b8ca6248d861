namespace CareerPortal.Guides;

/// <summary>Every code that a guide's document holds.</summary>
public static class GuideReferences
{
    public static IEnumerable<GuideReference> Of(GuideContent content) =>
        [
            .. Each("qualities", GuideReferenceKind.Quality, content.Qualities, q => q.Quality),
            .. Each("prerequisites", GuideReferenceKind.Prerequisite, content.Prerequisites, p => p.Prerequisite),
            .. Each("selfAssessment", GuideReferenceKind.Quality, content.SelfAssessment, q => q.Quality),
            .. Each("figures", GuideReferenceKind.Source, content.Figures, f => f.Source),
            .. Each("salaries", GuideReferenceKind.Source, content.Salaries, s => s.Source),
            .. Each("belgianFacts", GuideReferenceKind.Source, content.BelgianFacts, f => f.Source),
            .. content.MicroTasks is { } micro
                ?
                [
                    .. Many("microTasks.statusInBelgium", GuideReferenceKind.Source, micro.StatusInBelgium, s => s.Sources),
                    new GuideReference(GuideReferenceKind.Source, micro.Estimator.Source, "microTasks.estimator"),
                    .. Each("microTasks.platforms", GuideReferenceKind.Platform, micro.Platforms, p => p.Platform),
                ]
                : Array.Empty<GuideReference>(),
            .. Many("faq", GuideReferenceKind.Source, content.Faq, q => q.Sources),
            .. Each("programmes", GuideReferenceKind.Centre, content.Programmes, p => p.Centre),
            .. Many("trainingSteps", GuideReferenceKind.Centre, content.TrainingSteps, s => s.Centres),
            .. Each("jobZones", GuideReferenceKind.Zone, content.JobZones, z => z.Zone),
            .. Each("similar", GuideReferenceKind.Occupation, content.Similar, o => o.Occupation),
            .. Each("evolutions", GuideReferenceKind.Occupation, content.Evolutions, o => o.Occupation),
        ];

    /// <summary>The codes of one kind, each once, in the order of the page.</summary>
    public static IReadOnlyList<string> Of(GuideContent content, GuideReferenceKind kind) =>
        [.. Of(content).Where(r => r.Kind == kind).Select(r => r.Code).Distinct()];

    /// <summary>Whether a kind has pages of its own that say which guides name them.</summary>
    public static bool IsPlace(this GuideReferenceKind kind) =>
        kind is GuideReferenceKind.Centre or GuideReferenceKind.Zone or GuideReferenceKind.Platform;

    private static IEnumerable<GuideReference> Each<T>(string path, GuideReferenceKind kind, IEnumerable<T> items, Func<T, string?> code) =>
        items.Index().Where(i => code(i.Item) is not null).Select(i => new GuideReference(kind, code(i.Item)!, $"{path}[{i.Index}]"));

    private static IEnumerable<GuideReference> Many<T>(
        string path,
        GuideReferenceKind kind,
        IEnumerable<T> items,
        Func<T, IEnumerable<string>?> codes
    ) => items.Index().SelectMany(i => (codes(i.Item) ?? []).Select(code => new GuideReference(kind, code, $"{path}[{i.Index}]")));
}
