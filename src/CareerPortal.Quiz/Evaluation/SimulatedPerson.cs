using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>Someone whose true levels are known and who answers as the graded response model says.</summary>
public sealed class SimulatedPerson
{
    private readonly int[] _values;

    private SimulatedPerson(ItemBank bank, double[] levels, int[] values)
    {
        Bank = bank;
        Levels = levels;
        _values = values;
    }

    /// <summary>The bank that is answered.</summary>
    public ItemBank Bank { get; }

    /// <summary>True levels by dimension of the bank (z).</summary>
    public IReadOnlyList<double> Levels { get; }

    /// <summary>Makes someone of these levels; the answers to all items are drawn at once, so that every policy asks the same person.</summary>
    public static SimulatedPerson Create(ItemBank bank, double[] levels, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(random);
        var values = new int[bank.Items.Count];
        Span<double> probabilities = stackalloc double[16];
        for (var at = 0; at < values.Length; at++)
        {
            var item = bank.Items[at];
            var row = probabilities[..item.Parameters.Answers];
            GradedResponseModel.Probabilities(item.Parameters, levels[bank.DimensionOf(at)], row);
            var draw = random.NextDouble();
            var coded = 0;
            while (coded < row.Length - 1 && draw > row[coded])
            {
                draw -= row[coded++];
            }

            values[at] = item.Coded(coded + 1);
        }

        return new SimulatedPerson(bank, levels, values);
    }

    /// <summary>Draws someone from the population: levels normal with the given correlations.</summary>
    /// <exception cref="ArgumentException">The correlations (n × n, as many as the bank has dimensions) are not positive definite.</exception>
    public static SimulatedPerson Draw(ItemBank bank, SymmetricMatrix correlations, SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(correlations);
        ArgumentNullException.ThrowIfNull(random);
        var n = correlations.Size;
        var factor = correlations.Cells.ToArray();
        if (!Cholesky.TryFactor(factor, n))
        {
            throw new ArgumentException("The correlations are not positive definite.", nameof(correlations));
        }

        var levels = new double[n];
        for (var k = 0; k < n; k++)
        {
            var normal = random.NextNormal();
            for (var i = k; i < n; i++)
            {
                levels[i] += factor[i * n + k] * normal;
            }
        }

        return Create(bank, levels, random);
    }

    /// <summary>The answer to one item.</summary>
    public Answer Answer(string itemId) => new(itemId, _values[Bank.IndexOf(itemId)]);

    /// <summary>The answers to these items.</summary>
    public List<Answer> Answers(IEnumerable<string> itemIds) => [.. itemIds.Select(Answer)];
}
