namespace CareerPortal.Offers.Board;

/// <summary>Offers of a segment that are one post, group by group; those of one in their order.</summary>
internal sealed class OfferGroups
{
    private readonly int[] _ends;
    private readonly int[] _offers;

    public OfferGroups(IReadOnlyList<int[]> groups)
    {
        _offers = [.. groups.SelectMany(g => g)];
        _ends = new int[groups.Count];
        var end = 0;
        for (var i = 0; i < groups.Count; i++)
        {
            _ends[i] = end += groups[i].Length;
        }
    }

    public int Count => _ends.Length;

    public ReadOnlySpan<int> this[int group] => _offers.AsSpan((group == 0 ? 0 : _ends[group - 1]).._ends[group]);

    /// <summary>Of each group that has any of the offers, leaves the first of them alone.</summary>
    public void KeepFirst(Span<ulong> offers)
    {
        var start = 0;
        foreach (var end in _ends)
        {
            var found = false;
            for (; start < end; start++)
            {
                var offer = _offers[start];
                if (OfferBits.Has(offers, offer))
                {
                    if (found)
                    {
                        OfferBits.Clear(offers, offer);
                    }

                    found = true;
                }
            }
        }
    }
}
