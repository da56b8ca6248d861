using CareerPortal.Offers;
using CareerPortal.Offers.Sources;

namespace CareerPortal.Core.Tests.Offers.Sources;

public sealed class BelgianPlacesTests
{
    private static readonly BelgianPlaces Places = new(SyncedBoard.Towns(), SyncedBoard.Localities());

    [Fact]
    public void Of_RealRecord_IsTheMunicipalityAmongMixedRegions()
    {
        var place = Assert.Single(
            Places.Of(
                new RawOffer
                {
                    Localities = ["VIELSALM"],
                    Postcodes = ["6690"],
                    Regions = ["Belgique", "Province du Luxembourg", "RÉGION WALLONNE"],
                    Nuts = ["BE", "BE34", "BE3"],
                    Points = [(50.286282, 5.915278)],
                }
            )
        );

        Assert.Equal(("VIELSALM", "6690", "82032", "Vielsalm", "Luxembourg", "BE3"), Told(place));
        Assert.Equal((50.286282, 5.915278), (place.Latitude, place.Longitude));
    }

    [Theory]
    [InlineData("Jambes", "", "Namur", "Namur", "BE3")]
    [InlineData("gent", "", "Gand", "Flandre orientale", "BE2")]
    [InlineData("Limal", "1300", "Wavre", "Brabant wallon", "BE3")]
    [InlineData("", "6690", "Vielsalm", "Luxembourg", "BE3")]
    [InlineData("BIHAIN", "6690", "Vielsalm", "Luxembourg", "BE3")]
    [InlineData("Ixelles", "1050", "Ixelles", null, "BE1")]
    [InlineData("Arrondissement de Waremme", "", null, "Liège", "BE3")]
    [InlineData("Province de Liège", "", null, "Liège", "BE3")]
    [InlineData("Région wallonne", "", null, null, "BE3")]
    [InlineData("Belgique", "", null, null, null)]
    [InlineData("Nulle-Part", "5999", null, null, "BE3")]
    [InlineData("PARIS 14ème arrondissement", "", null, null, null)]
    public void Of_LocalityOrArea_LiesWhereItDoes(string name, string postcode, string? municipality, string? province, string? region)
    {
        var raw = new RawOffer { Localities = name.Length > 0 ? [name] : [], Postcodes = postcode.Length > 0 ? [postcode] : [] };

        var place = Assert.Single(Places.Of(raw));

        Assert.Equal((municipality, province, region), (place.Municipality, place.Province, place.Region));
        Assert.NotEmpty(place.Label);
    }

    [Fact]
    public void Of_SeveralTowns_AreSeveralPlacesInTheirOrder()
    {
        var places = Places.Of(new RawOffer { Localities = ["Arrondissement de Liège", "Namur", "LIÈGE"], Postcodes = ["4000", "5000"] });

        Assert.Equal([null, "Namur", "Liège"], places.Select(p => p.Municipality));
    }

    [Fact]
    public void Of_NoTownButRegions_IsTheNarrowestOfThem()
    {
        var places = Places.Of(
            new RawOffer
            {
                Regions = ["Belgique", "Province du Hainaut", "RÉGION WALLONNE", "RÉGION DE BRUXELLES-CAPITALE"],
                Nuts = ["BE", "BE32", "BE3", "BE10"],
            }
        );

        Assert.Equal(
            [("Province du Hainaut", "Hainaut", "BE3"), ("RÉGION DE BRUXELLES-CAPITALE", null, "BE1")],
            places.Select(p => (p.Label, p.Province, p.Region))
        );
    }

    [Fact]
    public void Of_TownThatNobodyKnowsInOneProvince_LiesInIt()
    {
        var place = Assert.Single(
            Places.Of(new RawOffer { Localities = ["Nulle-Part"], Regions = ["Belgique", "Province de Namur", "RÉGION WALLONNE"] })
        );

        Assert.Equal(("Nulle-Part", "Namur", "BE3"), (place.Label, place.Province, place.Region));
    }

    [Fact]
    public void Of_PointOutsideEurope_IsNotTaken()
    {
        var place = Assert.Single(Places.Of(new RawOffer { Localities = ["Namur"], Points = [(0, 0)] }));

        Assert.Equal(50.4669, place.Latitude);
    }

    private static (string, string?, string?, string?, string?, string?) Told(OfferPlace place) =>
        (place.Label, place.Postcode, place.Nis, place.Municipality, place.Province, place.Region);
}
