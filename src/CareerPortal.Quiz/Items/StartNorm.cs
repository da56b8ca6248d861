using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Items;

/// <summary>How items of one kind behave on average, and how far one of them may lie from that.</summary>
/// <remarks>
/// Across the items of a kind, (ln a, b₁ … bₙ) is taken as normal: its mean makes <see cref="Parameters"/>, its covariance is split into a shift that
/// the items of one dimension share and the rest, which is each item's own (a variance component, R. A. Fisher 1925).
/// </remarks>
/// <param name="Kind">The kind.</param>
/// <param name="Parameters">Slope at the mean of ln a, mean thresholds.</param>
/// <param name="Uncertainty">How far one item may lie from them.</param>
/// <param name="Items">How many calibrated items it rests on; 0 where nobody's answers to such items were at hand.</param>
public sealed record StartNorm(ItemKind Kind, ItemParameters Parameters, ParameterUncertainty Uncertainty, int Items)
{
    /// <summary>The same for another number of answers: thresholds by <see cref="AnswerScale"/>, the covariance by the same linear map.</summary>
    public StartNorm For(int answers)
    {
        if (answers == Parameters.Answers)
        {
            return this;
        }

        var map = AnswerScale.Map(Parameters.Answers, answers);
        var own = Uncertainty.Covariance;
        return this with
        {
            Parameters = AnswerScale.Convert(Parameters, answers),
            Uncertainty = Uncertainty with
            {
                Covariance = SymmetricMatrix.Create(
                    answers,
                    (i, j) =>
                    {
                        // More thresholds than there were are not independent of them: a hair keeps the covariance positive definite.
                        var cell = i == j && i > 0 ? 1e-4 : 0.0;
                        for (var k = 0; k < own.Size; k++)
                        {
                            for (var l = 0; l < own.Size; l++)
                            {
                                cell += Weight(i, k) * Weight(j, l) * own[k, l];
                            }
                        }

                        return cell;
                    }
                ),
            },
        };

        double Weight(int to, int from) =>
            to == 0 || from == 0
                ? to == from
                    ? 1
                    : 0
                : map[to - 1][from - 1];
    }
}
