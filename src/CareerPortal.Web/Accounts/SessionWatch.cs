using System.Collections.Concurrent;
using CareerPortal.Accounts;

namespace CareerPortal.Web.Accounts;

/// <summary>
/// Tells whether a sign-in still holds, and asks the store anew when it last did some seconds ago: what was revoked is refused to readers soon.
/// (Writers are refused at once, by <see cref="AccountGate"/>.)
/// </summary>
internal sealed class SessionWatch(SessionDesk desk, TimeProvider time)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<Actor, (long At, SignedIn? Found)> _looked = new();

    public async Task<SignedIn?> LookAsync(Actor actor, CancellationToken cancellation)
    {
        if (_looked.TryGetValue(actor, out var last) && time.GetElapsedTime(last.At) < Fresh)
        {
            return last.Found;
        }

        var at = time.GetTimestamp();
        var found = await desk.LookAsync(actor, cancellation);
        if (_looked.Count >= MostKept)
        {
            _looked.Clear();
        }

        _looked[actor] = (at, found);
        return found;
    }

    /// <summary>Somebody's rights changed here: nobody is taken on trust any more.</summary>
    public void Forget() => _looked.Clear();
}
