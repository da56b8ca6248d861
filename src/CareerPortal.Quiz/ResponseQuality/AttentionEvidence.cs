using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Quiz.ResponseQuality;

/// <summary>How much better answers are explained by someone who reads than by someone who clicks at random from some point on.</summary>
/// <remarks>
/// The likelihood ratio of the two (J. Neyman and E. S. Pearson 1933), so that no other index of the same answers finds more random clicks among as many
/// false alarms as far as the model holds: E = min over s of ln p(x) − ln p(x₁ … x_s) + Σ_{i&gt;s} ln nᵢ, where p is the marginal likelihood of the graded
/// response model with each quality's level integrated out over N(0, 1 + t²), a slip now and then allowed, and nᵢ the number of possible answers. The
/// random part is at least a third of the answers and at most all of them.
/// </remarks>
internal sealed class AttentionEvidence
{
    /// <summary>The share of their answers that people who read give at random too: with it, one odd answer does not weigh like many.</summary>
    private const double Slip = 0.15;

    private readonly ItemBank _bank;
    private readonly double[][] _tables;
    private readonly double[][] _weights;

    public AttentionEvidence(ItemBank bank, IReadOnlyList<double[]> weights)
    {
        _bank = bank;
        _tables =
        [
            .. bank.Items.Select(item =>
                AnswerTables.Of(item).Select(probability => (1 - Slip) * probability + Slip / item.Parameters.Answers).ToArray()
            ),
        ];
        _weights = [.. weights];
    }

    /// <summary>E in natural logarithms: positive where reading explains the answers better; null below three answers.</summary>
    public double? Of(IReadOnlyList<Answer> answers)
    {
        var densities = new double[_weights.Length][];
        var attentive = new List<double>(answers.Count) { 0 };
        var random = new List<double>(answers.Count) { 0 };
        foreach (var answer in answers)
        {
            if (answer.Value is not { } value)
            {
                continue;
            }

            var at = _bank.IndexOf(answer.ItemId);
            var item = _bank.Items[at];
            var density = densities[_bank.DimensionOf(at)] ??= [.. _weights[_bank.DimensionOf(at)]];
            var row = _tables[at].AsSpan((item.Coded(value) - 1) * QuadratureGrid.Size, QuadratureGrid.Size);
            var probability = 0.0;
            for (var g = 0; g < density.Length; g++)
            {
                probability += density[g] *= row[g];
            }

            for (var g = 0; g < density.Length; g++)
            {
                density[g] /= probability;
            }

            attentive.Add(attentive[^1] + Math.Log(probability));
            random.Add(random[^1] - Math.Log(item.Parameters.Answers));
        }

        var n = attentive.Count - 1;
        if (n < 3)
        {
            return null;
        }

        var least = double.PositiveInfinity;
        for (var s = 0; s <= n - (n + 2) / 3; s++)
        {
            least = Math.Min(least, attentive[n] - attentive[s] - (random[n] - random[s]));
        }

        return least;
    }
}
