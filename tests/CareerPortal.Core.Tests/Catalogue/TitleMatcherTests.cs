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
        Assert.Equal(matches.Max(m => m.Nearness), matches[0].Nearness);
        Assert.All(matches, m => Assert.InRange(m.Nearness, 0, 1.0001));
    }

    [Theory]
    [InlineData("")]
    [InlineData("xyzzy")]
    [InlineData("/ - ,")]
    public void Find_NothingInCommon_IsEmpty(string title) => Assert.Empty(new TitleMatcher(Titles).Find(title, 5));

    /// <summary>« Responsable » and « gérant » stand under the same keys, so that one is taken for the other.</summary>
    [Fact]
    public void Find_WordsThatStandForEachOther_AreTakenForEachOther()
    {
        var trades = "camping hôtel garage salon".Split(' ');
        (string, string)[] titles =
        [
            .. trades.SelectMany(t =>
                new[] { ("head " + t, "responsable de " + t), ("head " + t, "gérant de " + t), ("hand " + t, "employé de " + t) }
            ),
            ("head crèche", "responsable de crèche"),
            ("hand crèche", "employé de crèche"),
            .. "maçon peintre couvreur soudeur juge notaire acteur danseur pilote marin".Split(' ').Select(other => (other, other)),
        ];

        Assert.Equal("head crèche", new TitleMatcher(titles).Find("gérant de crèche", 1)[0].Key);
    }

    [Fact]
    public void Find_OtherNamesElsewhere_LeadToWhatSharesNoWord()
    {
        var elsewhere = new TitleMatcher([("N", "cheminot"), ("N", "mécanicien de locomotive")]);

        Assert.Equal("train", new TitleMatcher(Titles, elsewhere).Find("cheminot", 1)[0].Key);
    }
}
