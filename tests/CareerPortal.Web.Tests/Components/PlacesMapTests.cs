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

        var titles = map.FindAll("svg[role=img] title").Select(t => t.Words()).ToList();
        Assert.Contains("Hainaut", titles);
        Assert.Contains("Centre a, Namur", titles);
        Assert.Contains("Centre b, Namur", titles);
        Assert.Contains("2", map.Find("svg desc").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Map_OfAllBelgium_DrawsEveryProvinceAndKeepsPinsOnIt()
    {
        var map = Render<PlacesMap>(p => p.Add(m => m.Centres, [Centre("nord", 51.4, 4.76), Centre("sud", 49.55, 5.8), Centre("ouest", 51.1, 2.6), Centre("est", 50.3, 6.3)]));

        var box = map.Find("svg[role=img]").GetAttribute("viewBox")!.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(Enum.GetValues<Province>().Length, map.FindAll("svg[role=img] path").Count);
        Assert.All(Pins(map), pin =>
        {
            Assert.InRange(pin.X, box[0], box[0] + box[2]);
            Assert.InRange(pin.Y, box[1], box[1] + box[3]);
        });
    }

    [Fact]
    public void Centres_OfOneTown_StandBesideEachOther()
    {
        var map = Render<PlacesMap>(p => p.Add(m => m.Centres, [.. Enumerable.Range(0, 12).Select(i => Centre($"c{i:00}", 50.46, 4.87))]));

        var spots = Pins(map);
        Assert.Equal(12, spots.Count);
        Assert.All(spots.Index(), a => Assert.All(spots.Index().Where(b => b.Index > a.Index), b => Assert.True(Math.Abs(a.Item.X - b.Item.X) + Math.Abs(a.Item.Y - b.Item.Y) > 10)));
    }

    [Fact]
    public void Map_OfNothing_IsLeftOut() => Assert.Empty(Render<PlacesMap>().FindAll("svg, figure"));

    private static List<(double X, double Y)> Pins(IRenderedComponent<PlacesMap> map) =>
    [
        .. map.FindAll("svg[role=img] [transform^='translate']").Select(p => p.GetAttribute("transform")!.Split('(', ' ', ',', ')'))
            .Select(p => (double.Parse(p[1], CultureInfo.InvariantCulture), double.Parse(p[2], CultureInfo.InvariantCulture))),
    ];

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
