using CareerPortal.Accounts;

namespace CareerPortal.Core.Tests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("court", PasswordFault.TooShort)]
    [InlineData("onze lettre", PasswordFault.TooShort)]
    [InlineData("motdepasse123", PasswordFault.Common)]
    [InlineData("Mot de passe 2026 !", PasswordFault.Common)]
    [InlineData("P@ssw0rd1234", PasswordFault.Common)]
    [InlineData("azertyuiop123", PasswordFault.Common)]
    [InlineData("123456789012", PasswordFault.Common)]
    [InlineData("qwertyuiopas", PasswordFault.Common)]
    [InlineData("aaaaaaaaaaaaaa", PasswordFault.Common)]
    [InlineData("soleilsoleilsoleil", PasswordFault.Common)]
    [InlineData("bruxelles2026!!", PasswordFault.Common)]
    [InlineData("Lea.Dubois.1987", PasswordFault.LikeYou)]
    [InlineData("lea.dubois-123", PasswordFault.LikeYou)]
    [InlineData("Atelier-7-Atelier", PasswordFault.LikeYou)]
    public void FaultOf_PasswordTriedFirst_SaysWhy(string password, PasswordFault fault) =>
        Assert.Equal(fault, PasswordRules.FaultOf(password, "lea.dubois@example.org", "Léa Dubois", "Atelier"));

    [Theory]
    [InlineData("quatre mots sans rapport")]
    [InlineData("            mes espaces comptent")]
    [InlineData("tout en minuscules")]
    [InlineData("🦊 renard sous la pluie")]
    [InlineData("x7#kQ2!mZ9@p")]
    [InlineData("Léa aime le vélo rouge")]
    public void FaultOf_PasswordOfAnyCharacters_IsNone(string password) =>
        Assert.Null(PasswordRules.FaultOf(password, "lea.dubois@example.org", "Léa Dubois", "Atelier"));

    [Fact]
    public void FaultOf_LongestPassword_IsTakenAndOneMoreIsNot()
    {
        var longest = string.Concat(Enumerable.Range(0, PasswordRules.Longest).Select(i => (char)('a' + i * 7 % 26)));

        Assert.Null(PasswordRules.FaultOf(longest));
        Assert.Equal(PasswordFault.TooLong, PasswordRules.FaultOf(longest + "a"));
    }

    [Fact]
    public void Fits_PasswordTypedOnAnotherKeyboard_IsTheSame()
    {
        var (passwords, account) = (new AccountPasswords(), new Account());
        account.PasswordHash = passwords.HashPassword(account, "été à la mer \uFF11");

        Assert.True(passwords.Fits(account, "e\u0301te\u0301 a\u0300 la mer 1"));
        Assert.False(passwords.Fits(account, "ete a la mer 1"));
        Assert.False(passwords.Fits(account, "moitié \uD83D"));
    }
}
