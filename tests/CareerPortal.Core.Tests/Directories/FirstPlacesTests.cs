using CareerPortal.Directories;
using CareerPortal.Exchange;

namespace CareerPortal.Core.Tests.Directories;

/// <summary>Places of the first content lie where they are: held against a table of municipalities made apart from it.</summary>
public sealed class FirstPlacesTests
{
    /// <summary>How far from the middle of its municipality a place may lie.</summary>
    private const double Kilometres = 4;

    // Postcode, municipality, province, latitude and longitude of its middle.
    private static readonly (string Postcode, string Name, Province Province, double Latitude, double Longitude)[] Municipalities =
    [
        ("1000", "Bruxelles", Province.Brussels, 50.8466, 4.3517),
        ("1050", "Ixelles", Province.Brussels, 50.8223, 4.3816),
        ("1160", "Auderghem", Province.Brussels, 50.8157, 4.4331),
        ("1180", "Uccle", Province.Brussels, 50.8018, 4.3372),
        ("1200", "Woluwe-Saint-Lambert", Province.Brussels, 50.8467, 4.4285),
        ("1210", "Saint-Josse-ten-Noode", Province.Brussels, 50.8531, 4.3723),
        ("4000", "Liège", Province.Liege, 50.6451, 5.5734),
        ("4100", "Seraing", Province.Liege, 50.5966, 5.5083),
        ("4102", "Seraing", Province.Liege, 50.5993, 5.5390),
        ("5590", "Ciney", Province.Namur, 50.2950, 5.0974),
        ("6000", "Charleroi", Province.Hainaut, 50.4157, 4.4492),
    ];

    private static readonly Dictionary<string, string> Homes = new()
    {
        ["sfpme"] = "Uccle",
        ["he2b"] = "Ixelles",
        ["becode"] = "Bruxelles",
        ["digitalcity"] = "Auderghem",
        ["technobel"] = "Ciney",
        ["technifutur"] = "Seraing",
    };

    [Fact]
    public void Centres_OfTheFirstContent_LieInTheirMunicipality()
    {
        var centres = ExchangeFolder.FirstContent.Read().TrainingCentres;

        Assert.All(
            centres,
            c =>
            {
                var home = Assert.Single(Municipalities, m => m.Postcode == c.Postcode);
                Assert.Equal((home.Name, home.Province), (c.Locality, c.Province));
                Assert.InRange(Distance(home.Latitude, home.Longitude, c.Latitude, c.Longitude), 0, Kilometres);
            }
        );
        Assert.All(Homes, h => Assert.Equal(h.Value, centres.Single(c => c.Code == h.Key).Locality));
    }

    [Theory]
    [InlineData("anvers-gand", 51.2194, 4.4025, 51.0543, 3.7174)]
    [InlineData("liege-namur", 50.6451, 5.5734, 50.4669, 4.8675)]
    public void Zone_OfTwoTowns_LiesInBoth(string code, double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var zone = ExchangeFolder.FirstContent.Read().JobZones.Single(z => z.Code == code);

        var other = zone.OtherPoint;

        Assert.NotNull(other);
        Assert.InRange(Distance(latitude, longitude, zone.Latitude, zone.Longitude), 0, Kilometres);
        Assert.InRange(Distance(otherLatitude, otherLongitude, other.Latitude, other.Longitude), 0, Kilometres);
    }

    private static double Distance(double latitude, double longitude, double otherLatitude, double otherLongitude) =>
        Math.Sqrt(
            Math.Pow((latitude - otherLatitude) * 111.2, 2) + Math.Pow((longitude - otherLongitude) * 111.2 * Math.Cos(50.5 * Math.PI / 180), 2)
        );
}
