using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Matching;

/// <summary>The constants of the compatibility: tolerance, scale and bands.</summary>
public static class CompatibilityScale
{
    /// <summary>d: how far below a requirement still meets it, on the z scale.</summary>
    public const double Tolerance = 0.25;

    /// <summary>An interval wider than this many points gives no verdict.</summary>
    public const double WidestInterval = 30;

    /// <summary>Lowest compatibility of <see cref="Verdict.Partial"/>.</summary>
    public const double PartialFrom = 35;

    /// <summary>Lowest compatibility of <see cref="Verdict.Good"/>.</summary>
    public const double GoodFrom = 55;

    /// <summary>Lowest compatibility of <see cref="Verdict.Strong"/>.</summary>
    public const double StrongFrom = 75;

    /// <summary>Above this probability of meeting it a requirement is acquired.</summary>
    public const double AcquiredAbove = 0.8;

    /// <summary>Below this probability of meeting it a requirement is to be developed.</summary>
    public const double ToDevelopBelow = 0.2;

    /// <summary>The level of the median requirement that sets the scale.</summary>
    public const double MedianLevel = 4;

    /// <summary>The standard error of the median person that sets the scale: about three answers to a quality.</summary>
    public const double MedianStandardError = 0.5;

    /// <summary>c: a median person (m = 0, SE = 0.5) facing level 4 everywhere has a compatibility of exactly 50.</summary>
    public static double Scale { get; } = Gaussian.ExpectedExcess(RequiredQuality.ToZ(MedianLevel) - Tolerance, MedianStandardError) / Math.Log(2);

    /// <summary>100·exp(−loss/c).</summary>
    public static double Compatibility(double loss) => 100 * Math.Exp(-loss / Scale);

    /// <summary>The band of a compatibility that is known well enough.</summary>
    public static Verdict Band(double compatibility) =>
        compatibility switch
        {
            < PartialFrom => Verdict.Distant,
            < GoodFrom => Verdict.Partial,
            < StrongFrom => Verdict.Good,
            _ => Verdict.Strong,
        };
}
