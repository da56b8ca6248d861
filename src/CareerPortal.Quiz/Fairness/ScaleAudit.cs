using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Estimation;

namespace CareerPortal.Quiz.Fairness;

/// <summary>Differential item functioning: looks for items of a scale that people of the same level answer differently.</summary>
/// <remarks>
/// Ordinal logistic regression (B. Zumbo 1999) in the manner of S. Choi, L. Gibbons and P. Crane, "lordif" (2011): the answer on the level; on level and
/// group; on level, group and their product. The level is the expected a posteriori mean of the graded response model calibrated here on everyone. It is
/// purified: items found unfair leave the level of the others, round after round, until the same are found; the item that is judged stays in its own,
/// or a mere difference between the groups' levels would look like unfairness.
/// </remarks>
public sealed class ScaleAudit
{
    /// <summary>No scale is left with fewer items to measure the level by.</summary>
    private const int FewestAnchors = 2;
    private const int MostRounds = 10;

    private readonly OrdinalLogit[] _models;

    private ScaleAudit(IReadOnlyList<ItemFairness> items, OrdinalLogit[] models, int people, int rounds)
    {
        Items = items;
        _models = models;
        People = people;
        Rounds = rounds;
    }

    /// <summary>One result an item, in the order of the scale.</summary>
    public IReadOnlyList<ItemFairness> Items { get; }

    /// <summary>How many people were looked at: those whose group is known.</summary>
    public int People { get; }

    /// <summary>How many rounds the purification took.</summary>
    public int Rounds { get; }

    /// <summary>Audits a scale.</summary>
    /// <param name="answers">People × items, row by row: the coded answer from 1; none may be missing.</param>
    /// <param name="items">Number of items, at least three.</param>
    /// <param name="categories">Number of possible answers.</param>
    /// <param name="group">One number a person, such as 0 and 1 or an age in decades; NaN leaves the person out.</param>
    /// <exception cref="ArgumentException">The shapes do not agree, an answer is missing, or everyone is of one group.</exception>
    public static ScaleAudit Run(ReadOnlySpan<byte> answers, int items, int categories, IReadOnlyList<double> group)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentOutOfRangeException.ThrowIfLessThan(items, FewestAnchors + 1);
        if (answers.Length != group.Count * items || answers.Contains((byte)0))
        {
            throw new ArgumentException($"{group.Count} people need {items} answers each.", nameof(answers));
        }

        var kept = Enumerable.Range(0, group.Count).Where(person => !double.IsNaN(group[person])).ToArray();
        if (kept.Select(person => group[person]).Distinct().Count() < 2)
        {
            throw new ArgumentException("Everyone is of one group.", nameof(group));
        }

        var known = new byte[kept.Length * items];
        for (var row = 0; row < kept.Length; row++)
        {
            answers.Slice(kept[row] * items, items).CopyTo(known.AsSpan(row * items));
        }

        var groups = kept.Select(person => group[person]).ToArray();
        var tables = GradedResponseCalibration.Fit(known, items, categories).Items.Select(item => QualityPosterior.Table(item.Parameters)).ToArray();
        var unfair = new HashSet<int>();
        for (var round = 1; ; round++)
        {
            var results = new ItemFairness[items];
            var models = new OrdinalLogit[items];
            for (var item = 0; item < items; item++)
            {
                var levels = Levels(known, items, tables, other => other == item || !unfair.Contains(other));
                (results[item], models[item]) = Judge(item, known, items, levels, groups);
            }

            var found = results
                .Where(result => result.IsFlagged)
                .OrderByDescending(result => result.Effect)
                .Take(items - FewestAnchors)
                .Select(result => result.Item)
                .ToHashSet();
            if (found.SetEquals(unfair) || round == MostRounds)
            {
                return new ScaleAudit(results, models, kept.Length, round);
            }

            unfair = found;
        }
    }

    /// <summary>Fills how someone of this level (z) and group is found to answer an item: a probability for each coded answer from 1.</summary>
    public void Probabilities(int item, double level, double group, Span<double> probabilities) =>
        _models[item].Probabilities([level, group, level * group], probabilities);

    private static (ItemFairness Result, OrdinalLogit Model) Judge(int item, byte[] answers, int items, double[] levels, double[] group)
    {
        var people = levels.Length;
        var given = new int[people];
        double[] level = new double[people],
            both = new double[2 * people],
            all = new double[3 * people];
        for (var person = 0; person < people; person++)
        {
            given[person] = answers[person * items + item];
            level[person] = both[2 * person] = all[3 * person] = levels[person];
            both[2 * person + 1] = all[3 * person + 1] = group[person];
            all[3 * person + 2] = levels[person] * group[person];
        }

        var empty = OrdinalLogit.Fit(given, [], 0).LogLikelihood;
        OrdinalLogit first = OrdinalLogit.Fit(given, level, 1),
            second = OrdinalLogit.Fit(given, both, 2),
            third = OrdinalLogit.Fit(given, all, 3);
        double one = first.NagelkerkeR2(empty, people),
            two = second.NagelkerkeR2(empty, people),
            three = third.NagelkerkeR2(empty, people);

        // The upper tail of χ² with two degrees of freedom is e^(−x/2), and x is twice the gain in log-likelihood.
        var significance = Math.Exp(-Math.Max(0, third.LogLikelihood - first.LogLikelihood));
        var change = Math.Abs(first.Slopes[0] - second.Slopes[0]) / Math.Abs(first.Slopes[0]);
        return (new ItemFairness(item, two - one, three - two, second.Slopes[1], significance, change), third);
    }

    private static double[] Levels(byte[] answers, int items, double[][] tables, Func<int, bool> counts)
    {
        var counted = Enumerable.Range(0, items).Where(counts).ToArray();
        var levels = new double[answers.Length / items];
        for (var person = 0; person < levels.Length; person++)
        {
            var posterior = new QualityPosterior();
            foreach (var item in counted)
            {
                posterior.Add(tables[item], answers[person * items + item]);
            }

            levels[person] = posterior.Mean;
        }

        return levels;
    }
}
