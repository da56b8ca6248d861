using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Fairness;

/// <summary>How far the order of occupations moves when people of one and the same profile answer as one group does, or as another.</summary>
/// <param name="Mean">Mean distance between the two places of an occupation, in per cent of all occupations.</param>
/// <param name="Noise">The same between two answerings by the same group: what chance alone moves.</param>
/// <param name="Systematic">
/// The mean over occupations of how far one is moved in one direction over all people, in per cent of all occupations: what does not cancel out.
/// </param>
/// <param name="Furthest">The occupation that is moved furthest in one direction.</param>
/// <param name="FurthestShift">By how much, in per cent of all occupations; above 0 the first group finds it nearer the top.</param>
/// <param name="SameTop">The share of the first ten that both answerings have in common, in per cent.</param>
/// <param name="SameTopNoise">The same between two answerings by the same group.</param>
public sealed record RankShift(
    double Mean,
    double Noise,
    double Systematic,
    string Furthest,
    double FurthestShift,
    double SameTop,
    double SameTopNoise
)
{
    private const int Top = 10;

    /// <summary>
    /// Draws answers of each person as either group gives them at that level, by the same random numbers, and ranks the occupations by both. Without any
    /// difference between the groups both orders are the same.
    /// </summary>
    /// <param name="ranker">Ranks the occupations; its bank has the audited scales as dimensions, in the order of the audits.</param>
    /// <param name="audits">One for each dimension; its items stand in the order of the bank's.</param>
    /// <param name="people">True levels of each person by dimension (z).</param>
    /// <param name="first">The first group, as the audits number it.</param>
    /// <param name="second">The second group.</param>
    /// <param name="seed">Same seed, same result.</param>
    /// <exception cref="ArgumentException">There are not as many audits as dimensions, or there is nobody.</exception>
    public static RankShift Measure(
        AnswerRanker ranker,
        IReadOnlyList<ScaleAudit> audits,
        IReadOnlyList<IReadOnlyList<double>> people,
        double first,
        double second,
        ulong seed
    )
    {
        ArgumentNullException.ThrowIfNull(ranker);
        ArgumentNullException.ThrowIfNull(audits);
        ArgumentNullException.ThrowIfNull(people);
        if (audits.Count != ranker.Bank.Dimensions.Count || people.Count == 0)
        {
            throw new ArgumentException($"The bank has {ranker.Bank.Dimensions.Count} dimensions, not {audits.Count}; and there must be people.");
        }

        var random = new SeededRandom(seed);
        var occupations = ranker.Gallery.Ids.Count;
        var moved = new double[occupations];
        double apart = 0,
            noise = 0,
            same = 0,
            sameNoise = 0;
        foreach (var person in people)
        {
            var draws = Draws(random, ranker.Bank.Items.Count);
            var one = Places(ranker, Answers(ranker, audits, person, first, draws));
            var other = Places(ranker, Answers(ranker, audits, person, second, draws));
            var again = Places(ranker, Answers(ranker, audits, person, first, Draws(random, draws.Length)));
            for (var j = 0; j < occupations; j++)
            {
                apart += Math.Abs(one[j] - other[j]);
                noise += Math.Abs(one[j] - again[j]);
                moved[j] += other[j] - one[j];
            }

            same += Common(one, other);
            sameNoise += Common(one, again);
        }

        var percent = 100.0 / (people.Count * (double)occupations);
        var furthest = Enumerable.Range(0, occupations).MaxBy(j => Math.Abs(moved[j]));
        return new RankShift(
            percent * apart / occupations,
            percent * noise / occupations,
            percent * moved.Average(Math.Abs),
            ranker.Gallery.Ids[furthest],
            percent * moved[furthest],
            same / people.Count,
            sameNoise / people.Count
        );
    }

    private static double[] Draws(SeededRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextDouble())];

    private static List<Answer> Answers(
        AnswerRanker ranker,
        IReadOnlyList<ScaleAudit> audits,
        IReadOnlyList<double> levels,
        double group,
        double[] draws
    )
    {
        var bank = ranker.Bank;
        var answers = new List<Answer>(draws.Length);
        for (var q = 0; q < audits.Count; q++)
        {
            var own = bank.ItemsOf(q);
            for (var at = 0; at < own.Length; at++)
            {
                var item = bank.Items[own[at]];
                var probabilities = new double[item.Parameters.Answers];
                audits[q].Probabilities(at, levels[q], group, probabilities);
                var draw = draws[own[at]];
                var coded = 0;
                while (coded < probabilities.Length - 1 && draw > probabilities[coded])
                {
                    draw -= probabilities[coded++];
                }

                answers.Add(new Answer(item.Id, item.Coded(coded + 1)));
            }
        }

        return answers;
    }

    /// <summary>The place of each occupation, from 0; equal scores in the order of the gallery.</summary>
    private static int[] Places(AnswerRanker ranker, List<Answer> answers)
    {
        var scores = new double[ranker.Gallery.Ids.Count];
        ranker.Score(answers, scores);
        var places = new int[scores.Length];
        foreach (var (place, occupation) in Enumerable.Range(0, scores.Length).OrderByDescending(j => scores[j]).ThenBy(j => j).Index())
        {
            places[occupation] = place;
        }

        return places;
    }

    private static double Common(int[] one, int[] other)
    {
        var count = 0;
        for (var j = 0; j < one.Length; j++)
        {
            count += one[j] < Top && other[j] < Top ? 1 : 0;
        }

        return 100.0 * count / Math.Min(Top, one.Length);
    }
}
