using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>The correlations of the qualities as they were drawn by hand (decision 0012), to compare the learned ones with.</summary>
internal static class CorrelationTree
{
    private static readonly Dictionary<string, (string Family, double Loading)> Tree = new()
    {
        ["rigueur"] = ("order", .85),
        ["detail"] = ("order", .75),
        ["organisation"] = ("order", .75),
        ["prudence"] = ("order", .60),
        ["responsabilite"] = ("order", .70),
        ["discretion"] = ("order", .45),
        ["concentration"] = ("drive", .70),
        ["perseverance"] = ("drive", .80),
        ["effort"] = ("drive", .75),
        ["autonomie"] = ("drive", .60),
        ["logique"] = ("openness", .65),
        ["curiosite"] = ("openness", .80),
        ["creativite"] = ("openness", .65),
        ["stress"] = ("calm", .80),
        ["maitrise"] = ("calm", .75),
        ["patience"] = ("calm", .65),
        ["adaptabilite"] = ("calm", .55),
        ["empathie"] = ("care", .80),
        ["equipe"] = ("care", .70),
        ["service"] = ("care", .80),
        ["contact"] = ("energy", .65),
        ["leadership"] = ("energy", .80),
        ["initiative"] = ("energy", .75),
        ["reactivite"] = ("energy", .65),
    };

    private static readonly Dictionary<string, double> General = new()
    {
        ["order"] = .60,
        ["drive"] = .75,
        ["openness"] = .50,
        ["calm"] = .55,
        ["care"] = .50,
        ["energy"] = .55,
    };

    /// <summary>The product of the loadings along the path between two qualities.</summary>
    public static SymmetricMatrix Of(IReadOnlyList<string> qualities) =>
        SymmetricMatrix.Create(
            qualities.Count,
            (i, j) =>
                i == j ? 1
                : Tree[qualities[i]] is var a && Tree[qualities[j]] is var b
                    ? a.Loading * b.Loading * (a.Family == b.Family ? 1 : General[a.Family] * General[b.Family])
                : 0
        );
}
