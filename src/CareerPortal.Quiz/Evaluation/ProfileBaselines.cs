using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>
/// The simple ways in which others compare a person with an occupation; higher is always nearer. All vectors have n numbers, occupations
/// standardised.
/// </summary>
public static class ProfileBaselines
{
    /// <summary>
    /// Pearson's correlation of the two profiles, as O*NET's Interest Profiler does on its six interests; 0 where one of them is flat.
    /// </summary>
    public static double Pearson(ReadOnlySpan<double> person, ReadOnlySpan<double> occupation)
    {
        double x = 0,
            y = 0;
        for (var i = 0; i < person.Length; i++)
        {
            x += person[i];
            y += occupation[i];
        }

        x /= person.Length;
        y /= person.Length;
        double xy = 0,
            xx = 0,
            yy = 0;
        for (var i = 0; i < person.Length; i++)
        {
            xy += (person[i] - x) * (occupation[i] - y);
            xx += (person[i] - x) * (person[i] - x);
            yy += (occupation[i] - y) * (occupation[i] - y);
        }

        return xx > 0 && yy > 0 ? xy / Math.Sqrt(xx * yy) : 0;
    }

    /// <summary>Minus the Euclidean distance.</summary>
    public static double Euclid(ReadOnlySpan<double> person, ReadOnlySpan<double> occupation)
    {
        var sum = 0.0;
        for (var i = 0; i < person.Length; i++)
        {
            sum += (person[i] - occupation[i]) * (person[i] - occupation[i]);
        }

        return -Math.Sqrt(sum);
    }

    /// <summary>Minus the mean of what the person lacks; puts undemanding occupations first.</summary>
    public static double Shortfall(ReadOnlySpan<double> person, ReadOnlySpan<double> occupation)
    {
        var sum = 0.0;
        for (var i = 0; i < person.Length; i++)
        {
            sum += Math.Max(0, occupation[i] - person[i]);
        }

        return -sum / person.Length;
    }

    /// <summary>The plain sum of the person's scores, each counted by what the occupation asks: Σ person × occupation.</summary>
    public static double Sum(ReadOnlySpan<double> person, ReadOnlySpan<double> occupation)
    {
        var sum = 0.0;
        for (var i = 0; i < person.Length; i++)
        {
            sum += person[i] * occupation[i];
        }

        return sum;
    }

    /// <summary>A random order, the floor of every table.</summary>
    public static double Random(SeededRandom random)
    {
        ArgumentNullException.ThrowIfNull(random);
        return random.NextDouble();
    }
}
