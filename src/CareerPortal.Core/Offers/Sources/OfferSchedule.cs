namespace CareerPortal.Offers.Sources;

/// <summary>When a source is read again, and how much of it: more seldom after each failure in a row.</summary>
public static class OfferSchedule
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>What is due now; null where nothing is.</summary>
    /// <param name="source">The source; null where it was never read.</param>
    /// <param name="last">Its last readings, the newest first.</param>
    /// <param name="options">How often it is read.</param>
    /// <param name="nowUtc">The moment.</param>
    public static OfferRunKind? Due(OfferSource? source, IReadOnlyList<OfferRun> last, ForemOptions options, DateTime nowUtc)
    {
        var failures = last.TakeWhile(r => r.Outcome is not (OfferRunOutcome.Done or OfferRunOutcome.NotModified)).Count();
        if (failures > 0 && nowUtc < (last[0].EndedUtc ?? last[0].StartedUtc) + WaitAfter(failures))
        {
            return null;
        }

        return source?.WholeUtc is not { } whole || whole + TimeSpan.FromHours(options.WholeHours) <= nowUtc ? OfferRunKind.Whole
            : source.DoneUtc + TimeSpan.FromMinutes(options.NewMinutes) <= nowUtc ? OfferRunKind.Increment
            : null;
    }

    /// <summary>Five minutes after the first failure, twice as long after each further one, at most six hours.</summary>
    public static TimeSpan WaitAfter(int failures)
    {
        var wait = FirstWait * Math.Pow(2, Math.Min(failures - 1, 20));
        return wait < LongestWait ? wait : LongestWait;
    }
}
