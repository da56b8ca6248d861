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
        var several = new List<int>();
        for (var at = 0; at < segment.Groups.Count; at++)
        {
            var group = segment.Groups[at];
            var (first, more) = (-1, false);
            foreach (var offer in group)
            {
                if (!OfferBits.Has(offers, offer))
                {
                    continue;
                }

                if (first < 0)
                {
                    first = offer;
                    continue;
                }

                if (!more)
                {
                    several.Clear();
                    several.AddRange(segment.ValuesOf(first));
                    more = true;
                }

                foreach (var value in segment.ValuesOf(offer))
                {
                    if (!several.Contains(value))
                    {
                        several.Add(value);
                    }
                }
            }

            if (first < 0)
            {
                continue;
            }

            foreach (var value in more ? System.Runtime.InteropServices.CollectionsMarshal.AsSpan(several) : segment.ValuesOf(first))
            {
                Count(value, wanted, counts);
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
