using System.Globalization;
using CareerPortal.Accounts;
using Microsoft.AspNetCore.Identity;

namespace CareerPortal.Web.Accounts;

/// <summary>Takes a code of an app once: whoever looked over a shoulder comes too late.</summary>
internal sealed class OneTimeCodes(TimeProvider time) : IUserTwoFactorTokenProvider<Account>
{
    /// <summary>Where the step of the last code taken is kept.</summary>
    private const string Provider = "[Code]";
    private const string LastStep = "LastStep";

    /// <summary>The code that set an app up signs nobody in after; whoever calls saves it.</summary>
    public static Task UseUpAsync(IUserAuthenticationTokenStore<Account> store, Account account, long step, CancellationToken cancellation) =>
        store.SetTokenAsync(account, Provider, LastStep, step.ToString(CultureInfo.InvariantCulture), cancellation);

    public Task<string> GenerateAsync(string purpose, UserManager<Account> manager, Account user) => Task.FromResult("");

    public async Task<bool> ValidateAsync(string purpose, string token, UserManager<Account> manager, Account user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        var last = await manager.GetAuthenticationTokenAsync(user, Provider, LastStep);
        return await manager.GetAuthenticatorKeyAsync(user) is { Length: > 0 } key
            && OneTimeCode.StepOf(key, token, time.GetUtcNow(), long.Parse(last ?? "0", CultureInfo.InvariantCulture)) is { } step
            && (await manager.SetAuthenticationTokenAsync(user, Provider, LastStep, step.ToString(CultureInfo.InvariantCulture))).Succeeded;
    }

    public async Task<bool> CanGenerateTwoFactorTokenAsync(UserManager<Account> manager, Account user)
    {
        ArgumentNullException.ThrowIfNull(manager);
        return !string.IsNullOrEmpty(await manager.GetAuthenticatorKeyAsync(user));
    }
}
