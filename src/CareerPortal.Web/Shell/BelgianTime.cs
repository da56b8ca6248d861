using System.Globalization;

namespace CareerPortal.Web.Shell;

/// <summary>Moments as people in Belgium say and type them.</summary>
internal static class BelgianTime
{
    private const string Typed = "yyyy-MM-dd'T'HH:mm";

    public static DateTime Of(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), BelgianDay.Zone);

    /// <summary>A moment in words, to the minute.</summary>
    public static string Say(DateTime utc) =>
        $"{Site.Long(DateOnly.FromDateTime(Of(utc)))}, {Of(utc).ToString("HH:mm", CultureInfo.InvariantCulture)}";

    /// <summary>A moment for a field of date and time.</summary>
    public static string Field(DateTime utc) => Of(utc).ToString(Typed, CultureInfo.InvariantCulture);

    /// <summary>What was typed into a field of date and time; null where it is none, or an hour that the clock skips.</summary>
    public static DateTime? Read(string? typed) =>
        Local(typed) is { } local && !BelgianDay.Zone.IsInvalidTime(local) ? TimeZoneInfo.ConvertTimeToUtc(local, BelgianDay.Zone) : null;

    /// <summary>Whether what was typed is an hour that the clock skips.</summary>
    public static bool IsSkipped(string? typed) => Local(typed) is { } local && BelgianDay.Zone.IsInvalidTime(local);

    private static DateTime? Local(string? typed) =>
        DateTime.TryParseExact(typed, [Typed, Typed + ":ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) ? local : null;
}
