using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Compatibility;

/// <summary>Families of equal profile with what ranks them, what says which fit, and what chooses the questions that tell them apart.</summary>
internal sealed record RankedFamilies(
    AnswerRanker Ranker,
    FitRanker Fits,
    RankingSelection Questions,
    IReadOnlyList<IReadOnlyList<ShelfEntry>> Members
)
{
    /// <summary>How somebody stands to each family, in the order of <see cref="Members"/>.</summary>
    public OccupationFit[] FitOf(IReadOnlyList<Answer> answers)
    {
        var fits = new OccupationFit[Members.Count];
        Fits.Fit(answers, fits);
        return fits;
    }

    /// <summary>The best places; occupations that nothing asked tells apart, and that nothing put aside does, share one.</summary>
    /// <param name="fits">By family.</param>
    /// <param name="admits">Which occupations may be placed.</param>
    /// <param name="likeness">What is taken off the order of some.</param>
    /// <param name="top">How many places.</param>
    /// <param name="onlyGood">Whether only families that fit are placed.</param>
    public IReadOnlyList<ShelfPlace> Rank(
        ReadOnlySpan<OccupationFit> fits,
        Func<ShelfEntry, bool> admits,
        LikenessToDismissed likeness,
        int top,
        bool onlyGood
    )
    {
        var candidates = new List<(int Family, ShelfEntry Entry, double Pull, IReadOnlyList<SharedReason> Why, OccupationFit Fit)>();
        for (var family = 0; family < fits.Length; family++)
        {
            if (onlyGood && !fits[family].IsGood)
            {
                continue;
            }

            foreach (var entry in Members[family])
            {
                if (admits(entry))
                {
                    var (pull, why) = likeness.Of(entry);
                    candidates.Add((family, entry, pull, why, fits[family]));
                }
            }
        }

        var places = new List<ShelfPlace>();
        var placed = new bool[candidates.Count];
        foreach (var first in Enumerable.Range(0, candidates.Count).OrderByDescending(at => candidates[at].Fit.Order - candidates[at].Pull))
        {
            if (places.Count == top)
            {
                break;
            }

            if (placed[first])
            {
                continue;
            }

            var (_, _, pull, _, fit) = candidates[first];
            var equals = new List<PlacedOccupation>();
            for (var at = 0; at < placed.Length; at++)
            {
                var other = candidates[at];
                if (!placed[at] && other.Fit.Equals(fit, OccupationFit.Tolerance) && Math.Abs(other.Pull - pull) <= OccupationFit.Tolerance)
                {
                    placed[at] = true;
                    equals.Add(new PlacedOccupation(other.Family, other.Entry, other.Why));
                }
            }

            places.Add(new ShelfPlace(places.Count + 1, equals));
        }

        return places;
    }
}
