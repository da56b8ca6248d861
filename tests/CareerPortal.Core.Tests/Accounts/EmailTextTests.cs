using CareerPortal.Accounts;

namespace CareerPortal.Core.Tests.Accounts;

public sealed class EmailTextTests
{
    [Theory]
    [InlineData(" lea@exemple.be ", "lea@exemple.be")]
    [InlineData("lea.b@mail.exemple.be", "lea.b@mail.exemple.be")]
    [InlineData("lea@exemple", null)]
    [InlineData("lea.b@exemple", null)]
    [InlineData("lea@exemple.", null)]
    [InlineData("lea@.be", null)]
    [InlineData("lea", null)]
    [InlineData(null, null)]
    public void ReadPublic_WantsADotInTheDomain(string? typed, string? read) => Assert.Equal(read, EmailText.ReadPublic(typed));

    [Fact]
    public void Read_OfAnAccount_TakesADomainWithoutADot() => Assert.Equal("lea@localhost", EmailText.Read("lea@localhost"));
}
