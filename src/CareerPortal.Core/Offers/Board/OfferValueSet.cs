namespace CareerPortal.Offers.Board;

/// <summary>The offers of a segment with one value of a facet: as bits where there are many, else one by one in their order.</summary>
internal sealed class OfferValueSet(int[]? few, ulong[]? many)
{
    /// <summary>One number of four bytes weighs as much as 32 bits.</summary>
    private const int BitsPerNumber = 32;

    public static OfferValueSet Of(ReadOnlySpan<int> offers, int all)
    {
        if ((long)offers.Length * BitsPerNumber < all)
        {
            return new OfferValueSet(offers.ToArray(), null);
        }

        var bits = new ulong[OfferBits.WordsFor(all)];
        foreach (var offer in offers)
        {
            OfferBits.Set(bits, offer);
        }

        return new OfferValueSet(null, bits);
    }

    public int CountIn(ReadOnlySpan<ulong> bits)
    {
        if (many is not null)
        {
            return OfferBits.CountBoth(bits, many);
        }

        var count = 0;
        foreach (var offer in few!)
        {
            count += (int)(bits[offer >> 6] >> offer & 1);
        }

        return count;
    }

    public void AddTo(Span<ulong> bits)
    {
        if (many is not null)
        {
            OfferBits.Or(bits, many);
            return;
        }

        foreach (var offer in few!)
        {
            OfferBits.Set(bits, offer);
        }
    }
}
