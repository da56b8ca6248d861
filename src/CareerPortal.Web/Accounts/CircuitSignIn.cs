using CareerPortal.Data;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;

namespace CareerPortal.Web.Accounts;

/// <summary>
/// Who is signed in, for an open circuit: asked again and again, so that somebody whose right was revoked, or whose role is another by now, is
/// nobody there within half a minute.
/// </summary>
internal sealed class CircuitSignIn(ILoggerFactory loggers, SessionWatch watch) : RevalidatingServerAuthenticationStateProvider(loggers)
{
    protected override TimeSpan RevalidationInterval => TimeSpan.FromSeconds(20);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(authenticationState);
        try
        {
            return ActorOf.In(authenticationState.User) is { } actor
                && await watch.LookAsync(actor, cancellationToken) is { } now
                && now.Role == ActorOf.RoleIn(authenticationState.User);
        }
        catch (Exception e) when (StoreFailure.Is(e))
        {
            // Nothing can be read or written meanwhile; the work on the page need not be lost for it.
            return true;
        }
    }
}
