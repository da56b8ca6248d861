using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CareerPortal.Accounts;

/// <summary>Codes that an app makes from a shared key and the time (RFC 6238: SHA-1, six digits, 30 seconds).</summary>
public static class OneTimeCode
{
    public const int Digits = 6;

    private const int KeyBytes = 20;
    private const int StepSeconds = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A new key, as apps take it by hand (base 32).</summary>
    public static string NewKey()
    {
        var bytes = RandomNumberGenerator.GetBytes(KeyBytes);
        var text = new StringBuilder(KeyBytes * 8 / 5);
        var (held, bits) = (0, 0);
        foreach (var b in bytes)
        {
            (held, bits) = ((held << 8) | b, bits + 8);
            while (bits >= 5)
            {
                bits -= 5;
                text.Append(Alphabet[(held >> bits) & 31]);
            }

            held &= (1 << bits) - 1;
        }

        return text.ToString();
    }

    public static long StepOf(DateTimeOffset time) => time.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a key at a step; null where the key is none.</summary>
    public static string? At(string key, long step)
    {
        if (Read(key) is not { } bytes)
        {
            return null;
        }

        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238: what every app computes.
        HMACSHA1.HashData(bytes, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xF;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[offset..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step that a code is of, where it is of now, the one before or the one after; null where it is of none of them, or of one that was used
    /// already.
    /// </summary>
    public static long? StepOf(string key, string? typed, DateTimeOffset now, long lastUsed)
    {
        var code = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c) && c != '-'));
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            if (
                step > lastUsed
                && At(key, step) is { } right
                && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(right), Encoding.UTF8.GetBytes(code))
            )
            {
                return step;
            }
        }

        return null;
    }

    private static byte[]? Read(string key)
    {
        var bytes = new List<byte>(KeyBytes);
        var (held, bits) = (0, 0);
        foreach (var c in key)
        {
            var value = Alphabet.IndexOf(c, StringComparison.Ordinal);
            if (value < 0)
            {
                return null;
            }

            (held, bits) = ((held << 5) | value, bits + 5);
            if (bits >= 8)
            {
                bits -= 8;
                bytes.Add((byte)(held >> bits));
                held &= (1 << bits) - 1;
            }
        }

        return [.. bytes];
    }
}
