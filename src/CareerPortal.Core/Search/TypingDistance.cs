namespace CareerPortal.Search;

/// <summary>
/// Counts the slips between two words: letters missing, added, changed, or swapped with the next (Damerau 1964, adjacent swaps once).
/// </summary>
public static class TypingDistance
{
    /// <summary>The number of slips a word of this length is forgiven.</summary>
    public static int Forgiven(int length) =>
        length switch
        {
            < 4 => 0,
            < 9 => 1,
            _ => 2,
        };

    public static bool IsWithin(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant, int most)
    {
        if (Math.Abs(typed.Length - meant.Length) > most)
        {
            return false;
        }

        Span<int> before = stackalloc int[meant.Length + 1];
        Span<int> last = stackalloc int[meant.Length + 1];
        Span<int> row = stackalloc int[meant.Length + 1];
        for (var j = 0; j < last.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= typed.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= meant.Length; j++)
            {
                var changed = last[j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[^1] <= most;
    }
}
