using System.Security.Claims;
using CareerPortal.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Accounts;

/// <summary>Signs people in and out. Whoever comes in, by whatever way, gets a session that can be seen and ended.</summary>
internal sealed class AccountSignIn(
    UserManager<Account> users,
    IHttpContextAccessor contexts,
    IUserClaimsPrincipalFactory<Account> claims,
    IOptions<IdentityOptions> options,
    ILogger<AccountSignIn> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Account> confirmation,
    AccountPasswords passwords,
    SessionDesk sessions,
    SessionWatch watch,
    TimeProvider time
) : SignInManager<Account>(users, contexts, claims, options, logger, schemes, confirmation)
{
    public override Task<bool> CanSignInAsync(Account user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(user.State == AccountState.Active);
    }

    /// <summary>
    /// Tries an address and a password. Whoever is not known, may not come in or has tried too often is refused in the same words and after the
    /// same work.
    /// </summary>
    public async Task<SignInResult> TryPasswordAsync(string email, string password)
    {
        var account = await UserManager.FindByNameAsync(email);
        if (account?.PasswordHash is null || account.State != AccountState.Active || await UserManager.IsLockedOutAsync(account))
        {
            passwords.CompareWithNobodys(password);
            return SignInResult.Failed;
        }

        return await PasswordSignInAsync(account, password, isPersistent: false, lockoutOnFailure: true);
    }

    public override async Task SignInWithClaimsAsync(
        Account user,
        AuthenticationProperties? authenticationProperties,
        IEnumerable<Claim> additionalClaims
    )
    {
        ArgumentNullException.ThrowIfNull(user);
        if (await sessions.OpenAsync(user.Id, BrowserName.Of(Context.Request.Headers.UserAgent), CancellationToken.None) is not { } session)
        {
            return;
        }

        await WriteAsync(user, session.Id);
    }

    /// <summary>Goes on in the same session after its account was changed by its own person.</summary>
    public async Task ContinueAsync()
    {
        if (ActorOf.In(Context.User) is { } actor && await UserManager.FindByIdAsync($"{actor.AccountId}") is { } account)
        {
            watch.Forget();
            await WriteAsync(account, actor.SessionId);
        }
    }

    public override async Task SignOutAsync()
    {
        if (ActorOf.In(Context.User) is { } actor)
        {
            await sessions.EndAsync(actor, actor.SessionId, CancellationToken.None);
            watch.Forget();
        }

        await Context.SignOutAsync(SignInScheme.Account);
        await Context.SignOutAsync(SignInScheme.Halfway);
    }

    private async Task WriteAsync(Account account, Guid session)
    {
        var principal = await ClaimsFactory.CreateAsync(account);
        var identity = (ClaimsIdentity)principal.Identity!;
        identity.AddClaim(new Claim(ActorOf.SessionClaim, $"{session}"));
        identity.AddClaim(Confirmation.ClaimAt(time.GetUtcNow()));
        await Context.SignInAsync(SignInScheme.Account, principal, new AuthenticationProperties());
        Context.User = principal;
    }
}
