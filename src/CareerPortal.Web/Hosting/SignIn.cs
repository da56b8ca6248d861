using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// Tells whether a request says who sent it. Such a request is neither answered with a shared page nor is its page shared, so that no layout can
/// show one person's name to another.
/// </summary>
internal sealed class SignIn(
    IOptions<AntiforgeryOptions> antiforgery,
    IOptionsMonitor<CookieAuthenticationOptions> cookies,
    IAuthenticationSchemeProvider? schemes = null
)
{
    /// <summary>The framework names its cookies so, those of sign-in too where nobody names them otherwise.</summary>
    private const string FrameworkPrefix = ".AspNetCore.";

    private readonly string? _token = antiforgery.Value.Cookie.Name;

    /// <summary>Whether somebody has been recognised by now, or says who it is in so many words.</summary>
    public static bool HasUser(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0
        || context.Features.Get<IHttpAuthenticationFeature>()?.User?.Identities.Any(i => i.IsAuthenticated) == true;

    /// <summary>
    /// Whether a request is signed in, or carries what signs in, even where nobody has read it. Asked once the request has been authenticated.
    /// </summary>
    public async ValueTask<bool> IsOnAsync(HttpContext context)
    {
        if (HasUser(context))
        {
            return true;
        }

        if (context.Request.Headers.Cookie.Count == 0)
        {
            return false;
        }

        var names = new List<string>();
        foreach (var scheme in schemes is null ? [] : await schemes.GetAllSchemesAsync())
        {
            if (scheme.HandlerType.IsAssignableTo(typeof(CookieAuthenticationHandler)) && cookies.Get(scheme.Name).Cookie.Name is { } name)
            {
                names.Add(name);
            }
        }

        foreach (var name in context.Request.Cookies.Keys)
        {
            if (!IsHarmless(name) && (name.StartsWith(FrameworkPrefix, StringComparison.OrdinalIgnoreCase) || names.Contains(name)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether a request could be signed in, asked before anything has been authenticated: it has a cookie that is not known to be harmless.
    /// Whoever adds a cookie of any name need not think of this.
    /// </summary>
    public bool MayBeOn(HttpContext context)
    {
        if (HasUser(context))
        {
            return true;
        }

        foreach (var line in context.Request.Headers.Cookie)
        {
            var held = line.AsSpan();
            foreach (var range in held.Split(';'))
            {
                var cookie = held[range].Trim();
                var equals = cookie.IndexOf('=');
                if (cookie.Length > 0 && !IsHarmless(equals < 0 ? cookie : cookie[..equals]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private bool IsHarmless(ReadOnlySpan<char> name)
    {
        foreach (var known in ReaderCookies.All)
        {
            if (name.SequenceEqual(known))
            {
                return true;
            }
        }

        return name.SequenceEqual(_token) || name.SequenceEqual(CircuitPass.CookieName);
    }
}
