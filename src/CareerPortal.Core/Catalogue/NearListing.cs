namespace CareerPortal.Catalogue;

/// <summary>An occupation near to another, with why; <paramref name="Shared"/> are the codes of the interests they share, the rarest first.</summary>
public sealed record NearListing(ListedEntry Occupation, NearReason Reason, IReadOnlyList<string> Shared)
{
    private const int MostByMobility = 8;
    private const int MostOfFamily = 8;
    private const int MostByInterests = 4;
    private const int LeastShared = 2;

    /// <summary>
    /// What the page of an occupation shows as near: the catalogue's own links in their order, then its family, then those that share most of its
    /// interests, where a rare interest counts for more. None stands there twice.
    /// </summary>
    public static IReadOnlyList<NearListing> Of(CatalogueView view, ListedEntry occupation)
    {
        var named = new HashSet<string>(StringComparer.Ordinal) { occupation.Code };
        var found = new List<NearListing>();
        Take(occupation.Facts.Neighbours.Select(view.HeirOf).OfType<ListedEntry>(), NearReason.Mobility, MostByMobility);
        Take(view.FamilyOf(occupation), NearReason.Family, MostOfFamily);
        var own = occupation.Facts.Interests.ToHashSet(StringComparer.Ordinal);
        if (own.Count >= LeastShared)
        {
            var weights = own.ToDictionary(
                i => i,
                i => Math.Log((double)view.Occupations.Count / Math.Max(1, view.Occupations.Count(o => o.Facts.Interests.Contains(i)))),
                StringComparer.Ordinal
            );
            found.AddRange(
                view.Occupations.Where(o => !named.Contains(o.Code))
                    .Select(o => new NearListing(
                        o,
                        NearReason.Interests,
                        [.. o.Facts.Interests.Where(own.Contains).OrderByDescending(i => weights[i]).ThenBy(i => i, StringComparer.Ordinal)]
                    ))
                    .Where(n => n.Shared.Count >= LeastShared)
                    .OrderByDescending(n => n.Shared.Sum(i => weights[i]))
                    .ThenBy(n => n.Occupation.Facts.Interests.Count)
                    .ThenBy(n => n.Occupation.Code, StringComparer.Ordinal)
                    .Take(MostByInterests)
            );
        }

        return found;

        void Take(IEnumerable<ListedEntry> near, NearReason reason, int most) =>
            found.AddRange(near.Where(o => named.Add(o.Code)).Take(most).Select(o => new NearListing(o, reason, [])));
    }
}
