namespace CareerPortal.Quiz.Qualities;

/// <summary>The 24 scored qualities in the order in which every vector and matrix of the engine holds them.</summary>
public static class QualityIds
{
    /// <summary>Identifiers, 24 of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "rigueur",
        "detail",
        "organisation",
        "concentration",
        "patience",
        "perseverance",
        "autonomie",
        "initiative",
        "responsabilite",
        "discretion",
        "prudence",
        "logique",
        "curiosite",
        "creativite",
        "adaptabilite",
        "reactivite",
        "stress",
        "maitrise",
        "empathie",
        "equipe",
        "service",
        "contact",
        "leadership",
        "effort",
    ];
}
