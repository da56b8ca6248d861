namespace CareerPortal.Web.Tests.Pages;

/// <summary>The front page promises what the reader will find in the language being read.</summary>
public sealed class HomeTests(PublicPages site)
{
    [Theory]
    [InlineData("nl", "in het Frans")]
    [InlineData("de", "auf Französisch")]
    [InlineData("en", "in French")]
    public void Home_InALanguageWithoutGuides_SaysThatTheyAreInFrench(string language, string expected)
    {
        var page = site[$"/{language}"];

        Assert.Contains(expected, page.Document.QuerySelector(".home-hero")!.Words(), StringComparison.Ordinal);
        Assert.Contains(expected, page.Main.QuerySelector(".door")!.Words(), StringComparison.Ordinal);
        Assert.Contains(expected, page.Main.QuerySelector(".band h2")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Home_InFrench_NeedsNoSuchWord() => Assert.DoesNotContain("en français", site["/"].Main.Words(), StringComparison.Ordinal);
}
