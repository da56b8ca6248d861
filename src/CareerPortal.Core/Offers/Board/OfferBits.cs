using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CareerPortal.Offers.Board;

/// <summary>Sets of offers as bits, 64 a word: all of them as long as each other.</summary>
internal static class OfferBits
{
    public const int PerWord = 64;

    public static int WordsFor(int count) => (count + PerWord - 1) / PerWord;

    public static bool Has(ReadOnlySpan<ulong> bits, int at) => (bits[at >> 6] >> at & 1) != 0;

    public static void Set(Span<ulong> bits, int at) => bits[at >> 6] |= 1UL << at;

    public static void Clear(Span<ulong> bits, int at) => bits[at >> 6] &= ~(1UL << at);

    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    public static int CountBoth(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> others)
    {
        var count = 0;
        others = others[..bits.Length];
        for (var i = 0; i < bits.Length; i++)
        {
            count += BitOperations.PopCount(bits[i] & others[i]);
        }

        return count;
    }

    public static void And(Span<ulong> into, ReadOnlySpan<ulong> with)
    {
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(into);
        var others = MemoryMarshal.Cast<ulong, Vector<ulong>>(with[..into.Length]);
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] &= others[i];
        }

        for (var i = wide.Length * Vector<ulong>.Count; i < into.Length; i++)
        {
            into[i] &= with[i];
        }
    }

    public static void AndNot(Span<ulong> into, ReadOnlySpan<ulong> without)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] &= ~without[i];
        }
    }

    public static void Or(Span<ulong> into, ReadOnlySpan<ulong> with)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] |= with[i];
        }
    }

    /// <summary>Those whose number is as large as said; the numbers fill whole words.</summary>
    public static void AtLeast(ReadOnlySpan<byte> numbers, byte least, Span<ulong> bits)
    {
        var limit = Vector256.Create(least);
        for (var word = 0; word < bits.Length; word++)
        {
            var low = Vector256.GreaterThanOrEqual(Vector256.Create(numbers.Slice(word * PerWord, PerWord / 2)), limit).ExtractMostSignificantBits();
            var high = Vector256
                .GreaterThanOrEqual(Vector256.Create(numbers.Slice(word * PerWord + PerWord / 2, PerWord / 2)), limit)
                .ExtractMostSignificantBits();
            bits[word] = low | (ulong)high << (PerWord / 2);
        }
    }

    /// <summary>All from the first on, as many as said, and none behind.</summary>
    public static void KeepFirst(Span<ulong> bits, int count)
    {
        var word = count >> 6;
        if (word >= bits.Length)
        {
            return;
        }

        bits[word] &= (1UL << count) - 1;
        bits[(word + 1)..].Clear();
    }

    public static void Fill(Span<ulong> bits, int count)
    {
        bits.Fill(ulong.MaxValue);
        KeepFirst(bits, count);
    }
}
