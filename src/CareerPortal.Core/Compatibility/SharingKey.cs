using System.Security.Cryptography;
using System.Text;
using CareerPortal.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CareerPortal.Compatibility;

/// <summary>
/// Turns a code into the number under which shared answers are kept: HMAC-SHA256 with a key of the operator's, or else one that is made once and kept
/// in the store under the keys that protect forms. Without the key nobody can tell which quiz shared answers came from, not even who has the code.
/// </summary>
public sealed partial class SharingKey(
    IDbContextFactory<PortalDbContext> contexts,
    IDataProtectionProvider protection,
    QuizSettings settings,
    ILogger<SharingKey>? logger = null
)
{
    public const int HashLength = 32;

    /// <summary>The fewest bytes that a key of the operator's may have.</summary>
    public const int LeastBytes = 32;

    private readonly IDataProtector _protector = protection.CreateProtector("CareerPortal.SharedAnswers");
    private readonly ILogger _logger = logger ?? NullLogger<SharingKey>.Instance;
    private byte[]? _key = settings.SharingKey is { } given ? Convert.FromBase64String(given) : null;

    /// <summary>The number of a code; null where there is no key yet, so that nothing can have been shared, or none that still opens.</summary>
    public async Task<byte[]?> FindAsync(ResumeCode code, CancellationToken cancellation)
    {
        if (_key is null)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            if (await StoredAsync(context, cancellation) is not { } stored)
            {
                return null;
            }

            try
            {
                _key = _protector.Unprotect(stored.Sealed);
            }
            catch (CryptographicException failure)
            {
                Lost(_logger, failure);
                return null;
            }
        }

        return Hash(_key, code);
    }

    /// <summary>The number of a code; the key is made where there is none yet.</summary>
    /// <exception cref="CryptographicException">The key in the store was sealed by keys that are lost.</exception>
    public async Task<byte[]> MakeAsync(ResumeCode code, CancellationToken cancellation)
    {
        _key ??= await OpenOrMakeAsync(cancellation);
        return Hash(_key, code);
    }

    private static byte[] Hash(byte[] key, ResumeCode code) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(code.ToString()));

    private static Task<SealedSharingKey?> StoredAsync(PortalDbContext context, CancellationToken cancellation) =>
        context.Set<SealedSharingKey>().AsNoTracking().FirstOrDefaultAsync(k => k.Id == SealedSharingKey.Only, cancellation);

    private async Task<byte[]> OpenOrMakeAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await StoredAsync(context, cancellation) is { } stored)
        {
            return _protector.Unprotect(stored.Sealed);
        }

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
            return _protector.Unprotect((await StoredAsync(context, cancellation))!.Sealed);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The key of shared answers does not open: nobody can take them back by a code (docs/how-to/learning.md)"
    )]
    private static partial void Lost(ILogger logger, Exception failure);
}
