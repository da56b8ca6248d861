namespace CareerPortal.Occupations;

/// <summary>
/// How much an occupation answers to each of Holland's six interests, as O*NET publishes it: from 1 to 7, with the code of the occupation it
/// was taken from.
/// </summary>
public sealed record OccupationInterests(
    string OnetCode,
    double Realistic,
    double Investigative,
    double Artistic,
    double Social,
    double Enterprising,
    double Conventional
)
{
    public const double Least = 1;
    public const double Greatest = 7;

    // Mean and standard deviation of each interest over the 923 occupations of O*NET 30.1 (OI scale), by which a number becomes a place among
    // occupations.
    private static readonly (double Mean, double Deviation)[] Population =
    [
        (4.578, 1.9236),
        (3.3655, 1.6843),
        (1.9332, 1.208),
        (2.9389, 1.7429),
        (2.8201, 1.6077),
        (4.5318, 0.9983),
    ];

    /// <summary>The six numbers in Holland's order: realistic, investigative, artistic, social, enterprising, conventional.</summary>
    public IReadOnlyList<double> InOrder() => [Realistic, Investigative, Artistic, Social, Enterprising, Conventional];

    /// <summary>The same as standard scores among all occupations.</summary>
    public IReadOnlyList<double> Standardised() => [.. InOrder().Zip(Population, (value, p) => (value - p.Mean) / p.Deviation)];
}
