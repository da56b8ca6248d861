using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Calibration;

/// <summary>What is believed of one item after answers to it.</summary>
/// <param name="Parameters">Slope and thresholds of the coded answer: the mode of the posterior.</param>
/// <param name="Own">K × K covariance that is left of the item's own (ln a, b₁ … b₍ₖ₋₁₎).</param>
/// <param name="SharedDeviation">Standard deviation (z) that is left of the shift that the items of its dimension share.</param>
/// <param name="CommonDeviation">Standard deviation (z) that is left of what is off for all items of its kind.</param>
/// <param name="Answered">How many answers to it there were.</param>
public sealed record LearnedItem(ItemParameters Parameters, SymmetricMatrix Own, double SharedDeviation, double CommonDeviation, int Answered)
{
    /// <summary>What the estimator has to know of it.</summary>
    public ParameterUncertainty Uncertainty => new(Own, SharedDeviation, CommonDeviation);

    /// <summary>Standard deviation that is left of the mean of the thresholds (z): of how hard the item is to agree with.</summary>
    public double LocationDeviation
    {
        get
        {
            var n = Own.Size;
            var sum = 0.0;
            for (var i = 1; i < n; i++)
            {
                for (var j = 1; j < n; j++)
                {
                    sum += Own[i, j];
                }
            }

            return Math.Sqrt(sum / ((n - 1) * (n - 1)) + SharedDeviation * SharedDeviation + CommonDeviation * CommonDeviation);
        }
    }
}
