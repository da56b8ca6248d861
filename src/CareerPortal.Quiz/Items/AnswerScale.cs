namespace CareerPortal.Quiz.Items;

/// <summary>Carries thresholds from a scale with one number of answers to a scale with another.</summary>
/// <remarks>
/// The threshold above the k-th of n answers lies at k/n of the scale. A threshold of the new scale is read off the straight line through its two
/// neighbours, or through the last two beyond them: of six answers −2.5, −1.7, −1.2, −0.3, 0.9 make −2.3, −1.5, −0.7, 0.7 of five.
/// </remarks>
public static class AnswerScale
{
    /// <summary>An item with another number of answers: the slope stays, thresholds move.</summary>
    /// <param name="item">With at least three answers.</param>
    /// <param name="answers">At least two.</param>
    public static ItemParameters Convert(ItemParameters item, int answers)
    {
        ArgumentNullException.ThrowIfNull(item);
        return answers == item.Answers
            ? item
            : new ItemParameters(item.A, [.. Map(item.Answers, answers).Select(row => row.Zip(item.B, (weight, b) => weight * b).Sum())]);
    }

    /// <summary>The linear map from the old thresholds to the new: (to − 1) rows of (from − 1) weights, each row summing to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The old scale has fewer than three answers or the new one fewer than two.</exception>
    internal static double[][] Map(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 3);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, 2);
        return
        [
            .. Enumerable
                .Range(1, to - 1)
                .Select(k =>
                {
                    var place = (double)k * from / to - 1;
                    var low = Math.Clamp((int)Math.Floor(place), 0, from - 3);
                    var row = new double[from - 1];
                    row[low] = 1 - (place - low);
                    row[low + 1] = place - low;
                    return row;
                }),
        ];
    }
}
