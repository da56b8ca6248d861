namespace CareerPortal.Search;

/// <summary>Cuts from a passage the stretch around the words found in it and marks them.</summary>
internal static class ExcerptCut
{
    private const int Longest = 170;
    private const int Before = 50;
    private const string Left = "… ";
    private const string Right = " …";

    /// <summary>The whole passage, or about a line and a half of it, between words.</summary>
    public static IReadOnlyList<ExcerptPart> Cut(string text, Func<string, bool> isFound, bool whole)
    {
        var found = Words(text).Where(w => isFound(text[w])).Select(w => w.GetOffsetAndLength(text.Length)).ToList();
        var (from, to) = (0, text.Length);
        if (!whole && text.Length > Longest && found.Count > 0)
        {
            // The stretch with the most words found; of equals the first.
            var first = found.MaxBy(w => found.Count(o => o.Offset >= w.Offset && o.Offset + o.Length <= w.Offset + Longest - Before)).Offset;
            from =
                first <= Before ? 0
                : text.IndexOf(' ', first - Before) is var space and >= 0 && space < first ? space + 1
                : first;
            to =
                from + Longest >= text.Length ? text.Length
                : text.LastIndexOf(' ', from + Longest) is var end && end > first ? end
                : from + Longest;
        }

        var parts = new List<ExcerptPart>();
        Plain(from > 0 ? Left : "");
        var at = from;
        foreach (var (offset, length) in found.Where(w => w.Offset >= from && w.Offset + w.Length <= to))
        {
            Plain(text[at..offset]);
            parts.Add(new ExcerptPart(text.Substring(offset, length), IsFound: true));
            at = offset + length;
        }

        Plain(text[at..to].TrimEnd());
        Plain(to < text.Length ? Right : "");
        return parts;

        void Plain(string piece)
        {
            if (piece.Length > 0)
            {
                parts.Add(new ExcerptPart(piece, IsFound: false));
            }
        }
    }

    private static IEnumerable<Range> Words(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (
                at < text.Length
                && (char.IsLetterOrDigit(text[at]) || char.GetUnicodeCategory(text[at]) == System.Globalization.UnicodeCategory.NonSpacingMark)
            )
            {
                at++;
            }

            yield return start..at;
        }
    }
}
