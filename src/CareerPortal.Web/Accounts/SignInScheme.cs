using Microsoft.AspNetCore.Identity;

namespace CareerPortal.Web.Accounts;

/// <summary>What the cookies of sign-in are called: the framework's names, which the page cache knows.</summary>
internal static class SignInScheme
{
    public static string Account => IdentityConstants.ApplicationScheme;

    /// <summary>Between the password and the second factor, and while a passkey is asked for.</summary>
    public static string Halfway => IdentityConstants.TwoFactorUserIdScheme;
}
