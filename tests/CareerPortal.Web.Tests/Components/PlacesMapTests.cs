using System.Globalization;
using Bunit;
using CareerPortal.Places;
using CareerPortal.Web.Guides.Sections;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Components;

public sealed class PlacesMapTests : ComponentTest
{
    [Fact]
    public void Map_OfCentresAndZones_PinsEachUnderItsName()
    {
        var map = Render<PlacesMap>(p => p.Add(m => m.Centres, [Centre("a", 50.46, 4.87), Centre("b", 50.85, 4.35)]).Add(m => m.Zones, [Zone("Hainaut", Province.Hainaut)]));

        var titles = map.FindAll("svg[role=img] > circle title, svg[role=img] > rect title").Select(t => t.Words()).ToList();
        Assert.Equal(["Hainaut", "Centre a, Namur", "Centre b, Namur"], titles);
        Assert.Contains("2", map.Find("svg desc").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Map_OfAllBelgium_DrawsEveryProvinceAndKeepsPinsOnIt()
    {
        var map = Render<PlacesMap>(p => p.Add(m => m.Centres, [Centre("nord", 51.4, 4.76), Centre("sud", 49.55, 5.8), Centre("ouest", 51.1, 2.6), Centre("est", 50.3, 6.3)]));

        var box = map.Find("svg[role=img]").GetAttribute("viewBox")!.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(Enum.GetValues<Province>().Length, map.FindAll("svg[role=img] g path").Count);
        Assert.All(map.FindAll("svg[role=img] > circle"), c =>
        {
            Assert.InRange(double.Parse(c.GetAttribute("cx")!, CultureInfo.InvariantCulture), box[0], box[0] + box[2]);
            Assert.InRange(double.Parse(c.GetAttribute("cy")!, CultureInfo.InvariantCulture), box[1], box[1] + box[3]);
        });
    }

    [Fact]
    public void Centres_OfOneTown_StandBesideEachOther()
    {
        var map = Render<PlacesMap>(p => p.Add(m => m.Centres, [.. Enumerable.Range(0, 12).Select(i => Centre($"c{i:00}", 50.46, 4.87))]));

        var spots = map.FindAll("svg[role=img] > circle").Select(c => (X: double.Parse(c.GetAttribute("cx")!, CultureInfo.InvariantCulture), Y: double.Parse(c.GetAttribute("cy")!, CultureInfo.InvariantCulture))).ToList();
        Assert.Equal(12, spots.Count);
        Assert.All(spots.Index(), a => Assert.All(spots.Index().Where(b => b.Index > a.Index), b => Assert.True(Math.Abs(a.Item.X - b.Item.X) + Math.Abs(a.Item.Y - b.Item.Y) > 10)));
    }

    [Fact]
    public void Map_OfNothing_IsStillAMap()
    {
        var map = Render<PlacesMap>();

        Assert.NotEmpty(map.Find("svg[role=img]").Name());
        Assert.Empty(map.FindAll("svg[role=img] > circle"));
    }

    private static TrainingCentre Centre(string code, double latitude, double longitude) => new()
    {
        Code = code,
        Name = $"Centre {code}",
        Kind = TrainingCentreKind.CompetenceCentre,
        Postcode = "5000",
        Locality = "Namur",
        Province = Province.Namur,
        Latitude = latitude,
        Longitude = longitude,
        Description = new LocalisedText("Un centre."),
    };

    private static JobZone Zone(string name, Province province) => new() { Code = "z", Name = new LocalisedText(name), Provinces = [province], Latitude = 50.45, Longitude = 3.95, Description = new LocalisedText("Une zone.") };
}
