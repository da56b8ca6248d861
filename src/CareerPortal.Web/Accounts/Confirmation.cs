using System.Globalization;
using System.Security.Claims;

namespace CareerPortal.Web.Accounts;

/// <summary>When somebody last showed who they are: who would add a way to come in must have done so just now.</summary>
internal static class Confirmation
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private const string ConfirmedClaim = "confirmed";

    public static Claim ClaimAt(DateTimeOffset now) => new(ConfirmedClaim, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    public static bool IsFresh(ClaimsPrincipal? user, DateTimeOffset now) =>
        long.TryParse(user?.FindFirstValue(ConfirmedClaim), CultureInfo.InvariantCulture, out var at)
        && now - DateTimeOffset.FromUnixTimeSeconds(at) < Life;
}
