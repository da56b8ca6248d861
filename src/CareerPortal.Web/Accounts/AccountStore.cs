using System.Security.Cryptography;
using System.Text;
using CareerPortal.Accounts;
using CareerPortal.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace CareerPortal.Web.Accounts;

/// <summary>Where Identity keeps accounts: in the portal's store. Of recovery codes it holds the hashes alone.</summary>
internal sealed class AccountStore(PortalDbContext context, IdentityErrorDescriber? describer = null)
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
    public override Task ReplaceCodesAsync(Account user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, recoveryCodes.Select(Hash), cancellationToken);

    public override Task<bool> RedeemCodeAsync(Account user, string code, CancellationToken cancellationToken) =>
        base.RedeemCodeAsync(user, Hash(code), cancellationToken);

    private static string Hash(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
