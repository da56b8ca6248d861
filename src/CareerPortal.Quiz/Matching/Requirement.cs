namespace CareerPortal.Quiz.Matching;

/// <summary>What an occupation asks of one quality.</summary>
public sealed record Requirement
{
    /// <summary>The z distance between two levels.</summary>
    public const double LevelStep = 0.75;

    /// <summary>Takes a level and an importance from 1 to 5 and a surplus factor λ from 0 to 1 (how much too much of the quality also costs; 0 as a rule).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public Requirement(string qualityId, double level, double importance, double surplus = 0)
    {
        ArgumentException.ThrowIfNullOrEmpty(qualityId);
        if (!(level >= 1 && level <= 5))
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level goes from 1 to 5.");
        if (!(importance >= 1 && importance <= 5))
            throw new ArgumentOutOfRangeException(nameof(importance), importance, "An importance goes from 1 to 5.");
        if (!(surplus >= 0 && surplus <= 1))
            throw new ArgumentOutOfRangeException(nameof(surplus), surplus, "A surplus factor goes from 0 to 1.");
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

    /// <summary>The level on the z scale: 0.75 × (level − 3), so that levels 1 to 5 lie at −1.5, −0.75, 0, 0.75 and 1.5.</summary>
    public double Required => LevelStep * (Level - 3);
}
