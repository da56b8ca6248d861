namespace CareerPortal;

/// <summary>The day that it is in Belgium.</summary>
public static class BelgianDay
{
    /// <summary>The clock of Belgium; universal time where the machine does not know it.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Brussels", out var zone) ? zone : TimeZoneInfo.Utc;

    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), Zone).DateTime);
}
