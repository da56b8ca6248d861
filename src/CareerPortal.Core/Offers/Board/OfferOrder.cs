namespace CareerPortal.Offers.Board;

/// <summary>Finds a stretch of an order without sorting the rest: page 500 costs what page 1 does.</summary>
internal static class OfferOrder
{
    /// <summary>Below this, sorting is as quick.</summary>
    private const int Few = 64;

    /// <summary>The keys at places of the descending order; the others are left in any order.</summary>
    public static Span<ulong> Stretch(Span<ulong> keys, int from, int count)
    {
        if (from >= keys.Length || count <= 0)
        {
            return [];
        }

        var end = Math.Min(keys.Length, from + count);
        Part(keys, from);
        Part(keys[from..], end - from);
        var stretch = keys[from..end];
        stretch.Sort((a, b) => b.CompareTo(a));
        return stretch;
    }

    /// <summary>Brings the largest keys before the place, as many as fit there.</summary>
    private static void Part(Span<ulong> keys, int place)
    {
        while (place > 0 && place < keys.Length)
        {
            if (keys.Length <= Few)
            {
                keys.Sort((a, b) => b.CompareTo(a));
                return;
            }

            var pivot = Middle(keys[0], keys[keys.Length / 2], keys[^1]);
            var (left, right) = (0, keys.Length - 1);
            while (left <= right)
            {
                while (keys[left] > pivot)
                {
                    left++;
                }

                while (keys[right] < pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (keys[left], keys[right]) = (keys[right], keys[left]);
                    left++;
                    right--;
                }
            }

            if (place <= right)
            {
                keys = keys[..(right + 1)];
            }
            else if (place >= left)
            {
                keys = keys[left..];
                place -= left;
            }
            else
            {
                return;
            }
        }
    }

    private static ulong Middle(ulong a, ulong b, ulong c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
