namespace CareerPortal.Offers.Board;

/// <summary>Room to work on one question in one segment; given back empty of scores.</summary>
internal sealed class OfferScratch(int count)
{
    public float[] Scores { get; } = new float[count];

    public float[] OfWord { get; } = new float[count];

    public byte[] Matched { get; } = new byte[OfferBits.WordsFor(count) * OfferBits.PerWord];

    public int[] Touched { get; } = new int[count];

    /// <summary>How far the nearest place of each offer is, in tenths of a kilometre.</summary>
    public ushort[] Steps { get; } = new ushort[count];

    private readonly Stack<ulong[]> _bits = new();

    public ulong[] Bits() => _bits.Count > 0 ? _bits.Pop() : new ulong[OfferBits.WordsFor(count)];

    public void Free(ulong[] bits) => _bits.Push(bits);
}
