using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CareerPortal.Web.Workspace.Releases;

/// <summary>Links to the site as it will be: signed, so that nobody makes one but the workspace, and good for a few days.</summary>
internal sealed class PreviewLinks(IDataProtectionProvider protection)
{
    public const string Path = "/apercu";

    public static readonly TimeSpan Lasting = TimeSpan.FromDays(7);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("CareerPortal.Preview.1").ToTimeLimitedDataProtector();

    /// <summary>The beginning of the addresses of the site at a moment, with a release that may not be scheduled yet.</summary>
    public string PrefixOf(DateTime atUtc, int? releaseId) =>
        $"{Path}/{_protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{atUtc.Ticks} {releaseId}"), Lasting)}";

    /// <summary>What a link was made for; null where it is none, or no longer.</summary>
    public (DateTime AtUtc, int? ReleaseId)? Read(string token)
    {
        try
        {
            var parts = _protector.Unprotect(token).Split(' ');
            var at = new DateTime(long.Parse(parts[0], CultureInfo.InvariantCulture), DateTimeKind.Utc);
            return (at, int.TryParse(parts[1], CultureInfo.InvariantCulture, out var release) ? release : null);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
