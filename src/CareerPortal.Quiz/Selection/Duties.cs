using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Quiz.Selection;

/// <summary>
/// What a quiz on one occupation still has to ask, whatever else would be worth more: each required quality once, the most important ones twice, and the
/// items that the occupation names.
/// </summary>
/// <remarks>
/// Only what was answered counts as asked: where a question was skipped, another one on the same quality follows, as long as the quality has any. Where
/// the questions that are left do not suffice, the second ones are given up first.
/// </remarks>
internal sealed class Duties
{
    private readonly int[] _left;
    private readonly List<int> _named = [];

    public Duties(ItemBank bank, SelectionRules rules, OccupationProfile occupation, IReadOnlyList<Answer> answers, ReadOnlySpan<int> asked)
    {
        _left = new int[bank.Dimensions.Count];
        for (var times = rules.MostImportant; times >= 1; times--)
        {
            Count(bank, rules, occupation, times, answers, asked);
            if (answers.Count + Left <= rules.Maximum)
            {
                return;
            }
        }
    }

    /// <summary>How many questions that takes.</summary>
    public int Left { get; private set; }

    /// <summary>The named items among them, by their places in the bank.</summary>
    public ReadOnlySpan<int> Named => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_named);

    /// <summary>Leaves only those qualities wanted that something has to be asked about.</summary>
    public void Keep(Span<bool> wanted)
    {
        for (var q = 0; Left > 0 && q < wanted.Length; q++)
        {
            wanted[q] &= _left[q] > 0;
        }
    }

    private void Count(
        ItemBank bank,
        SelectionRules rules,
        OccupationProfile occupation,
        int times,
        IReadOnlyList<Answer> answers,
        ReadOnlySpan<int> asked
    )
    {
        _named.Clear();
        Left = 0;
        var most = occupation.Requirements.Max(requirement => requirement.Importance);
        foreach (var requirement in occupation.Requirements)
        {
            var q = bank.DimensionIndex(requirement.QualityId);
            if (q < 0)
            {
                continue;
            }

            var (given, free) = Count(bank, rules, q, answers, asked);
            var before = _named.Count;
            foreach (var id in requirement.Items)
            {
                var item = bank.IndexOf(id);
                if (
                    item >= 0
                    && _named.Count - before < free
                    && bank.DimensionOf(item) == q
                    && !bank.Items[item].IsRetired
                    && bank.IsNew(item, asked)
                )
                {
                    _named.Add(item);
                }
            }

            _left[q] = Math.Clamp(Math.Max((requirement.Importance == most ? times : 1) - given, _named.Count - before), 0, free);
            Left += _left[q];
        }
    }

    /// <summary>How many questions about a quality were answered, and how many more may be asked.</summary>
    private static (int Given, int Free) Count(ItemBank bank, SelectionRules rules, int q, IReadOnlyList<Answer> answers, ReadOnlySpan<int> asked)
    {
        int given = 0,
            put = 0;
        for (var at = 0; at < asked.Length; at++)
        {
            if (bank.DimensionOf(asked[at]) == q)
            {
                put++;
                given += answers[at].Value is null ? 0 : 1;
            }
        }

        var free = 0;
        foreach (var item in bank.AskedOf(q))
        {
            free += bank.IsNew(item, asked) ? 1 : 0;
        }

        return (given, Math.Max(0, Math.Min(free, rules.PerQuality - put)));
    }
}
