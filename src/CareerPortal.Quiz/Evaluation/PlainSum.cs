namespace CareerPortal.Quiz.Evaluation;

/// <summary>The plain sum score: reversed answers mirrored, then added up.</summary>
public static class PlainSum
{
    /// <summary>Mean coded answer of one scale, from 1; null when every item was skipped.</summary>
    /// <param name="values">Raw answers from 1, null where skipped.</param>
    /// <param name="reversed">Whether each item is reversed, in the same order.</param>
    /// <param name="categories">Number of possible answers.</param>
    public static double? Score(IReadOnlyList<int?> values, IReadOnlyList<bool> reversed, int categories = 5)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(reversed);
        double sum = 0;
        var count = 0;
        for (var at = 0; at < values.Count; at++)
        {
            if (values[at] is not { } value)
            {
                continue;
            }

            sum += reversed[at] ? categories + 1 - value : value;
            count++;
        }

        return count == 0 ? null : sum / count;
    }
}
