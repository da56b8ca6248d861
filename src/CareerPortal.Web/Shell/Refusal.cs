using System.Globalization;

namespace CareerPortal.Web.Shell;

/// <summary>A form that came too soon: it is not taken, and its page shows it again as it was sent.</summary>
internal sealed record Refusal(TimeSpan Wait, IFormCollection Form)
{
    public int Seconds => SecondsOf(Wait);

    /// <summary>Whole seconds, never too few.</summary>
    public static int SecondsOf(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    public static string HeaderOf(TimeSpan wait) => SecondsOf(wait).ToString(CultureInfo.InvariantCulture);
}
