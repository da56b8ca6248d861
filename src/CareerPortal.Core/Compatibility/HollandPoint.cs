using CareerPortal.Occupations;

namespace CareerPortal.Compatibility;

/// <summary>
/// Where an occupation lies on Holland's six interests (standard scores among occupations), from what O*NET measured of its counterpart and from the
/// letters that ROME gives it.
/// </summary>
/// <remarks>
/// What O*NET measured counts with the confidence of the crosswalk that leads to the counterpart; the rest is what the letters let expect: the mean of
/// the measured scores among the occupations of the catalogue that have the letter first, second or not at all, each weighted by that confidence
/// (decision 0049).
/// </remarks>
public static class HollandPoint
{
    private const string Letters = "RIASEC";

    /// <summary>What is expected of an interest whose letter comes first, second, or not at all; in Holland's order.</summary>
    private static readonly (double First, double Second, double Absent)[] Expected =
    [
        (0.89, 0.23, -0.89),
        (1.10, 0.17, -0.56),
        (2.79, 1.64, -0.17),
        (1.30, 0.58, -0.41),
        (1.56, 0.88, -0.15),
        (1.00, 0.14, -0.43),
    ];

    /// <summary>The six scores in Holland's order; none where neither is known.</summary>
    /// <param name="measured">What O*NET measured; null where no counterpart is known.</param>
    /// <param name="confidence">How sure the counterpart is, from 0 to 1.</param>
    /// <param name="letters">ROME's letters, the first first; empty where unknown.</param>
    public static IReadOnlyList<double> Of(OccupationInterests? measured, double confidence, string letters)
    {
        ArgumentNullException.ThrowIfNull(letters);
        if (letters.Length == 0)
        {
            return measured?.Standardised() ?? [];
        }

        var expected = Letters.Select((letter, k) => Expect(Expected[k], letters.IndexOf(letter, StringComparison.Ordinal)));
        var share = measured is null ? 0 : Math.Clamp(confidence, 0, 1);
        return [.. (measured?.Standardised() ?? new double[Letters.Length]).Zip(expected, (m, e) => share * m + (1 - share) * e)];
    }

    private static double Expect((double First, double Second, double Absent) of, int at) =>
        at switch
        {
            0 => of.First,
            1 => of.Second,
            _ => of.Absent,
        };
}
