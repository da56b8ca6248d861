namespace CareerPortal.Wages;

/// <summary>The Belgian guaranteed minimum wage from a date on, in cents of a euro before tax.</summary>
public sealed class WageFloor
{
    public required DateOnly From { get; init; }

    public required long MonthlyCents { get; set; }

    public required long HourlyCents { get; set; }

    public required string Source { get; set; }

    /// <summary>Hours of a full-time month as the two amounts imply them.</summary>
    public decimal HoursPerMonth => (decimal)MonthlyCents / HourlyCents;
}
