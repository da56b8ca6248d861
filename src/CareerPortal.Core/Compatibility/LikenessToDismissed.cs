using CareerPortal.Catalogue;

namespace CareerPortal.Compatibility;

/// <summary>How far occupations go down because they share that for which others were put aside.</summary>
/// <remarks>
/// Interest: the main interest that ROME names (half as much where it is only among the others). Conditions: the contexts of where, when and how, those
/// that few occupations have counting more. Studies: as long or longer. What is wholly shared takes <see cref="Pull"/> off the order, which is in
/// standard deviations of nearness; nothing is ever taken off for good, and an occupation that was only known, or put aside without a reason, moves no
/// other.
/// </remarks>
internal sealed class LikenessToDismissed
{
    /// <summary>What is taken off the order of an occupation that shares all of a reason.</summary>
    public const double Pull = 0.5;

    /// <summary>However many were put aside, no more than this is taken off.</summary>
    public const double MostPull = 1.5;

    /// <summary>Less than this share of common conditions is chance.</summary>
    private const double LeastShare = 0.3;

    private const double AmongOthers = 0.5;

    private readonly ShelfEntries _entries;
    private readonly List<(ShelfEntry Entry, DismissalReason Reason)> _dismissed;

    public LikenessToDismissed(ShelfEntries entries, IEnumerable<DismissedOccupation> dismissed)
    {
        _entries = entries;
        _dismissed =
        [
            .. dismissed
                .Where(d => d.Reason is DismissalReason.Interest or DismissalReason.Conditions or DismissalReason.Studies)
                .Select(d => (entries.Find(d.Code)!, d.Reason))
                .Where(d => d.Item1 is not null),
        ];
    }

    /// <summary>What is taken off the order, and why; 0 and nothing as a rule.</summary>
    public (double Pull, IReadOnlyList<SharedReason> Why) Of(ShelfEntry entry)
    {
        if (_dismissed.Count == 0)
        {
            return (0, []);
        }

        var pull = 0.0;
        var why = new List<SharedReason>();
        foreach (var (dismissed, reason) in _dismissed)
        {
            var (share, codes) = reason switch
            {
                DismissalReason.Interest => Interest(dismissed.Listed?.Facts, entry.Listed?.Facts),
                DismissalReason.Conditions => Conditions(dismissed, entry),
                _ => (entry.Studies >= dismissed.Studies && dismissed.Studies > ShelfStudies.NoDiploma ? 1 : 0, []),
            };
            if (share > 0)
            {
                pull += Pull * share;
                why.Add(new SharedReason(dismissed.Code, reason, codes));
            }
        }

        return (Math.Min(pull, MostPull), why);
    }

    private static (double Share, IReadOnlyList<string> Codes) Interest(CatalogueFacts? dismissed, CatalogueFacts? other)
    {
        if (dismissed is null || other is null || dismissed.Interests.Count == 0)
        {
            return (0, []);
        }

        var main = dismissed.Interests.Take(Math.Max(1, dismissed.MainInterests)).ToList();
        var shared = main.Where(other.Interests.Contains).ToList();
        return shared.Count == 0 ? (0, [])
            : shared.Any(other.Interests.Take(Math.Max(1, other.MainInterests)).Contains) ? (1, shared)
            : (AmongOthers, shared);
    }

    private (double Share, IReadOnlyList<string> Codes) Conditions(ShelfEntry dismissed, ShelfEntry other)
    {
        var own = _entries.ConditionsOf(dismissed);
        var others = _entries.ConditionsOf(other);
        var shared = own.Where(others.Contains).OrderByDescending(_entries.WeightOf).ThenBy(c => c, StringComparer.Ordinal).ToList();
        var all = own.Union(others).Sum(_entries.WeightOf);
        var share = all > 0 ? shared.Sum(_entries.WeightOf) / all : 0;
        return share < LeastShare ? (0, []) : (share, shared);
    }
}
