using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Quiz.Selection;

/// <summary>Chooses the question from which most is to be learned next about which of many occupations suits.</summary>
/// <remarks>
/// Mutual information between the answer and the occupation (D. Lindley 1956) under the posterior of <see cref="AnswerRanker"/>, damped by the number
/// of earlier
/// questions about the same quality. The posterior is gathered once per quality on the ranker's 81 levels, so an item costs 81 × answers whatever the
/// number of occupations.
/// </remarks>
public sealed class RankingSelection
{
    private readonly AdaptiveSelection _selection;
    private readonly AnswerRanker _ranker;
    private readonly double[][] _tables;
    private readonly double[][] _entropies;
    private readonly double[] _known;

    internal RankingSelection(AdaptiveSelection selection, AnswerRanker ranker)
    {
        ArgumentNullException.ThrowIfNull(ranker);
        _selection = selection;
        _ranker = ranker;
        _tables = [.. Enumerable.Range(0, ranker.Bank.Items.Count).Select(ranker.AnswerTable)];
        _entropies = [.. _tables.Select(Entropies)];
        _known =
        [
            .. Enumerable
                .Range(0, ranker.Bank.Dimensions.Count)
                .Select(q => (double)ranker.Places(q).ToArray().Count(place => place != AnswerRanker.Unknown) / ranker.Gallery.Ids.Count),
        ];
    }

    /// <summary>The next question.</summary>
    /// <param name="answers">Answers so far in the order given, skipped items included.</param>
    /// <param name="seed">The session's seed: same answers and seed, same question.</param>
    public NextQuestion Next(IReadOnlyList<Answer> answers, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(answers);
        var rules = _selection.Rules;
        if (answers.Count >= rules.Maximum)
        {
            return new NextQuestion(null, StopReason.Longest);
        }

        var bank = _ranker.Bank;
        Span<bool> wanted = stackalloc bool[bank.Dimensions.Count];
        Span<int> asked = stackalloc int[bank.Dimensions.Count];
        asked.Clear();
        for (var q = 0; q < wanted.Length; q++)
        {
            wanted[q] = _ranker.Knows(q) && _known[q] > 0;
        }

        foreach (var answer in answers)
        {
            asked[bank.DimensionOf(bank.IndexOf(answer.ItemId))]++;
        }

        Span<double> gains = stackalloc double[bank.Items.Count];
        _selection.Mark(answers, wanted, gains);

        var posterior = new double[_ranker.Gallery.Ids.Count];
        _ranker.Score(answers, posterior);
        OccupationRanker.Posterior(posterior, posterior);
        Span<double> shares = stackalloc double[AnswerRanker.Levels];
        var any = false;
        for (var q = 0; q < wanted.Length; q++)
        {
            if (!wanted[q])
            {
                continue;
            }

            var known = Gather(posterior, _ranker.Places(q), shares);
            var damping = known * Math.Pow(rules.Damping, asked[q]);
            foreach (var item in bank.ItemsOf(q))
            {
                if (double.IsNaN(gains[item]))
                {
                    continue;
                }

                gains[item] = damping * Information(_tables[item], _entropies[item], shares);
                any = true;
            }
        }

        return any
            ? new NextQuestion(bank.Items[_selection.Choose(gains, seed, answers.Count)].Id, StopReason.None)
            : new NextQuestion(null, StopReason.NothingLeft);
    }

    /// <summary>Spreads the posterior over the levels of one dimension; returns the share of it that knows the dimension.</summary>
    private static double Gather(ReadOnlySpan<double> posterior, ReadOnlySpan<float> places, Span<double> shares)
    {
        shares.Clear();
        for (var j = 0; j < places.Length; j++)
        {
            if (places[j] == AnswerRanker.Unknown)
            {
                continue;
            }

            var low = (int)places[j];
            var share = places[j] - low;
            shares[low] += posterior[j] * (1 - share);
            shares[low + 1] += posterior[j] * share;
        }

        var total = 0.0;
        foreach (var share in shares)
        {
            total += share;
        }

        if (total > 0)
        {
            foreach (ref var share in shares)
            {
                share /= total;
            }
        }

        return total;
    }

    private static double Information(double[] table, double[] entropies, ReadOnlySpan<double> shares)
    {
        var information = 0.0;
        for (var level = 0; level < shares.Length; level++)
        {
            information -= shares[level] * entropies[level];
        }

        for (var start = 0; start < table.Length; start += shares.Length)
        {
            var probability = 0.0;
            for (var level = 0; level < shares.Length; level++)
            {
                probability += shares[level] * table[start + level];
            }

            information -= probability > 0 ? probability * Math.Log(probability) : 0;
        }

        return Math.Max(0, information);
    }

    private static double[] Entropies(double[] table)
    {
        var entropies = new double[AnswerRanker.Levels];
        for (var at = 0; at < table.Length; at++)
        {
            entropies[at % entropies.Length] -= table[at] > 0 ? table[at] * Math.Log(table[at]) : 0;
        }

        return entropies;
    }
}
