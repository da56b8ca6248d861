using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Offers.Entries;

/// <summary>Says when a form was shown, under the site's seal: nobody fills in an offer within a few seconds.</summary>
internal sealed class FormClock(IDataProtectionProvider protection, IOptions<OfferEntryOptions> options, TimeProvider time)
{
    private readonly IDataProtector _protector = protection.CreateProtector("CareerPortal.Offers.Form");

    /// <summary>What the form carries.</summary>
    public string Start() => _protector.Protect(time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether enough time has gone by since the form was shown; never for what the site did not seal.</summary>
    public bool IsDue(string? started)
    {
        if (string.IsNullOrEmpty(started))
        {
            return false;
        }

        try
        {
            return long.TryParse(_protector.Unprotect(started), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                && time.GetUtcNow().ToUnixTimeMilliseconds() - at >= options.Value.LeastSeconds * 1000L;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
