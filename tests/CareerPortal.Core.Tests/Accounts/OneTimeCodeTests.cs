using CareerPortal.Accounts;

namespace CareerPortal.Core.Tests.Accounts;

public sealed class OneTimeCodeTests
{
    /// <summary>The key of RFC 6238's examples, in base 32.</summary>
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void At_ExamplesOfTheStandard_AreTheirs(long seconds, string code) =>
        Assert.Equal(code, OneTimeCode.At(Key, OneTimeCode.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Fact]
    public void StepOf_CodeUsedBefore_IsNone()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        var step = OneTimeCode.StepOf(now);

        Assert.Equal(step, OneTimeCode.StepOf(Key, "005 924", now, lastUsed: step - 1));
        Assert.Null(OneTimeCode.StepOf(Key, "005924", now, lastUsed: step));
        Assert.Equal(step, OneTimeCode.StepOf(Key, "005924", now.AddSeconds(30), lastUsed: 0));
        Assert.Null(OneTimeCode.StepOf(Key, "005924", now.AddSeconds(90), lastUsed: 0));
        Assert.Null(OneTimeCode.StepOf(Key, "", now, lastUsed: 0));
    }

    [Fact]
    public void NewKey_OfAll_MakesCodes()
    {
        var key = OneTimeCode.NewKey();

        Assert.Equal(32, key.Length);
        Assert.NotEqual(key, OneTimeCode.NewKey());
        Assert.Matches("^[0-9]{6}$", OneTimeCode.At(key, 1)!);
    }
}
