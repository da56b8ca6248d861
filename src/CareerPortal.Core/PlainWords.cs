namespace CareerPortal;

/// <summary>The words of names and of what people type, in plain small letters: without accents, points, hyphens and apostrophes.</summary>
public static class PlainWords
{
    public static string[] Of(string text)
    {
        var plain = PlainLetters.Of(text).ToLowerInvariant();
        var words = new List<string>();
        for (var at = 0; at < plain.Length; )
        {
            var end = at;
            while (end < plain.Length && char.IsLetterOrDigit(plain[end]))
            {
                end++;
            }

            if (end > at)
            {
                words.Add(plain[at..end]);
            }

            at = end + 1;
        }

        return [.. words];
    }
}
