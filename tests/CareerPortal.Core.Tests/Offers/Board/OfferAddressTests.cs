using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Offers.Board;

public sealed class OfferAddressTests
{
    [Fact]
    public void Read_WhatWasWritten_AsksTheSame()
    {
        var query = new OfferQuery
        {
            Text = "chef de rang -intérim",
            Place = "Saint-Ghislain",
            Kilometres = 20,
            Chosen = new Dictionary<OfferFacet, IReadOnlyList<string>>
            {
                [OfferFacet.Contract] = [nameof(ContractKind.FixedTerm), OfferQuery.Unstated],
                [OfferFacet.Board] = ["Jobat, la suite"],
                [OfferFacet.Studies] = ["03"],
            },
            Occupation = "G1602",
            Days = 7,
            IsPayStated = true,
            Sort = OfferSort.Nearest,
            Page = 3,
        };

        var read = Read(OfferAddress.Of(query));

        Assert.Equal(OfferAddress.Of(query), OfferAddress.Of(read));
        Assert.Null(OfferAddress.UnknownOf(OfferAddress.Write(query).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value))));
        Assert.Equal(query.Chosen[OfferFacet.Contract].Order(), read.Chosen[OfferFacet.Contract].Order());
        Assert.Equal(["Jobat, la suite"], read.Chosen[OfferFacet.Board]);
        Assert.Equal((query.Text, query.Place, query.Kilometres, query.Occupation), (read.Text, read.Place, read.Kilometres, read.Occupation));
        Assert.Equal((query.Days, query.IsPayStated, query.Sort, query.Page), (read.Days, read.IsPayStated, read.Sort, read.Page));
    }

    [Theory]
    [InlineData("contrat", "cdi", null)]
    [InlineData("contrat", "cdi,permanent", "contrat")]
    [InlineData("contrat", "", null)]
    [InlineData("contrat", ",", "contrat")]
    [InlineData("contrat", " ", "contrat")]
    [InlineData("Contrat", "cdi", "Contrat")]
    [InlineData("km", "10", "km")]
    [InlineData("teletravail", "oui", "teletravail")]
    [InlineData("par", "agence,non-precise", null)]
    [InlineData("source", "Jobat, la suite", null)]
    [InlineData("km", "7", "km")]
    [InlineData("jours", "7", null)]
    [InlineData("jours", "demain", "jours")]
    [InlineData("salaire", "non", "salaire")]
    [InlineData("tri", "salaire", null)]
    [InlineData("tri", "date desc", "tri")]
    [InlineData("metier", "A1", null)]
    [InlineData("metier", "vigneron", "metier")]
    [InlineData("v", "3", "v")]
    [InlineData("q", "contrat=tout", null)]
    [InlineData("autre", "x", null)]
    public void UnknownOf_Value_IsNamedByItsParameterOnlyWhereItAsksNothing(string key, string value, string? unknown) =>
        Assert.Equal(unknown, OfferAddress.UnknownOf([KeyValuePair.Create(key, (string?)value)]));

    [Fact]
    public void UnknownOf_TwoValuesWhereOneIsRead_AreNamed_AndSeveralOfAFilterAreNot()
    {
        Assert.Equal("metier", OfferAddress.UnknownOf([new("metier", "D1102"), new("metier", "A1203")]));
        Assert.Null(OfferAddress.UnknownOf([new("contrat", "cdi"), new("contrat", "cdd"), new("lieu", "5000"), new("km", "10"), new("km", "10")]));
    }

    /// <summary>The same word in two versions: an address that somebody saved goes on meaning what it meant.</summary>
    [Theory]
    [InlineData("?contrat=interim", "Temporary,TemporaryToPermanent")]
    [InlineData("?contrat=interim&v=1", "Temporary,TemporaryToPermanent")]
    [InlineData("?contrat=interim&v=2", "Temporary")]
    [InlineData("?contrat=interim-cdi&v=2", "TemporaryToPermanent")]
    public void Read_WordOfTwoVersions_MeansWhatItsVersionSays(string address, string contracts)
    {
        var query = Read(address);

        Assert.Equal(contracts, string.Join(',', query.Chosen[OfferFacet.Contract]));
    }

    [Fact]
    public void Of_AddressOfVersion1_IsWrittenInTheNewestWithTheSameMeaning()
    {
        var old = Read("?q=soudeur&contrat=interim");

        var address = OfferAddress.Of(old);

        Assert.Equal("?q=soudeur&contrat=interim&contrat=interim-cdi&v=2", address);
        Assert.Equal(old.Chosen[OfferFacet.Contract].Order(), Read(address).Chosen[OfferFacet.Contract].Order());
    }

    [Theory]
    [InlineData("?contrat=truc&regime=&km=7&jours=8&tri=x&page=0&metier=%3Cb%3E&salaire=peut-etre&v=99")]
    [InlineData("?km=10")]
    public void Read_WhatItDoesNotKnow_AsksForAll(string address)
    {
        var query = Read(address);

        Assert.Equal("", OfferAddress.Of(query));
    }

    [Property(MaxTest = 500)]
    public Property Read_AnyValues_NeverThrowsAndIsWrittenOnce() =>
        Prop.ForAll(
            Gen.Elements("q", "lieu", "km", "contrat", "source", "etudes", "metier", "page", "v", "tri")
                .SelectMany(key => ArbMap.Default.GeneratorFor<string?>().Select(value => KeyValuePair.Create(key, value)))
                .ListOf()
                .ToArbitrary(),
            parameters =>
            {
                var written = OfferAddress.Of(OfferAddress.Read(parameters));

                return written == OfferAddress.Of(Read(written));
            }
        );

    private static OfferQuery Read(string address) =>
        OfferAddress.Read(
            address
                .TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => p.Split('=', 2))
                .Select(p => KeyValuePair.Create(p[0], (string?)Uri.UnescapeDataString(p[1])))
        );
}
