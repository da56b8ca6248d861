using CareerPortal.Data;

namespace CareerPortal.Web.Shell;

/// <summary>
/// What happens where the store refuses: whoever sends a form is told so on its page and can send it again; the log says what failed, not what
/// was sent.
/// </summary>
internal sealed partial class StoreOutage(IHttpContextAccessor contexts, ILogger<StoreOutage> logger)
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(10);

    /// <summary>Does what needs the store; false where the store refused, and then the answer is 503.</summary>
    public async Task<bool> TryAsync(string what, Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception e) when (StoreFailure.Is(e))
        {
            Refused(logger, what, e);
            if (contexts.HttpContext?.Response is { HasStarted: false } response)
            {
                response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                Hold(response);
            }

            return false;
        }
    }

    /// <summary>Which status a failure is answered with: one of the store passes, any other is ours.</summary>
    public static int StatusOf(Exception failure) =>
        StoreFailure.Is(failure) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    /// <summary>Says when asking again may help.</summary>
    public static void Hold(HttpResponse response) => response.Headers.RetryAfter = Refusal.HeaderOf(TryAgain);

    [LoggerMessage(Level = LogLevel.Error, Message = "The store refused: {What}")]
    private static partial void Refused(ILogger logger, string what, Exception failure);
}
