using System.Security.Cryptography;
using System.Text;
using CareerPortal.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Compatibility;

/// <summary>
/// Turns a code into the number under which shared answers are kept: HMAC-SHA256 with a key of the operator's, or else one that is made once and kept
/// in the store under the keys that protect forms. Without the key nobody can tell which quiz shared answers came from, not even who has the code.
/// </summary>
public sealed class SharingKey(IDbContextFactory<PortalDbContext> contexts, IDataProtectionProvider protection, QuizSettings settings)
{
    public const int HashLength = 32;

    /// <summary>The fewest bytes that a key of the operator's may have.</summary>
    public const int LeastBytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("CareerPortal.SharedAnswers");
    private byte[]? _key;

    /// <summary>The number of a code.</summary>
    /// <exception cref="CryptographicException">The key in the store was sealed by another installation, or its own keys were lost.</exception>
    public async Task<byte[]> HashAsync(ResumeCode code, CancellationToken cancellation)
    {
        _key ??= settings.SharingKey is { } given ? Convert.FromBase64String(given) : await OwnAsync(cancellation);
        return HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(code.ToString()));
    }

    private async Task<byte[]> OwnAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var stored = await context.Set<SealedSharingKey>().AsNoTracking().FirstOrDefaultAsync(k => k.Id == SealedSharingKey.Only, cancellation);
        if (stored is null)
        {
            var key = RandomNumberGenerator.GetBytes(LeastBytes);
            context.Add(new SealedSharingKey { Sealed = _protector.Protect(key) });
            try
            {
                await context.SaveChangesAsync(cancellation);
                return key;
            }
            catch (DuplicateRowException)
            {
                // Another node was faster: its key is the one.
                context.ChangeTracker.Clear();
                stored = await context.Set<SealedSharingKey>().AsNoTracking().FirstAsync(k => k.Id == SealedSharingKey.Only, cancellation);
            }
        }

        return _protector.Unprotect(stored.Sealed);
    }
}
