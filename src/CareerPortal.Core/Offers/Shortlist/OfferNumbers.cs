namespace CareerPortal.Offers.Shortlist;

/// <summary>Numbers of offers in as few signs as a cookie can take: base 36, joined by dashes.</summary>
internal static class OfferNumbers
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const char Between = '-';
    private const int LongestNumber = 13;

    public static string Write(IEnumerable<long> numbers) => string.Join(Between, numbers.Select(n => TextOf(n)));

    /// <summary>The numbers that a text holds, each once and no more than said; what is none is left out.</summary>
    public static IReadOnlyList<long> Read(string text, int most) =>
        [.. text.Split(Between, most + 1).Take(most).Select(NumberOf).OfType<long>().Distinct()];

    private static string TextOf(long number)
    {
        Span<char> text = stackalloc char[LongestNumber];
        var at = text.Length;
        for (; number > 0; number /= Digits.Length)
        {
            text[--at] = Digits[(int)(number % Digits.Length)];
        }

        return text[at..].ToString();
    }

    private static long? NumberOf(string text)
    {
        if (text.Length is 0 or > LongestNumber || text[0] == '0')
        {
            return null;
        }

        var number = 0L;
        foreach (var sign in text)
        {
            var digit = Digits.IndexOf(sign, StringComparison.Ordinal);
            if (digit < 0 || number > (long.MaxValue - digit) / Digits.Length)
            {
                return null;
            }

            number = number * Digits.Length + digit;
        }

        return number;
    }
}
