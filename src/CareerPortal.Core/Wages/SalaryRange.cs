namespace CareerPortal.Wages;

/// <summary>A range of pay for one level of experience and one status, in cents of its currency per period, before tax.</summary>
public sealed record SalaryRange
{
    public required ExperienceLevel Level { get; init; }

    public required WorkStatus Status { get; init; }

    public required long LowCents { get; init; }

    public required long HighCents { get; init; }

    public required PayPeriod Period { get; init; }

    /// <summary>ISO 4217, for example EUR or USD.</summary>
    public required string Currency { get; init; }

    public required string Source { get; init; }

    public required DateOnly AsOf { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public string? Note { get; init; }
}

/// <summary>How long someone has done the work.</summary>
public enum ExperienceLevel
{
    Any,
    Beginner,
    Experienced,
}

/// <summary>Under which status the work is paid.</summary>
public enum WorkStatus
{
    Employee,
    SelfEmployed,
    Platform,
}

/// <summary>The period a pay figure is counted in.</summary>
public enum PayPeriod
{
    Hour,
    Day,
    Month,
}
