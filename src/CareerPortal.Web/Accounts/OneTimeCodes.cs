using System.Globalization;
using CareerPortal.Accounts;
using Microsoft.AspNetCore.Identity;

namespace CareerPortal.Web.Accounts;

/// <summary>Takes a code of an app once: whoever looked over a shoulder comes too late.</summary>
internal sealed class OneTimeCodes(TimeProvider time, IUserStore<Account> store) : IUserTwoFactorTokenProvider<Account>
{
    /// <summary>Where the step of the last code taken is kept.</summary>
    private const string Provider = "[Code]";
    private const string LastStep = "LastStep";

    private readonly AccountStore _store = (AccountStore)store;

    /// <summary>The code that set an app up signs nobody in after; whoever calls saves it.</summary>
    public static Task UseUpAsync(IUserAuthenticationTokenStore<Account> store, Account account, long step, CancellationToken cancellation) =>
        store.SetTokenAsync(account, Provider, LastStep, step.ToString(CultureInfo.InvariantCulture), cancellation);

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        var last = await manager.GetAuthenticationTokenAsync(user, Provider, LastStep);
        if (
            await manager.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key
            || OneTimeCode.StepOf(key, token, time.GetUtcNow(), long.Parse(last ?? "0", CultureInfo.InvariantCulture)) is not { } step
        )
        {
            return false;
        }

        await _store.SealCodeKeyAsync(user, CancellationToken.None);
        return (await manager.SetAuthenticationTokenAsync(user, Provider, LastStep, step.ToString(CultureInfo.InvariantCulture))).Succeeded;
    }

    /// <summary>By what is stored, not by what opens: a key that is lost must not let anybody in without a code.</summary>
    public Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user) =>
        _store.HasCodeKeyAsync(user, CancellationToken.None);
}
