using System.Security.Cryptography;
using System.Text;
using CareerPortal.Accounts;
using CareerPortal.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CareerPortal.Web.Accounts;

/// <summary>
/// Where Identity keeps accounts: in the portal's store. Of recovery codes it holds the hashes alone, and the key of an app sealed for its account.
/// </summary>
internal sealed partial class AccountStore(
    PortalDbContext context,
    IDataProtectionProvider protection,
    ILogger<AccountStore> logger,
    IdentityErrorDescriber? describer = null
)
    : UserOnlyStore<
        Account,
        PortalDbContext,
        Guid,
        IdentityUserClaim<Guid>,
        IdentityUserLogin<Guid>,
        IdentityUserToken<Guid>,
        IdentityUserPasskey<Guid>
    >(context, describer)
{
    /// <summary>Where Identity keeps the key of an app.</summary>
    public const string Own = "[AspNetUserStore]";
    public const string CodeKey = "AuthenticatorKey";

    /// <summary>What a sealed key begins with; no key has these signs.</summary>
    public const string Sealed = "sealed:";

    private const string Purpose = "CareerPortal.StoredCodeKeys";

    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        return base.SetAuthenticatorKeyAsync(user, Sealed + ProtectorOf(user).Protect(key), cancellationToken);
    }

    /// <summary>The key of the app; null where there is none, or one that no longer opens.</summary>
    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(user);
        var held = await base.GetAuthenticatorKeyAsync(user, cancellationToken);
        if (held is null || !IsSealed(held))
        {
            return held;
        }

        try
        {
            return ProtectorOf(user).Unprotect(held[Sealed.Length..]);
        }
        catch (CryptographicException failure)
        {
            Lost(logger, failure);
            return null;
        }
    }

    /// <summary>Whether the account has a key, opened or not: one that does not open still asks for a code.</summary>
    public async Task<bool> HasCodeKeyAsync(Account user, CancellationToken cancellationToken) =>
        !string.IsNullOrEmpty(await base.GetAuthenticatorKeyAsync(user, cancellationToken));

    /// <summary>Seals a key that was stored before keys were sealed; whoever calls saves it.</summary>
    public async Task SealCodeKeyAsync(Account user, CancellationToken cancellationToken)
    {
        if (await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { Length: > 0 } held && !IsSealed(held))
        {
            await SetAuthenticatorKeyAsync(user, held, cancellationToken);
        }
    }

    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(Hash), cancellationToken);

    public override Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, Hash(code), cancellationToken);

    private static bool IsSealed(string held) => held.StartsWith(Sealed, StringComparison.Ordinal);

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    /// <summary>Bound to the account: a key that is moved to another row does not open there.</summary>
    private IDataProtector ProtectorOf(Account user) => protection.CreateProtector(Purpose, $"{user.Id}");

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "The key of a one-time code does not open: its person signs in by a recovery code or a passkey, or has it reset "
            + "(docs/how-to/accounts.md)"
    )]
    private static partial void Lost(ILogger logger, Exception failure);
}
