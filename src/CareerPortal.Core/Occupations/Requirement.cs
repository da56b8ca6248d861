using CareerPortal.Data;

namespace CareerPortal.Occupations;

/// <summary>A quality an occupation requires, how much it matters and at which level.</summary>
[InRealm(ContentRealm.Guides)]
public sealed class Requirement
{
    public const int LeastStep = 1;
    public const int GreatestStep = 5;
    public const int QualityIdMaxLength = 32;

    /// <summary>No quiz asks more questions on one quality.</summary>
    public const int MostItems = 3;

    private int _importance;
    private int _level;
    private double _surplus;

    public int OccupationId { get; private set; }

    public required string QualityId { get; init; }

    /// <summary>From 1 (useful) to 5 (decisive).</summary>
    public required int Importance
    {
        get => _importance;
        init => _importance = Within(value);
    }

    /// <summary>From 1 (a little) to 5 (very marked).</summary>
    public required int Level
    {
        get => _level;
        init => _level = Within(value);
    }

    /// <summary>How much having more than asked weighs against the fit: 0 as a rule, at most 1.</summary>
    public double Surplus
    {
        get => _surplus;
        init => _surplus = value is >= 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public required RequirementOrigin Origin { get; init; }

    /// <summary>
    /// Questions of the quiz, all about this quality, that matter so much for the occupation that its quiz always asks them; none as a rule.
    /// </summary>
    public List<string>? Items { get; init; }

    private static int Within(int value) => value is >= LeastStep and <= GreatestStep ? value : throw new ArgumentOutOfRangeException(nameof(value));
}
