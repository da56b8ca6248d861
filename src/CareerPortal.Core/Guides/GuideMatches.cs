using CareerPortal.Search;

namespace CareerPortal.Guides;

/// <summary>
/// The guides that words find in their titles, conditions and texts, the best first; <paramref name="Excerpt"/> tells of each where they stand if
/// not in the title.
/// </summary>
public sealed record GuideMatches(IReadOnlyList<GuideSummary> Found, Func<int, SearchExcerpt?> Excerpt, bool Approximate, bool Partial)
{
    public static GuideMatches None { get; } = new([], _ => null, Approximate: false, Partial: false);

    public SearchExcerpt? ExcerptOf(GuideSummary guide)
    {
        for (var i = 0; i < Found.Count; i++)
        {
            if (Found[i].OccupationCode == guide.OccupationCode)
            {
                return Excerpt(i);
            }
        }

        return null;
    }
}
