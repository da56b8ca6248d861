using CareerPortal.Quiz.Items;

namespace CareerPortal.Quiz.Estimation;

/// <summary>The graded response model: how likely each answer is at a given level of the quality.</summary>
/// <remarks>
/// F. Samejima, "Estimation of latent ability using a response pattern of graded scores" (1969), logistic metric D = 1:
/// P*ₖ(θ) = 1/(1 + e^(−a(θ − bₖ))), Pₖ = P*ₖ₋₁ − P*ₖ, with P*₀ = 1 and the last 0.
/// </remarks>
public static class GradedResponseModel
{
    /// <summary>The smallest probability an answer is given, so that logarithms stay finite.</summary>
    public const double Floor = 1e-12;

    /// <summary>
    /// Fills <paramref name="probabilities"/> (one number per possible answer, summing to 1) at level <paramref name="theta"/> (z).
    /// </summary>
    public static void Probabilities(ItemParameters item, double theta, Span<double> probabilities)
    {
        var above = 1.0;
        for (var k = 0; k < item.B.Length; k++)
        {
            var next = Logistic(item.A * (theta - item.B[k]));
            probabilities[k] = Math.Max(Floor, above - next);
            above = next;
        }

        probabilities[item.B.Length] = Math.Max(Floor, above);
    }

    /// <summary>The Fisher information I(θ) = Σ (P*′ₖ₋₁ − P*′ₖ)²/Pₖ of one item, per squared z.</summary>
    public static double Information(ItemParameters item, double theta)
    {
        var information = 0.0;
        var above = 1.0;
        var slopeAbove = 0.0;
        for (var k = 0; k <= item.B.Length; k++)
        {
            var next = k < item.B.Length ? Logistic(item.A * (theta - item.B[k])) : 0;
            var slopeNext = item.A * next * (1 - next);
            var slope = slopeAbove - slopeNext;
            information += slope * slope / Math.Max(Floor, above - next);
            above = next;
            slopeAbove = slopeNext;
        }

        return information;
    }

    /// <summary>The mean answer, from 1 to n, of people at level <paramref name="theta"/> (z): 1 + Σ P*ₖ(θ).</summary>
    public static double ExpectedAnswer(ItemParameters item, double theta)
    {
        var mean = 1.0;
        foreach (var threshold in item.B)
        {
            mean += Logistic(item.A * (theta - threshold));
        }

        return mean;
    }

    private static double Logistic(double x) => 1 / (1 + Math.Exp(-x));
}
