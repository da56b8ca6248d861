namespace CareerPortal.Wages;

/// <summary>What the income estimator starts from: hours a week, a range of pay in cents an hour, weeks.</summary>
public sealed record EstimatorDefaults(decimal HoursPerWeek, long LowCents, long HighCents, string Currency, int Weeks, string Source, DateOnly AsOf);
