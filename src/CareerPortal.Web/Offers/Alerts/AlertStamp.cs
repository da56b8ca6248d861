using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CareerPortal.Web.Offers.Alerts;

/// <summary>When a form was made, sealed: a form that comes back sooner than anybody can read it was not filled in by a person.</summary>
internal sealed class AlertStamp(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Nobody reads the page and types an address in less.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(2);

    private readonly IDataProtector _protector = protection.CreateProtector("CareerPortal.OfferAlerts.Form");

    public string Make() => _protector.Protect(time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether a form bears a stamp of this site, and enough time has passed.</summary>
    public bool IsByAPerson(string? stamp)
    {
        try
        {
            return stamp is { Length: > 0 }
                && long.TryParse(_protector.Unprotect(stamp), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                && time.GetUtcNow().UtcTicks - ticks >= Least.Ticks;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
