using System.Globalization;
using System.Security.Claims;
using CareerPortal.Accounts;

namespace CareerPortal.Web.Accounts;

/// <summary>Reads from a sign-in who acts; what it says is asked of the store anew before each write.</summary>
internal static class ActorOf
{
    public const string AccountClaim = "account";
    public const string SessionClaim = "session";
    public const string StampClaim = "stamp";
    public const string RoleClaim = "role";
    public const string NameClaim = "name";

    /// <summary>The actor; null where nobody is signed in.</summary>
    public static Actor? In(ClaimsPrincipal? user) =>
        user?.Identity?.IsAuthenticated == true
        && Guid.TryParse(user.FindFirstValue(AccountClaim), CultureInfo.InvariantCulture, out var account)
        && Guid.TryParse(user.FindFirstValue(SessionClaim), CultureInfo.InvariantCulture, out var session)
        && user.FindFirstValue(StampClaim) is { Length: > 0 } stamp
            ? new Actor(account, session, stamp)
            : null;

    /// <summary>The role that the sign-in knew.</summary>
    public static AccountRole? RoleIn(ClaimsPrincipal? user) =>
        Enum.TryParse<AccountRole>(user?.FindFirstValue(RoleClaim), out var role) && Enum.IsDefined(role) ? role : null;

    public static string NameIn(ClaimsPrincipal? user) => user?.FindFirstValue(NameClaim) ?? "";
}
