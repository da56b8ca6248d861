namespace CareerPortal.Web.Hosting;

/// <summary>
/// Lets each caller through so many times a minute, all at once or spread, and says how long anyone else has to wait.
/// Callers share a fixed number of places, so that no number of them costs more memory.
/// </summary>
/// <remarks>
/// A place holds one number: the moment at which all that was let through is used up (the generic cell rate algorithm).
/// Two callers meet in one place once in 65 536, and which two cannot be known from outside: see <see cref="Caller"/>.
/// </remarks>
internal sealed class RequestMeter(int perMinute, TimeProvider time)
{
    public const int Places = 1 << 16;

    private static readonly long Minute = TimeSpan.FromMinutes(1).Ticks;

    private readonly long _each = Minute / perMinute;
    private readonly long _started = time.GetTimestamp();
    private readonly long[] _usedUp = new long[Places];

    /// <summary>Counts one; null where it may pass, otherwise how long until one may.</summary>
    public TimeSpan? Take(int place)
    {
        while (true)
        {
            var now = Now;
            var seen = Volatile.Read(ref _usedUp[place]);
            var next = Math.Max(seen, now) + _each;
            if (next - now > Minute)
            {
                return TimeSpan.FromTicks(next - now - Minute);
            }

            if (Interlocked.CompareExchange(ref _usedUp[place], next, seen) == seen)
            {
                return null;
            }
        }
    }

    /// <summary>Whether one more may pass, without counting it.</summary>
    public bool IsOpen(int place) => Math.Max(Volatile.Read(ref _usedUp[place]) - Now, 0) + _each <= Minute;

    private long Now => time.GetElapsedTime(_started).Ticks;
}
