namespace CareerPortal.Quiz.Matching;

/// <summary>The scale on which a person and a requirement are drawn and said side by side: five steps, from very little to very much.</summary>
/// <remarks>
/// Step k begins where a requirement of level k begins to be met, at its z less the tolerance: what is said of an interval in steps therefore never
/// contradicts the status. The steps are drawn equally wide, with straight lines between their ends.
/// </remarks>
public static class LevelScale
{
    /// <summary>Number of steps, numbered from 1.</summary>
    public const int Steps = 5;

    /// <summary>Beyond this z, in either direction, nothing more is drawn.</summary>
    private const double End = 2.5;

    private static readonly double[] Cuts =
    [
        -End,
        .. Enumerable.Range(2, Steps - 1).Select(level => RequiredQuality.ToZ(level) - CompatibilityScale.Tolerance),
        End,
    ];

    /// <summary>The step of a level (z): the highest requirement that it meets; 1 where it meets none above.</summary>
    public static int Step(double z)
    {
        var step = 1;
        while (step < Steps && z >= Cuts[step])
        {
            step++;
        }

        return step;
    }

    /// <summary>Where a level (z) lies on the drawn scale: 0 at its beginning, 1 at its end.</summary>
    public static double Place(double z)
    {
        var step = Step(z);
        return (step - 1 + Math.Clamp((z - Cuts[step - 1]) / (Cuts[step] - Cuts[step - 1]), 0, 1)) / Steps;
    }
}
