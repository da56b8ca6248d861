using System.Globalization;
using Bunit;
using CareerPortal.Directories;
using CareerPortal.Web.Guides.Sections;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Components;

public sealed class PlacesMapTests : ComponentTest
{
    [Fact]
    public void Map_OfCentresAndZones_PinsEachUnderItsName()
    {
        var map = Render<PlacesMap>(p =>
            p.Add(m => m.Centres, [Centre("a", 50.46, 4.87), Centre("b", 50.85, 4.35)]).Add(m => m.Zones, [Zone("Hainaut", Province.Hainaut)])
        );

        var titles = map.FindAll("svg.map title").Select(t => t.Words()).ToList();
        Assert.Contains("3. Hainaut", titles);
        Assert.Contains("1. Centre a, Namur", titles);
        Assert.Contains("2. Centre b, Namur", titles);
        Assert.Contains("2", map.Find("svg desc").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Map_OfAllBelgium_DrawsEveryProvinceAndKeepsPinsOnIt()
    {
        var map = Render<PlacesMap>(p =>
            p.Add(m => m.Centres, [Centre("nord", 51.4, 4.76), Centre("sud", 49.55, 5.8), Centre("ouest", 51.1, 2.6), Centre("est", 50.3, 6.3)])
        );

        var box = map.Find("svg.map").GetAttribute("viewBox")!.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(Enum.GetValues<Province>().Length, map.FindAll("svg.map path.province").Count);
        Assert.All(
            Pins(map),
            pin =>
            {
                Assert.InRange(pin.X, box[0], box[0] + box[2]);
                Assert.InRange(pin.Y, box[1], box[1] + box[3]);
            }
        );
    }

    [Fact]
    public void Centres_OfOneTown_StandBesideEachOther()
    {
        var map = Render<PlacesMap>(p => p.Add(m => m.Centres, [.. Enumerable.Range(0, 12).Select(i => Centre($"c{i:00}", 50.46, 4.87))]));

        var spots = Pins(map);
        Assert.Equal(12, spots.Count);
        Assert.All(
            spots.Index(),
            a =>
                Assert.All(
                    spots.Index().Where(b => b.Index > a.Index),
                    b => Assert.True(Math.Abs(a.Item.X - b.Item.X) + Math.Abs(a.Item.Y - b.Item.Y) > 10)
                )
        );
    }

    [Fact]
    public void Zones_OnTheMap_CarryANumberANameAndALink()
    {
        var map = Render<PlacesMap>(p =>
            p.Add(m => m.Centres, [Centre("a", 50.46, 4.87), Centre("b", 51.2, 3.2)]).Add(m => m.Zones, [Zone("Hainaut", Province.Hainaut)])
        );

        var zone = map.Find("svg.map a.pin-zone");
        Assert.Equal("/zones/z", zone.GetAttribute("href"));
        Assert.Equal("3", zone.QuerySelector("text")!.Words());
        Assert.Equal("3. Hainaut", zone.QuerySelector("title")!.Words());
        Assert.Equal(["/centres/a", "/centres/b"], map.FindAll("svg.map a.pin-centre").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public void Zone_OfTwoTowns_StandsInBothUnderOneNumber()
    {
        var zone = Zone("Anvers et Gand", Province.Antwerp);
        zone.OtherPoint = new MapPoint(51.0543, 3.7174);

        var map = Render<PlacesMap>(p => p.Add(m => m.Zones, [zone]));

        Assert.Equal(["1", "1"], map.FindAll("svg.map a.pin-zone text").Select(t => t.Words()));
        Assert.Equal(2, map.FindAll("svg.map .zone-area").Count);
        Assert.Equal("1 zone d'emploi", map.Find("svg desc").Words());
    }

    [Fact]
    public void Towns_OnTheMap_EachHaveADot()
    {
        var map = Render<PlacesMap>(p => p.Add(m => m.Centres, [Centre("a", 50.46, 4.87)]));

        Assert.Equal(BelgiumMap.Towns.Count, map.FindAll("svg.map .town").Count);
        Assert.Contains("Arlon", map.FindAll("svg.map .place").Select(t => t.Words()));
    }

    [Fact]
    public void Centres_MovedApart_AreTiedToTheirTruePlace()
    {
        (string Code, double Latitude, double Longitude)[] places =
        [
            ("uccle", 50.8018, 4.3372),
            ("ixelles", 50.8223, 4.3816),
            ("bruxelles", 50.8466, 4.3517),
            ("auderghem", 50.8157, 4.4331),
        ];

        var map = Render<PlacesMap>(p => p.Add(m => m.Centres, [.. places.Select(c => Centre(c.Code, c.Latitude, c.Longitude))]));

        var spots = map.FindAll("svg.map .spot").Select(s => (s.GetAttribute("cx"), s.GetAttribute("cy"))).ToHashSet();
        Assert.All(
            places,
            c =>
            {
                var (x, y) = BelgiumMap.Project(c.Latitude, c.Longitude);
                Assert.Contains((x.ToString("0.#", CultureInfo.InvariantCulture), y.ToString("0.#", CultureInfo.InvariantCulture)), spots);
            }
        );
        Assert.Equal(places.Length, map.FindAll("svg.map .lead-line").Count);
    }

    [Fact]
    public void Map_OfNothing_IsLeftOut() => Assert.Empty(Render<PlacesMap>().FindAll("svg, figure"));

    private static List<(double X, double Y)> Pins(IRenderedComponent<PlacesMap> map) =>
        [
            .. map.FindAll("svg.map [transform^='translate']")
                .Select(p => p.GetAttribute("transform")!.Split('(', ' ', ',', ')'))
                .Select(p => (double.Parse(p[1], CultureInfo.InvariantCulture), double.Parse(p[2], CultureInfo.InvariantCulture))),
        ];

    private static TrainingCentre Centre(string code, double latitude, double longitude) =>
        new()
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

    private static JobZone Zone(string name, Province province) =>
        new()
        {
            Code = "z",
            Name = new LocalisedText(name),
            Provinces = [province],
            Latitude = 50.45,
            Longitude = 3.95,
            Description = new LocalisedText("Une zone."),
        };
}
