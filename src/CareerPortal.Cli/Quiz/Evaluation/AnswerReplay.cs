using System.Runtime.InteropServices;
using CareerPortal.Cli.Quiz.Files;
using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Cli.Quiz.Evaluation;

/// <summary>Replays answers that are all known: takes some of them by a policy, as a quiz would have asked.</summary>
internal sealed class AnswerReplay
{
    public const string Adaptive = "adaptive";
    public const string InTurn = "in-turn";
    public const string AtRandom = "random";

    /// <summary>Fewest people from whom correlations between scales are learned.</summary>
    public const int FewestToLearn = 200;

    private readonly double[][] _tables;
    private readonly PrecisionSelection _selection;

    public AnswerReplay(ItemBank bank, string policy)
    {
        Bank = bank;
        Policy = policy;
        _tables = [.. bank.Items.Select(AnswerTables.Of)];
        _selection = new PrecisionSelection(_tables);
    }

    public ItemBank Bank { get; }

    public string Policy { get; }

    /// <summary>
    /// The items taken of one scale, in order: at most <paramref name="limit"/>, and none once the standard error is at most <paramref
    /// name="precise"/>.
    /// </summary>
    /// <param name="scale">Place of the scale among the bank's dimensions.</param>
    /// <param name="values">Raw answers by item of the bank, 0 where missing.</param>
    /// <param name="limit">Most items taken.</param>
    /// <param name="session">Seed of the orders in turn and at random.</param>
    /// <param name="precise">Standard error (z) that is small enough.</param>
    public (List<int> Items, QualityPosterior Posterior) Take(int scale, ReadOnlySpan<int> values, int limit, ulong session, double precise = 0)
    {
        var posterior = new QualityPosterior();
        var taken = new List<int>();
        var left = Order(scale, session);
        for (var at = left.Count - 1; at >= 0; at--)
        {
            if (values[left[at]] == 0)
            {
                left.RemoveAt(at);
            }
        }

        while (left.Count > 0 && taken.Count < limit && posterior.StandardError > precise)
        {
            // Where all will be taken their order does not matter; where precision decides, each item may be the last.
            var remaining = precise > 0 ? 1 : limit - taken.Count;
            var item =
                Policy == Adaptive && remaining < left.Count ? _selection.Next(posterior, CollectionsMarshal.AsSpan(left), remaining) : left[0];
            left.Remove(item);
            posterior.Add(_tables[item], Bank.Items[item].Coded(values[item]));
            taken.Add(item);
        }

        return (taken, posterior);
    }

    /// <summary>
    /// The correlations between the scales as all answers of these people show them; null where scales share items or too few people answered.
    /// </summary>
    public static SymmetricMatrix? Learn(KeyFile keys, ItemBank bank, IReadOnlyCollection<int[]> people)
    {
        var isShared = keys.Keys.GroupBy(key => key.Item).Any(group => group.Count() > 1);
        return keys.Scales.Count < 2 || isShared || people.Count < FewestToLearn ? null : LatentCorrelations.Learn(bank, people);
    }

    private List<int> Order(int scale, ulong session) =>
        Policy switch
        {
            InTurn => [.. InTurnSelection.Plan([Bank.Dimensions[scale]], Bank, session, int.MaxValue / 2).Select(Bank.IndexOf)],
            AtRandom => [.. RandomSelection.Plan([Bank.Dimensions[scale]], Bank, session, int.MaxValue).Select(Bank.IndexOf)],
            _ => [.. Bank.ItemsOf(scale)],
        };
}
