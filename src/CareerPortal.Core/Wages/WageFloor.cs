using CareerPortal.Data;

namespace CareerPortal.Wages;

/// <summary>The Belgian guaranteed minimum wage from a date on, in cents of a euro before tax.</summary>
[InRealm(ContentRealm.Parameters)]
public sealed class WageFloor
{
    /// <summary>Hours of a full-time month: 38 a week, 52 weeks in twelve months. The two amounts, rounded to a cent, only come near it.</summary>
    public const decimal HoursPerMonth = 38m * 52 / 12;

    public required DateOnly From { get; init; }

    public required long MonthlyCents { get; set; }

    public required long HourlyCents { get; set; }

    public required string Source { get; set; }

    /// <summary>Whether the amount has stood for more than a year, so that an index may have raised it unnoticed.</summary>
    public bool IsDoubtful(DateOnly today) => today > From.AddYears(1);
}
