using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Quiz.Matching;

/// <summary>What one dimension does to an occupation's place, with the answers that say so.</summary>
/// <param name="Dimension">The quality or interest.</param>
/// <param name="Effect">Above 0 it brings the occupation up, below 0 down; in units of log-likelihood, relative to the average occupation.</param>
/// <param name="Person">The person's level, on the gallery's scale.</param>
/// <param name="Occupation">The occupation's level, on the gallery's scale.</param>
public sealed record RankingReason(string Dimension, double Effect, double Person, double Occupation)
{
    /// <summary>
    /// From this mean answer on (1 to 5, reversed items turned) the answers describe a dimension: nearer to « plutôt moi » than to the middle.
    /// </summary>
    public const double DescribedFrom = 3.5;

    /// <summary>Up to this mean answer they describe little of it.</summary>
    public const double LittleUpTo = 2.5;

    /// <summary>Up to this level (z) an occupation asks for little of a dimension; from 0 on for as much as others or more.</summary>
    public const double AsksLittleUpTo = -0.5;

    /// <summary>How far the mean answer must lie from what someone of the occupation's level is expected to answer, to count as less or more.</summary>
    public const double ClearDifference = 0.5;

    /// <summary>What can truly be said of it; <see cref="ReasonDirection.None"/> where nothing can, or where no answers stand behind it.</summary>
    public ReasonDirection Direction { get; init; }

    /// <summary>The answers to this dimension, skipped ones left out, in the order given.</summary>
    public IReadOnlyList<Answer> Evidence { get; init; } = [];

    /// <summary>
    /// The mean answer to some items, 1 to 5 with reversed items turned, so that more always means more of the dimension; NaN without an answer.
    /// </summary>
    /// <exception cref="ArgumentException">An answer belongs to no item of the bank.</exception>
    public static double MeanAnswer(IEnumerable<Answer> evidence, ItemBank bank)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(bank);
        var coded = evidence
            .Where(answer => answer.Value is not null)
            .Select(answer => (double)ItemOf(answer, bank).Coded(answer.Value!.Value))
            .ToList();
        return coded.Count == 0 ? double.NaN : coded.Average();
    }

    /// <summary>
    /// The reason that some answers give: its direction follows from them and from the occupation's level alone, never from the estimate, so
    /// that whoever gave them can check it.
    /// </summary>
    /// <remarks>
    /// Up (effect above 0): both, where the mean answer is at least 3.5 and the occupation's level at least 0; neither, where it is at most 2.5
    /// and the level at most −0.5. Down: more or less, where the mean answer lies 0.5 or more below or above the mean answer that the graded response model
    /// expects of someone at the occupation's level; less of an interest alone, and one that the answers describe (3.5 or more): more of a quality than a
    /// job asks for is nothing against it. Otherwise nothing is said.
    /// </remarks>
    /// <exception cref="ArgumentException">An answer belongs to no item of the bank.</exception>
    public static RankingReason From(IReadOnlyList<Answer> evidence, ItemBank bank, string dimension, double effect, double person, double occupation)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        var given = evidence.Where(answer => answer.Value is not null).ToList();
        var mean = MeanAnswer(given, bank);
        var direction = ReasonDirection.None;
        if (effect > 0)
        {
            direction =
                mean >= DescribedFrom && occupation >= 0 ? ReasonDirection.Both
                : mean <= LittleUpTo && occupation <= AsksLittleUpTo ? ReasonDirection.Neither
                : ReasonDirection.None;
        }
        else if (effect < 0 && given.Count > 0)
        {
            var expected = given.Average(answer => GradedResponseModel.ExpectedAnswer(ItemOf(answer, bank).Parameters, occupation));
            direction =
                mean <= expected - ClearDifference ? ReasonDirection.More
                : mean >= expected + ClearDifference && mean >= DescribedFrom && InterestIds.Includes(dimension) ? ReasonDirection.Less
                : ReasonDirection.None;
        }

        return new RankingReason(dimension, effect, person, occupation) { Direction = direction, Evidence = given };
    }

    private static Item ItemOf(Answer answer, ItemBank bank) =>
        bank.Find(answer.ItemId) ?? throw new ArgumentException($"'{answer.ItemId}' is not an item of this bank.", nameof(answer));
}
