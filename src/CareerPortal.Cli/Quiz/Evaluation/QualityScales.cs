using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>Which scales of the SPI stand for each quality, and with what weight (decision 0032).</summary>
/// <remarks>
/// Scales are turned as in <see cref="RealPeople"/>: Irritability, Anxiety and EmotionalStability stand for calm, Impulsivity for thinking first. The
/// choice follows the wording of the items on both sides, never a correlation.
/// </remarks>
internal static class QualityScales
{
    /// <summary>One line a quality; the first scale is the nearest.</summary>
    public static IReadOnlyDictionary<string, (string Scale, double Weight)[]> Table { get; } =
        new Dictionary<string, (string, double)[]>
        {
            ["rigueur"] = [("Perfectionism", 1), ("Industry", 1), ("Impulsivity", 1)],
            ["detail"] = [("Perfectionism", 2), ("Order", 1)],
            ["organisation"] = [("Order", 2), ("Industry", 1)],
            ["concentration"] = [("Industry", 1), ("SelfControl", 1)],
            ["patience"] = [("Irritability", 1), ("SelfControl", 1), ("Impulsivity", 1)],
            ["perseverance"] = [("Industry", 2), ("Perfectionism", 1)],
            ["autonomie"] = [("Industry", 1), ("Intellect", 1)],
            ["initiative"] = [("Charisma", 1), ("Adaptability", 1), ("Industry", 1)],
            ["responsabilite"] = [("Industry", 1), ("Honesty", 1), ("Authoritarianism", 1)],
            ["discretion"] = [("Honesty", 1)],
            ["prudence"] = [("Impulsivity", 2), ("Authoritarianism", 1)],
            ["logique"] = [("Intellect", 1)],
            ["curiosite"] = [("Introspection", 1), ("Intellect", 1), ("Creativity", 1)],
            ["creativite"] = [("Creativity", 1)],
            ["adaptabilite"] = [("Adaptability", 1)],
            ["reactivite"] = [("Intellect", 1), ("Charisma", 1), ("Anxiety", 1)],
            ["stress"] = [("Anxiety", 1), ("EmotionalStability", 1)],
            ["maitrise"] = [("Irritability", 2), ("EmotionalStability", 1)],
            ["empathie"] = [("Compassion", 1)],
            ["equipe"] = [("Trust", 1), ("Compassion", 1), ("Sociability", 1)],
            ["service"] = [("Compassion", 2), ("Sociability", 1)],
            ["contact"] = [("Sociability", 2), ("Charisma", 1)],
            ["leadership"] = [("Charisma", 1)],
            ["effort"] = [("Industry", 1), ("Perfectionism", 1)],
        };

    /// <summary>
    /// The correlations of the 24 qualities: those of their composites of scales, times the share of a quality that its scales are taken to tell.
    /// </summary>
    /// <param name="scales">The scales, in the order of <paramref name="correlations"/>.</param>
    /// <param name="correlations">Of the scales, without error of measurement.</param>
    public static SymmetricMatrix Qualities(IReadOnlyList<string> scales, SymmetricMatrix correlations)
    {
        var weights = QualityIds
            .All.Select(quality =>
            {
                var row = new double[scales.Count];
                foreach (var (scale, weight) in Table[quality])
                {
                    row[scales.ToList().IndexOf(scale)] = weight;
                }

                return row;
            })
            .ToArray();
        var told = Told(scales, correlations);
        return SymmetricMatrix.Create(weights.Length, (i, j) => i == j ? 1 : told * Product(i, j) / Math.Sqrt(Product(i, i) * Product(j, j)));

        double Product(int i, int j)
        {
            var sum = 0.0;
            for (var k = 0; k < scales.Count; k++)
            {
                for (var l = 0; l < scales.Count; l++)
                {
                    sum += weights[i][k] * weights[j][l] * correlations[k, l];
                }
            }

            return sum;
        }
    }

    /// <summary>
    /// The share of the variance of a quality that scales meant for it tell: as much as two scales that stand for one quality alone, both narrow and
    /// neither used elsewhere but for a neighbour, have in common. The table has one such pair.
    /// </summary>
    private static double Told(IReadOnlyList<string> scales, SymmetricMatrix correlations)
    {
        var places = scales.ToList();
        return correlations[places.IndexOf("Anxiety"), places.IndexOf("EmotionalStability")];
    }
}
