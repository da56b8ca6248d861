using System.Security.Cryptography;
using CareerPortal.Editing;
using Microsoft.AspNetCore.DataProtection;

namespace CareerPortal.Web.Workspace.Releases;

/// <summary>
/// Links to the site as it will be: signed, so that what nobody made here is refused without asking the store, and then read there each time, so that
/// one that was revoked opens nothing.
/// </summary>
internal sealed class PreviewLinks(IDataProtectionProvider protection, PreviewDesk desk)
{
    public const string Path = "/apercu";

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("CareerPortal.Preview.2").ToTimeLimitedDataProtector();

    /// <summary>The home page that a link opens, in a language; the other pages stand below it.</summary>
    public string AddressOf(string secret, string language) =>
        $"{Path}/{_protector.Protect(secret, TimeSpan.FromDays(PreviewDesk.MostDays))}/{(language == Languages.Default ? "" : language)}";

    /// <summary>What a link shows; null where it is none, or no longer.</summary>
    public async Task<OpenPreview?> ReadAsync(string token, CancellationToken cancellation)
    {
        try
        {
            return await desk.FindAsync(_protector.Unprotect(token), cancellation);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
