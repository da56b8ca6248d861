using System.Globalization;

namespace CareerPortal.Web.Shell;

/// <summary>A form that came too soon, or whose page had grown old: it is not taken, and its page shows it again as it was sent.</summary>
/// <param name="Wait">After how long it may come again; null where that is now, since it had grown old.</param>
/// <param name="Form">What was sent.</param>
internal sealed record Refusal(TimeSpan? Wait, IFormCollection Form)
{
    /// <summary>Whole seconds, never too few.</summary>
    public static int SecondsOf(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    public static string HeaderOf(TimeSpan wait) => SecondsOf(wait).ToString(CultureInfo.InvariantCulture);
}
