namespace CareerPortal.Quiz.Numerics;

/// <summary>The highest of many numbers.</summary>
public static class Highest
{
    /// <summary>Finds where the highest numbers stand, highest first; equal ones in their order, NaN never. Allocates nothing.</summary>
    /// <param name="values">n numbers.</param>
    /// <param name="places">Filled with at most as many places, from 0 to n − 1, as it is long.</param>
    /// <returns>How many places were filled: fewer than asked where there are no more numbers.</returns>
    public static int Places(ReadOnlySpan<double> values, Span<int> places)
    {
        var count = 0;
        for (var at = 0; at < values.Length && places.Length > 0; at++)
        {
            if (double.IsNaN(values[at]) || (count == places.Length && !(values[at] > values[places[^1]])))
            {
                continue;
            }

            var place = count < places.Length ? count++ : count - 1;
            while (place > 0 && values[at] > values[places[place - 1]])
            {
                places[place] = places[place - 1];
                place--;
            }

            places[place] = at;
        }

        return count;
    }
}
