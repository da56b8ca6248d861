using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Selection;

/// <summary>Chooses the question from which most is to be learned next about which of many occupations suits.</summary>
/// <remarks>
/// Mutual information between the answer and the occupation (D. Lindley 1956) under the posterior of <see cref="AnswerRanker"/>, damped by the number
/// of earlier
/// questions about the same quality. The posterior is gathered once per quality on the ranker's 81 levels, so an item costs 81 × answers whatever the
/// number of occupations. Interests tell more apart than qualities do, so a share is kept for qualities, and the main qualities of the occupations in
/// the lead are asked about before the end: nobody is shown an occupation whose first demand was never looked at.
/// </remarks>
public sealed class RankingSelection
{
    /// <summary>Questions kept beyond those that are due for the occupations in the lead: another one may take the lead by their answers.</summary>
    private const int Reserve = 4;

    private readonly AdaptiveSelection _selection;
    private readonly AnswerRanker _ranker;
    private readonly double[][] _tables;
    private readonly double[][] _entropies;
    private readonly double[] _known;
    private readonly bool[] _isQuality;
    private readonly int[][] _main;

    internal RankingSelection(AdaptiveSelection selection, AnswerRanker ranker, IReadOnlyList<IReadOnlyList<string>>? main)
    {
        ArgumentNullException.ThrowIfNull(ranker);
        if (main is not null && main.Count != ranker.Gallery.Ids.Count)
        {
            throw new ArgumentException($"There are {ranker.Gallery.Ids.Count} occupations, not {main.Count}.", nameof(main));
        }

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
        _isQuality = [.. ranker.Bank.Dimensions.Select(dimension => !InterestIds.Includes(dimension))];
        _main = [.. (main ?? []).Select(own => own.Select(ranker.Bank.DimensionIndex).Where(q => q >= 0 && ranker.Knows(q)).ToArray())];
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
        Span<int> places = stackalloc int[answers.Count];
        _selection.PlacesOf(answers, places);
        Span<int> asked = stackalloc int[bank.Dimensions.Count];
        Span<int> given = stackalloc int[bank.Dimensions.Count];
        asked.Clear();
        given.Clear();
        for (var q = 0; q < wanted.Length; q++)
        {
            wanted[q] = _ranker.Knows(q) && _known[q] > 0;
        }

        int qualities = 0,
            balance = 0;
        for (var at = 0; at < places.Length; at++)
        {
            var q = bank.DimensionOf(places[at]);
            asked[q]++;
            given[q] += answers[at].Value is null ? 0 : 1;
            if (_isQuality[q])
            {
                qualities++;
                balance += bank.Items[places[at]].Reversed ? -1 : 1;
            }
        }

        var posterior = new double[_ranker.Gallery.Ids.Count];
        _ranker.Score(answers, posterior);
        OccupationRanker.Posterior(posterior, posterior);
        Span<bool> asking = stackalloc bool[wanted.Length];
        Span<bool> due = stackalloc bool[wanted.Length];
        wanted.CopyTo(asking);
        var left = rules.Maximum - answers.Count;
        var open = Due(posterior, asked, given, due);
        if (open > 0 && left <= open + Reserve)
        {
            Keep(asking, due);
        }
        else if (left <= Math.Ceiling(rules.QualityShare * rules.Maximum) - qualities)
        {
            Keep(asking, _isQuality);
        }

        // Agreeing speaks as often for the qualities as against them: the next one begins with the keying that is behind.
        Span<sbyte> first = stackalloc sbyte[wanted.Length];
        first.Fill((sbyte)-Math.Sign(balance));
        Span<double> gains = stackalloc double[bank.Items.Count];
        _selection.Mark(places, asking, [], first, gains);
        if (!gains.ContainsAnyExcept(double.NaN))
        {
            // Nothing that is due can be asked any more.
            wanted.CopyTo(asking);
            _selection.Mark(places, asking, [], first, gains);
        }

        Span<double> shares = stackalloc double[AnswerRanker.Levels];
        var any = false;
        for (var q = 0; q < wanted.Length; q++)
        {
            if (!asking[q])
            {
                continue;
            }

            var known = Gather(posterior, _ranker.Places(q), shares);
            var damping = known * Math.Pow(rules.Damping, asked[q]);
            foreach (var item in bank.AskedOf(q))
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

    /// <summary>Marks the main qualities of the leading occupations about which nothing was answered yet, and counts them.</summary>
    private int Due(ReadOnlySpan<double> posterior, ReadOnlySpan<int> asked, ReadOnlySpan<int> given, Span<bool> due)
    {
        due.Clear();
        if (_main.Length == 0)
        {
            return 0;
        }

        Span<int> leading = stackalloc int[Math.Max(1, _selection.Rules.Leading)];
        var open = 0;
        foreach (var occupation in leading[..Highest.Places(posterior, leading)])
        {
            foreach (var q in _main[occupation])
            {
                if (!due[q] && given[q] == 0 && asked[q] < _selection.Rules.PerQuality)
                {
                    due[q] = true;
                    open++;
                }
            }
        }

        return open;
    }

    private static void Keep(Span<bool> asking, ReadOnlySpan<bool> kept)
    {
        for (var q = 0; q < asking.Length; q++)
        {
            asking[q] &= kept[q];
        }
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
