namespace CareerPortal.Web.Tests.Pages;

/// <summary>Maps say in words what they show, and are left out where they would show nothing.</summary>
public sealed class MapPageTests(PublicPages site)
{
    [Theory]
    [InlineData("fr", "1 centre de formation")]
    [InlineData("nl", "1 opleidingscentrum")]
    [InlineData("de", "1 Ausbildungszentrum")]
    [InlineData("en", "1 training centre")]
    public void Map_OfOneCentre_CountsItAlone(string language, string expected)
    {
        var page = site.All.First(p => p.Address.StartsWith(PublicPages.In(language, "/centres/"), StringComparison.Ordinal));

        Assert.Equal(expected, page.Document.QuerySelector("svg.map desc")!.Words());
    }

    [Theory]
    [InlineData("fr", "1 zone d'emploi")]
    [InlineData("nl", "1 werkregio")]
    [InlineData("de", "1 Arbeitsregion")]
    [InlineData("en", "1 employment area")]
    public void Map_OfOneZone_CountsItAlone(string language, string expected)
    {
        var page = site.All.First(p =>
            p.Address.StartsWith(PublicPages.In(language, "/zones/"), StringComparison.Ordinal)
            && !p.Address.EndsWith("teletravail", StringComparison.Ordinal)
        );

        Assert.Equal(expected, page.Document.QuerySelector("svg.map desc")!.Words());
    }

    [Fact]
    public void Map_OfAGuide_CountsBothAndPointsToTheirLists() =>
        Assert.Matches(
            @"^[0-9]+ centres de formation et [0-9]+ zones d'emploi\. Les noms sont dans les listes de cette page\.$",
            site.Guide("annotateur-de-donnees-ia").Document.QuerySelector("svg.map desc")!.Words()
        );

    [Fact]
    public void Map_OfTheListOfCentres_DoesNotSpeakOfZones() =>
        Assert.Matches(
            @"^[0-9]+ centres de formation\. Les noms sont dans les listes de cette page\.$",
            site["/centres"].Document.QuerySelector("svg.map desc")!.Words()
        );

    [Theory]
    [InlineData("fr", "Namur")]
    [InlineData("nl", "Namen")]
    [InlineData("de", "Namur")]
    [InlineData("en", "Namur")]
    public void Map_OfTheListOfCentres_NamesTheCapitalOfWallonia(string language, string name) =>
        Assert.Contains(name, site[PublicPages.In(language, "/centres")].All("svg.map .place").Select(p => p.Words()));

    [Fact]
    public void Map_OfAZoneThatLiesEverywhere_IsLeftOut() => Assert.Empty(site["/zones/teletravail"].All("svg.map"));
}
