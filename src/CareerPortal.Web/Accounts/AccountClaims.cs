using System.Security.Claims;
using CareerPortal.Accounts;
using Microsoft.AspNetCore.Identity;

namespace CareerPortal.Web.Accounts;

/// <summary>Writes into a sign-in whose it is; <see cref="ActorOf"/> reads it.</summary>
internal sealed class AccountClaims : IUserClaimsPrincipalFactory<Account>
{
    /// <summary>Forms are made for this one person: the framework looks for this name.</summary>
    private const string Subject = "sub";

    public Task<ClaimsPrincipal> CreateAsync(Account user) =>
        Task.FromResult(
            new ClaimsPrincipal(
                IdentityOf([
                    new Claim(Subject, $"{user.Id}"),
                    new Claim(ActorOf.AccountClaim, $"{user.Id}"),
                    new Claim(ActorOf.StampClaim, user.SecurityStamp ?? ""),
                    new Claim(ActorOf.RoleClaim, $"{user.Role}"),
                    new Claim(ActorOf.NameClaim, user.DisplayName),
                ])
            )
        );

    /// <summary>The same sign-in, with the name and the role that the store has now.</summary>
    public static ClaimsPrincipal With(ClaimsPrincipal signedIn, SignedIn now) =>
        new(
            IdentityOf([
                .. signedIn.Claims.Where(c => c.Type is not (ActorOf.RoleClaim or ActorOf.NameClaim)),
                new Claim(ActorOf.RoleClaim, $"{now.Role}"),
                new Claim(ActorOf.NameClaim, now.Name),
            ])
        );

    private static ClaimsIdentity IdentityOf(IEnumerable<Claim> claims) => new(claims, SignInScheme.Account, ActorOf.NameClaim, ActorOf.RoleClaim);
}
