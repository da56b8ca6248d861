using System.Globalization;

namespace CareerPortal.Web.Shell;

/// <summary>A form that came too soon, or whose page had grown old: it is not taken, and its page shows it again as it was sent.</summary>
/// <param name="Wait">After how long it may come again; null where that is now, since it had grown old.</param>
/// <param name="Form">What was sent.</param>
internal sealed record Refusal(TimeSpan? Wait, IFormCollection Form)
{
    /// <summary>What was sent; null where it is no form, or one that nobody can read.</summary>
    public static async Task<IFormCollection?> SentAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : null;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whole seconds, never too few.</summary>
    public static int SecondsOf(TimeSpan wait) => Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));

    public static string HeaderOf(TimeSpan wait) => SecondsOf(wait).ToString(CultureInfo.InvariantCulture);
}
