namespace CareerPortal.Quiz.Matching;

/// <summary>
/// What an occupation asks of one quality, as the engine computes with it: level and importance may lie between the steps of the stored
/// requirement.
/// </summary>
public sealed record RequiredQuality
{
    private static readonly double[] Levels = [-1.5, -1, 0, 1, 1.5];

    /// <summary>
    /// Takes a level and an importance from 1 to 5 and a surplus factor λ from 0 to 1 (how much too much of the quality also costs; 0 as a
    /// rule).
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public RequiredQuality(string qualityId, double level, double importance, double surplus = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(qualityId);
        if (!(level >= 1 && level <= 5))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level goes from 1 to 5.");
        }

        if (!(importance >= 1 && importance <= 5))
        {
            throw new ArgumentOutOfRangeException(nameof(importance), importance, "An importance goes from 1 to 5.");
        }

        if (!(surplus >= 0 && surplus <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(surplus), surplus, "A surplus factor goes from 0 to 1.");
        }

        QualityId = qualityId;
        Level = level;
        Importance = importance;
        Surplus = surplus;
    }

    /// <summary>The quality asked for.</summary>
    public string QualityId { get; }

    /// <summary>1 little, 3 as the average person has it, 5 very much.</summary>
    public double Level { get; }

    /// <summary>1 minor, 5 essential; importances become weights that sum to 1.</summary>
    public double Importance { get; }

    /// <summary>λ: cost of one unit too much, relative to one unit too little.</summary>
    public double Surplus { get; }

    /// <summary>Items about this quality that matter so much for the occupation that its quiz always asks them; most have none.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>The level on the z scale: −1.5, −1, 0, 1 and 1.5 for levels 1 to 5, straight lines between.</summary>
    /// <remarks>Level 3 is what half of all people have, level 4 what one in six has, level 5 what one in fifteen has: demanding, but within reach of
    /// the items.</remarks>
    public double Required => ToZ(Level);

    /// <summary>A level from 1 to 5 on the z scale.</summary>
    public static double ToZ(double level)
    {
        var low = (int)Math.Clamp(Math.Floor(level), 1, 4);
        return Levels[low - 1] + (level - low) * (Levels[low] - Levels[low - 1]);
    }

    /// <summary>The level from 1 to 5 of a z score, cut off at both ends.</summary>
    public static double FromZ(double z)
    {
        for (var low = 1; low < 5; low++)
        {
            if (z < Levels[low])
            {
                return low + Math.Max(0, z - Levels[low - 1]) / (Levels[low] - Levels[low - 1]);
            }
        }

        return 5;
    }
}
