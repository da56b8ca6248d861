namespace CareerPortal.Accounts;

/// <summary>What somebody says of themselves who comes by a one-time link.</summary>
/// <param name="Email">The address; that of the invitation comes before it.</param>
/// <param name="Name">What colleagues will read.</param>
/// <param name="Password">The password chosen.</param>
/// <param name="SiteName">The site's public name, which is no password.</param>
public sealed record NewPerson(string? Email, string Name, string Password, string SiteName)
{
    internal bool HasGoodPassword => PasswordRules.FaultOf(Password, Email, Name, SiteName) is null;

    public override string ToString() => nameof(NewPerson);
}
