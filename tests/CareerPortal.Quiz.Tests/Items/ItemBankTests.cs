using System.Text;
using CareerPortal.Quiz.Items;

namespace CareerPortal.Quiz.Tests.Items;

public sealed class ItemBankTests
{
    private const string OneItem =
        """{"format":1,"version":"2026-11","items":[{"id":"rigueur-1","quality":"rigueur","reversed":true,"text":{"fr":"a","nl":"b","de":"c","en":"d"}}]}""";

    [Fact]
    public void Read_OneItem_HasStartParametersAndTexts()
    {
        var bank = ItemBank.Read(Stream(OneItem));

        var item = Assert.Single(bank.Items);
        Assert.True(item.Reversed);
        Assert.False(item.IsCalibrated);
        Assert.Equal(StartNorms.Shipped.Of(ItemKind.ReversedTrait, NormFamilies.Order).Parameters, item.Parameters);
        Assert.Equal(StartNorms.Shipped.Of(ItemKind.ReversedTrait, NormFamilies.Order).Uncertainty, item.Uncertainty);
        Assert.Equal("c", item.Text["de-BE"]);
        Assert.Equal("2026-11", bank.Version);
        Assert.Equal(24, bank.Dimensions.Count);
    }

    [Fact]
    public void Read_InterestItem_AddsSixDimensions()
    {
        var interests = OneItem.Replace("\"rigueur-1\",\"quality\":\"rigueur\"", "\"interest-r-1\",\"interest\":\"R\"", StringComparison.Ordinal);

        var bank = ItemBank.Read(Stream(OneItem), Stream(interests));

        Assert.Equal(30, bank.Dimensions.Count);
        Assert.Equal("interest-r", bank.Items[1].QualityId);
    }

    [Theory]
    [InlineData("\"rigueur\"", "\"bravoure\"", "bravoure")]
    [InlineData("\"nl\":\"b\",", "", "no text in nl")]
    [InlineData("\"format\":1", "\"format\":2", "format")]
    [InlineData("\"text\"", "\"similarTo\":[\"nobody\"],\"text\"", "nobody")]
    [InlineData("{\"format\"", "\"format\"", "items:")]
    public void Read_BrokenFile_SaysWhat(string replaced, string by, string expected)
    {
        var problem = Assert.Throws<FormatException>(() => ItemBank.Read(Stream(OneItem.Replace(replaced, by, StringComparison.Ordinal))));

        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Coded_ReversedItem_MirrorsTheAnswer()
    {
        var item = ItemBank.Read(Stream(OneItem)).Items[0];

        Assert.Equal([5, 4, 3, 2, 1], Enumerable.Range(1, 5).Select(item.Coded));
    }

    [Fact]
    public void Check_SmallBank_IsSound() => Assert.Empty(ItemBankRules.Check(SmallBank.OfQualities()));

    [Fact]
    public void Check_TooFewItems_IsReported() => Assert.NotEmpty(ItemBankRules.Check(SmallBank.OfQualities(3)));

    private static MemoryStream Stream(string json) => new(Encoding.UTF8.GetBytes(json));
}
