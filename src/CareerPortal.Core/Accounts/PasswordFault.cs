namespace CareerPortal.Accounts;

/// <summary>Why a password is not taken.</summary>
public enum PasswordFault
{
    TooShort,
    TooLong,

    /// <summary>It is among those that are tried first.</summary>
    Common,

    /// <summary>It is little more than the person's name or address, or the site's name.</summary>
    LikeYou,
}
