namespace CareerPortal.Quiz.Fairness;

/// <summary>Whether one item is answered differently by people of the same level who differ in something else.</summary>
/// <param name="Item">The place of the item in its scale.</param>
/// <param name="Uniform">Nagelkerke R² that the group adds to the level: a difference that is the same at every level.</param>
/// <param name="NonUniform">What their product adds beyond: a difference that changes with the level.</param>
/// <param name="Direction">Log odds of a higher coded answer for one unit of the group, at the same level.</param>
/// <param name="Significance">The probability of as much by chance: likelihood ratio of both together, χ² with two degrees of freedom.</param>
/// <param name="SlopeChange">By which share the slope of the level changes once the group is known (P. Crane and others 2004).</param>
public sealed record ItemFairness(int Item, double Uniform, double NonUniform, double Direction, double Significance, double SlopeChange)
{
    /// <summary>From this share on a change of the slope confounds the level; a second opinion, stricter than <see cref="Limit"/> for uniform
    /// differences (P. Crane and others 2004).</summary>
    public const double Confounding = 0.10;

    /// <summary>Below this much added R² a difference is negligible; M. Jodoin and M. Gierl (2001), who tried it by simulation.</summary>
    public const double Limit = 0.035;

    /// <summary>A difference is told only where chance is less likely than this.</summary>
    public const double Chance = 0.01;

    /// <summary>The effect: what group and product add together.</summary>
    public double Effect => Uniform + NonUniform;

    /// <summary>Whether the difference is neither negligible nor likely by chance.</summary>
    public bool IsFlagged => Effect >= Limit && Significance < Chance;
}
