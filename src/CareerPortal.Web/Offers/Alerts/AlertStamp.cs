using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CareerPortal.Web.Offers.Alerts;

/// <summary>When a form was made, sealed: one that comes back sooner than anybody can read it is to be sent again, and one without it is no person's.</summary>
internal sealed class AlertStamp(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Nobody reads the page and types an address in less.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    private readonly IDataProtector _protector = protection.CreateProtector("CareerPortal.OfferAlerts.Form");

    public string Make() => _protector.Protect(time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>How long ago a form was made; null where its stamp is none of this site.</summary>
    public TimeSpan? AgeOf(string? stamp)
    {
        try
        {
            return
                stamp is { Length: > 0 } && long.TryParse(_protector.Unprotect(stamp), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                ? TimeSpan.FromTicks(time.GetUtcNow().UtcTicks - ticks)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
