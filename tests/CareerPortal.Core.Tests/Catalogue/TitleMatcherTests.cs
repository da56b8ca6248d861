using CareerPortal.Catalogue;

namespace CareerPortal.Core.Tests.Catalogue;

public sealed class TitleMatcherTests
{
    private static readonly (string Key, string Title)[] Titles =
    [
        ("baker", "boulanger/boulangère"),
        ("baker", "boulanger pâtissier"),
        ("bus", "conducteur d'autobus"),
        ("train", "conducteur de train"),
        ("train", "mécanicien de locomotive"),
        ("lawyer", "avocat"),
        ("lawyers", "Avocats"),
    ];

    [Theory]
    [InlineData("Boulanger / Boulangère", "baker")]
    [InlineData("boulangère", "baker")]
    [InlineData("BOULANGERE", "baker")]
    [InlineData("boulangé", "baker")]
    [InlineData("conductrice de train", "train")]
    [InlineData("Avocate", "lawyer")]
    [InlineData("avocats", "lawyers")]
    public void Find_OtherWriting_IsMatched(string title, string key) => Assert.Equal(key, new TitleMatcher(Titles).Find(title, 1)[0].Key);

    [Fact]
    public void Find_SameTitle_IsNearestOfAll()
    {
        var matches = new TitleMatcher(Titles).Find("conducteur de train", 10);

        Assert.Equal(("train", "conducteur de train"), (matches[0].Key, matches[0].Title));
        Assert.Equal(matches.OrderByDescending(m => m.Nearness), matches);
        Assert.All(matches, m => Assert.InRange(m.Nearness, 0, 1.0001));
    }

    [Theory]
    [InlineData("")]
    [InlineData("xyzzy")]
    [InlineData("/ - ,")]
    public void Find_NothingInCommon_IsEmpty(string title) => Assert.Empty(new TitleMatcher(Titles).Find(title, 5));

    [Fact]
    public void Find_OtherNamesElsewhere_LeadToWhatSharesNoWord()
    {
        var elsewhere = new TitleMatcher([("N", "cheminot"), ("N", "mécanicien de locomotive")]);

        Assert.Equal("train", new TitleMatcher(Titles, elsewhere).Find("cheminot", 1)[0].Key);
    }
}
