using CareerPortal.Accounts;
using CareerPortal.Data;
using CareerPortal.Search;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace CareerPortal.Web.Accounts;

/// <summary>
/// Adds and takes away ways to come into one's own account: the one-time code, its recovery codes, passkeys. Each change asks whether the sign-in
/// still holds, leaves a line in the audit in the same transaction, and signs out whoever is signed in elsewhere.
/// </summary>
internal sealed class WaysIn(
    PortalDbContext context,
    UserManager<Account> users,
    IUserStore<Account> store,
    AccountSignIn signIn,
    IDataProtectionProvider protection,
    TimeProvider time
)
{
    public const int KeyNameMaxLength = 60;
    public const int MostPasskeys = 20;

    private const int RecoveryCodes = 10;

    private readonly ITimeLimitedDataProtector _keys = protection.CreateProtector("CareerPortal.CodeKeys").ToTimeLimitedDataProtector();

    /// <summary>A new key for codes, and the same sealed, so that a form can bring it back unchanged.</summary>
    public (string Key, string Sealed) OfferCodeKey(Actor actor)
    {
        var key = OneTimeCode.NewKey();
        return (key, _keys.Protect($"{actor.AccountId} {key}", Confirmation.Life));
    }

    /// <summary>The key that a form brought back; null where it is not this person's, or too old.</summary>
    public string? ReadCodeKey(Actor actor, string? sealedKey)
    {
        try
        {
            return _keys.Unprotect(sealedKey ?? "").Split(' ') is [var account, var key] && account == $"{actor.AccountId}" ? key : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Asks for a code at each sign-in from now on; the recovery codes are shown this once. Null where the code typed is not the key's.</summary>
    public async Task<IReadOnlyList<string>?> TurnCodeOnAsync(Actor actor, string key, string? typed, CancellationToken cancellation)
    {
        if (OneTimeCode.StepOf(key, typed, time.GetUtcNow(), lastUsed: 0) is not { } step || await FindAsync(actor, cancellation) is not { } account)
        {
            return null;
        }

        await ((AccountStore)store).SetAuthenticatorKeyAsync(account, key, cancellation);
        await OneTimeCodes.UseUpAsync((AccountStore)store, account, step, cancellation);
        Record(account, "account.codeOn");
        await RequireAsync(users.SetTwoFactorEnabledAsync(account, true));
        var codes = await NewCodesAsync(account);
        await signIn.ContinueAsync();
        return codes;
    }

    public async Task<bool> TurnCodeOffAsync(Actor actor, CancellationToken cancellation)
    {
        if (await FindAsync(actor, cancellation) is not { } account)
        {
            return false;
        }

        await users.RemoveAuthenticationTokenAsync(account, AccountStore.Own, AccountStore.CodeKey);
        await users.RemoveAuthenticationTokenAsync(account, AccountStore.Own, "RecoveryCodes");
        Record(account, "account.codeOff");
        await RequireAsync(users.SetTwoFactorEnabledAsync(account, false));
        await signIn.ContinueAsync();
        return true;
    }

    /// <summary>New recovery codes; those before no longer count.</summary>
    public async Task<IReadOnlyList<string>?> RenewRecoveryCodesAsync(Actor actor, CancellationToken cancellation)
    {
        if (await FindAsync(actor, cancellation) is not { TwoFactorEnabled: true } account)
        {
            return null;
        }

        Record(account, "account.recoveryCodes");
        return await NewCodesAsync(account);
    }

    public async Task<int> RecoveryCodesLeftAsync(Actor actor, CancellationToken cancellation) =>
        await FindAsync(actor, cancellation) is { } account ? await users.CountRecoveryCodesAsync(account) : 0;

    public async Task<IReadOnlyList<UserPasskeyInfo>> PasskeysAsync(Actor actor, CancellationToken cancellation) =>
        await FindAsync(actor, cancellation) is { } account ? [.. (await users.GetPasskeysAsync(account)).OrderBy(p => p.CreatedAt)] : [];

    /// <summary>What a browser needs to make a passkey; null where there are enough.</summary>
    public async Task<string?> PasskeyOptionsAsync(Actor actor, CancellationToken cancellation)
    {
        if (await FindAsync(actor, cancellation) is not { Email: { } email } account || (await users.GetPasskeysAsync(account)).Count >= MostPasskeys)
        {
            return null;
        }

        return await signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = $"{account.Id}",
                Name = email,
                DisplayName = account.DisplayName,
            }
        );
    }

    /// <summary>Adds the passkey that a browser has made; false where it does not fit what was asked for.</summary>
    public async Task<bool> AddPasskeyAsync(Actor actor, string credential, string name, CancellationToken cancellation)
    {
        if (await FindAsync(actor, cancellation) is not { } account)
        {
            return false;
        }

        var made = await signIn.PerformPasskeyAttestationAsync(credential);
        if (!made.Succeeded || made.UserEntity.Id != $"{account.Id}")
        {
            return false;
        }

        made.Passkey.Name = name;
        Record(account, "account.passkeyAdd");
        return (await users.AddOrUpdatePasskeyAsync(account, made.Passkey)).Succeeded;
    }

    public async Task<bool> RenamePasskeyAsync(Actor actor, byte[] id, string name, CancellationToken cancellation)
    {
        if (
            TypedText.Clean(name, KeyNameMaxLength) is not { } clean
            || await FindAsync(actor, cancellation) is not { } account
            || await users.GetPasskeyAsync(account, id) is not { } passkey
        )
        {
            return false;
        }

        passkey.Name = clean;
        Record(account, "account.passkeyRename");
        return (await users.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded;
    }

    public async Task<bool> RemovePasskeyAsync(Actor actor, byte[] id, CancellationToken cancellation)
    {
        if (await FindAsync(actor, cancellation) is not { } account || await users.GetPasskeyAsync(account, id) is null)
        {
            return false;
        }

        Record(account, "account.passkeyRemove");
        return (await users.RemovePasskeyAsync(account, id)).Succeeded;
    }

    private static async Task RequireAsync(Task<IdentityResult> work)
    {
        var result = await work;
        if (!result.Succeeded)
        {
            throw new InvalidOperationException($"The account was not changed: {string.Join(' ', result.Errors.Select(e => e.Code))}.");
        }
    }

    private async Task<IReadOnlyList<string>> NewCodesAsync(Account account) =>
        [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []];

    /// <summary>Laid in: what is done next with the account stores it too, in one transaction.</summary>
    private void Record(Account account, string action) =>
        AuditTrail.Record(context, time.GetUtcNow().UtcDateTime, account.Id, action, "account", $"{account.Id}");

    private async Task<Account?> FindAsync(Actor actor, CancellationToken cancellation) =>
        await AccountGate.RoleOfAsync(context, actor, cancellation) is null ? null : await users.FindByIdAsync($"{actor.AccountId}");
}
