using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Estimation;

/// <summary>How the qualities go together in the population: the prior by which one answer also informs its neighbours.</summary>
/// <remarks>
/// A tree: each quality hangs on one of six families by a loading, each family on one general factor by another. The correlation of two qualities is
/// the product along the path between them. The families follow the five-factor facets of each quality; the loadings are judgements, not estimates,
/// and the general factor stands for the mild positive manifold of self-reports.
/// A tree with positive loadings is positive definite and has an inverse without positive cells off the diagonal (S. Lauritzen, C. Uhler and P.
/// Zwiernik 2019),
/// so an answer that raises one quality raises the others or leaves them, as long as it does not make the quality more certain. Replaced by
/// calibration data when there are some.
/// </remarks>
public static class QualityCorrelations
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

    /// <summary>
    /// The correlations between <paramref name="dimensions"/> (n × n, 1 on the diagonal): the tree for qualities, none between an unknown dimension
    /// and any other;
    /// interests follow Holland's hexagon (neighbours .30, next but one .10, opposite 0) and are independent of the qualities.
    /// </summary>
    public static SymmetricMatrix Prior(IReadOnlyList<string> dimensions)
    {
        ArgumentNullException.ThrowIfNull(dimensions);
        return SymmetricMatrix.Create(dimensions.Count, (i, j) => Correlation(dimensions[i], dimensions[j]));
    }

    private static double Correlation(string one, string other)
    {
        if (one == other)
        {
            return 1;
        }

        if (Tree.TryGetValue(one, out var a) && Tree.TryGetValue(other, out var b))
        {
            return a.Loading * b.Loading * (a.Family == b.Family ? 1 : General[a.Family] * General[b.Family]);
        }

        var (x, y) = (InterestAt(one), InterestAt(other));
        if (x < 0 || y < 0)
        {
            return 0;
        }

        var apart = Math.Abs(x - y);
        return Math.Min(apart, 6 - apart) switch
        {
            1 => .30,
            2 => .10,
            _ => 0,
        };
    }

    private static int InterestAt(string dimension)
    {
        for (var at = 0; at < InterestIds.All.Count; at++)
        {
            if (InterestIds.All[at] == dimension)
            {
                return at;
            }
        }

        return -1;
    }
}
