using System.Numerics;

namespace CareerPortal.Offers.Board;

/// <summary>Counts offers by the values of facets: many by their bits, few one by one; offers that are one post count once for a value.</summary>
internal static class OfferFacetCounts
{
    /// <summary>Below this share of a segment, reading each offer's values is quicker than going through the values' bits.</summary>
    private const int FewOutOf = 40;

    public static void Add(OfferSegment segment, ulong[] offers, ReadOnlySpan<OfferFacet> facets, int[][] counts)
    {
        if (facets.Length == 0 || segment.Count == 0)
        {
            return;
        }

        var wanted = 0;
        foreach (var facet in facets)
        {
            wanted |= 1 << (int)facet;
        }

        if (segment.Groups.Count > 0)
        {
            AddGroups(segment, offers, wanted, counts);
            offers = (ulong[])offers.Clone();
            OfferBits.AndNot(offers, segment.Grouped);
        }

        if (OfferBits.Count(offers) < segment.Count / FewOutOf)
        {
            AddEach(segment, offers, wanted, counts);
            return;
        }

        foreach (var facet in facets)
        {
            foreach (var (value, set) in segment.ValuesOf(facet))
            {
                counts[(int)facet][value] += set.CountIn(offers);
            }
        }
    }

    private static void AddEach(OfferSegment segment, ulong[] offers, int wanted, int[][] counts)
    {
        for (var word = 0; word < offers.Length; word++)
        {
            for (var left = offers[word]; left != 0; left &= left - 1)
            {
                foreach (var value in segment.ValuesOf((word << 6) + BitOperations.TrailingZeroCount(left)))
                {
                    Count(value, wanted, counts);
                }
            }
        }
    }

    private static void AddGroups(OfferSegment segment, ulong[] offers, int wanted, int[][] counts)
    {
        // By which group, from 1, a value was counted last: each counts it once.
        var counted = new int[counts.Length][];
        for (var facet = 0; facet < counted.Length; facet++)
        {
            counted[facet] = (wanted >> facet & 1) != 0 ? new int[counts[facet].Length] : [];
        }

        for (var group = 0; group < segment.Groups.Count; group++)
        {
            foreach (var offer in segment.Groups[group])
            {
                if (!OfferBits.Has(offers, offer))
                {
                    continue;
                }

                foreach (var value in segment.ValuesOf(offer))
                {
                    var (facet, number) = (value >> OfferDocument.FacetShift, value & OfferDocument.ValueMask);
                    if ((wanted >> facet & 1) != 0 && counted[facet][number] != group + 1)
                    {
                        counted[facet][number] = group + 1;
                        counts[facet][number]++;
                    }
                }
            }
        }
    }

    private static void Count(int value, int wanted, int[][] counts)
    {
        var facet = value >> OfferDocument.FacetShift;
        if ((wanted >> facet & 1) != 0)
        {
            counts[facet][value & OfferDocument.ValueMask]++;
        }
    }
}
