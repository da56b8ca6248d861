using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CareerPortal.Web.Hosting;

/// <summary>What a page with an interactive part gives its reader: leave to open a circuit, for an hour.</summary>
internal sealed class CircuitPass(IDataProtectionProvider protection, TimeProvider time)
{
    public const string CookieName = "passage";

    private static readonly TimeSpan Life = TimeSpan.FromHours(1);

    private readonly IDataProtector _protector = protection.CreateProtector("CareerPortal.Circuits");

    public void Give(HttpContext context) =>
        context.Response.Cookies.Append(
            CookieName,
            _protector.Protect((time.GetUtcNow() + Life).UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                IsEssential = true,
                MaxAge = Life,
            }
        );

    public bool IsHeldBy(HttpContext context)
    {
        try
        {
            return context.Request.Cookies[CookieName] is { Length: > 0 } held
                && long.TryParse(_protector.Unprotect(held), System.Globalization.CultureInfo.InvariantCulture, out var until)
                && until > time.GetUtcNow().UtcTicks;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
