using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CareerPortal.Web.Shell;

/// <summary>
/// When a form was made or a deed done, sealed for that alone: a form that comes back sooner than anybody can fill it in, or without it, is no person's.
/// </summary>
internal sealed class FormStamp(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>What a form carries.</summary>
    public string Make(string form) => ProtectorOf(form).Protect(time.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture));

    /// <summary>What a form that comes back goes on with: the stamp it carried, or a new one where that is none that this site made for it.</summary>
    public string GoOn(string form, string? stamp) => AgeOf(form, stamp) is null ? Make(form) : stamp!;

    /// <summary>How long ago a form was made; null where its stamp is none that this site made for it.</summary>
    public TimeSpan? AgeOf(string form, string? stamp)
    {
        try
        {
            return
                stamp is { Length: > 0 }
                && long.TryParse(ProtectorOf(form).Unprotect(stamp), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
                ? TimeSpan.FromTicks(time.GetUtcNow().UtcTicks - ticks)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector ProtectorOf(string form) => protection.CreateProtector($"CareerPortal.Form.{form}");
}
