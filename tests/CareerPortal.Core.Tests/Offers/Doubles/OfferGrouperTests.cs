using CareerPortal.Offers;
using CareerPortal.Offers.Doubles;

namespace CareerPortal.Core.Tests.Offers.Doubles;

public sealed class OfferGrouperTests
{
    private static readonly DateOnly Day = new(2026, 10, 1);
    private static readonly OfferTown Namur = new("5000", "Namur");
    private static readonly OfferTown Mons = new("7000", "Mons");
    private static readonly OfferGrouper Grouper = new(["Magasinier", "Employé administratif", "Technicien de maintenance"]);

    [Theory]
    [InlineData("Soudeur TIG inox", "Soudeur TIG inox (H/F/X)")]
    [InlineData("Soudeur TIG inox", "SOUDEUR TIG INOX /x) (H/F/X)")]
    [InlineData("Soudeur TIG inox", "URGENT : Soudeuse TIG inox – Namur")]
    [InlineData("Soudeur TIG inox", "Nous recrutons : Soudeur TIG inox | CDI (H/F/X) - 5000 Namur")]
    public void Group_OneEmployerAndTown_TitlesThatMeanOne_IsOnePost(string title, string other)
    {
        var groups = Group(Offer(1, title, "Ateliers Brumelande"), Offer(2, other, "ATELIERS BRUMELANDE SA") with { Published = Day.AddDays(12) });

        Assert.Equal([1, 2], Assert.Single(groups.Same).Ids);
        Assert.Equal((1, 1), (groups.SameAs(1), groups.SameAs(2)));
        Assert.Empty(groups.SeveralPlaces);
        Assert.Equal(OfferLikeness.EmployerAndTown, Assert.Single(groups.Same[0].Links).Likeness);
    }

    [Theory]
    [InlineData("Soudeur TIG inox niveau 1", "Soudeur TIG inox niveau 3")]
    [InlineData("Soudeur TIG inox temps plein", "Soudeur TIG inox mi-temps")]
    [InlineData("Soudeur TIG inox - équipe de nuit", "Soudeur TIG inox - équipe du matin")]
    [InlineData("Job étudiant août - Soudeur TIG inox", "Job étudiant octobre - Soudeur TIG inox")]
    [InlineData("Éducateur A1", "Éducateur A2")]
    [InlineData("Chauffeur C", "Chauffeur CE")]
    [InlineData("Comptable clients", "Comptable fournisseurs")]
    public void Group_OneEmployerAndTown_OtherPosts_AreKeptApart(string title, string other) =>
        AssertApart(Offer(1, title, "Ateliers Brumelande"), Offer(2, other, "Ateliers Brumelande"));

    [Theory]
    [InlineData("907753040", "907753040")]
    [InlineData("907753040", "2026/907753040")]
    [InlineData("907753040", "FOREM-907753040")]
    [InlineData("907753040_1", "907753040/BE")]
    public void Group_OneReference_IsOnePost(string reference, string other)
    {
        var groups = Group(
            Offer(1, "Magasinier", "Pénélope Sélection", reference: reference) with
            {
                Contract = ContractKind.Temporary,
            },
            Offer(2, "Magasinier (H/F/X)", "Confidentiel", reference: other) with
            {
                Contract = ContractKind.TemporaryToPermanent,
                Published = Day.AddDays(40),
            }
        );

        Assert.Equal(OfferLikeness.Reference, Assert.Single(Assert.Single(groups.Same).Links).Likeness);
    }

    [Fact]
    public void Group_ReferenceEqualByChance_IsKeptApart() =>
        AssertApart(Offer(1, "Soudeur TIG inox", "Ateliers Brumelande", reference: "2026-01"), Offer(2, "Juriste", "Cobalune", reference: "2026-01"));

    [Fact]
    public void Group_OneReferenceForTwoTowns_IsOneTextForSeveralPlacesAndNoDouble()
    {
        var groups = Group(
            Offer(1, "Soudeur TIG inox – Namur", "Ateliers Brumelande", reference: "907753040"),
            Offer(2, "Soudeur TIG inox – Mons", "Ateliers Brumelande", Mons, "907753040"),
            Offer(3, "Soudeur TIG inox", "Ateliers Brumelande", Mons, "907753040")
        );

        Assert.Equal([2, 3], Assert.Single(groups.Same).Ids);
        Assert.Equal([1, 2, 3], Assert.Single(groups.SeveralPlaces).Ids);
        Assert.Null(groups.SameAs(1));
        Assert.Equal((1, 1, 1), (groups.TogetherWith(1), groups.TogetherWith(2), groups.TogetherWith(3)));
    }

    [Theory]
    [InlineData("Confidentiel")]
    [InlineData("Jobat.be")]
    [InlineData("StepStone (Belgium)")]
    [InlineData(null)]
    public void Group_EmployerHiddenOnOneSide_IsOnePostOnlyWhereTheTitleTells(string? hidden)
    {
        var telling = Group(Offer(1, "Soudeur TIG inox alimentaire", hidden), Offer(2, "Soudeur TIG inox alimentaire", "Ateliers Brumelande"));

        Assert.Equal(OfferLikeness.HiddenEmployer, Assert.Single(Assert.Single(telling.Same).Links).Likeness);
        AssertApart(Offer(1, "Magasinier", hidden), Offer(2, "Magasinier", "Ateliers Brumelande"));
        AssertApart(Offer(1, "Soudeur TIG inox alimentaire", hidden), Offer(2, "Soudeur TIG inox alimentaire", hidden));
        AssertApart(
            Offer(1, "Soudeur TIG inox alimentaire", hidden),
            Offer(2, "Soudeur TIG inox alimentaire", "Ateliers Brumelande") with
            {
                Published = Day.AddDays(6),
            }
        );
    }

    [Fact]
    public void Group_HiddenEmployerBetweenTwoNamed_JoinsNeither()
    {
        AssertApart(
            Offer(1, "Soudeur TIG inox alimentaire", "Ateliers Brumelande"),
            Offer(2, "Soudeur TIG inox alimentaire", "Confidentiel"),
            Offer(3, "Soudeur TIG inox alimentaire", "Cobalune")
        );
    }

    [Fact]
    public void Group_AgencyWithABareOccupation_IsAnotherMission()
    {
        AssertApart(
            Offer(1, "Technicien de maintenance", "Talents Ribambelle", reference: "903956364"),
            Offer(2, "Technicien de maintenance", "Talents Ribambelle", reference: "905139724") with
            {
                Published = Day.AddDays(3),
            },
            Offer(3, "Technicien de maintenance", "Talents Ribambelle", Mons, "901111111")
        );
    }

    [Fact]
    public void Group_NextReferencesOfAnAgency_AreOneTextForSeveralPlaces()
    {
        var groups = Group(
            Offer(1, "Soudeur TIG inox alimentaire", "Farandole Intérim", Namur, "900582317"),
            Offer(2, "Soudeur TIG inox alimentaire", "Farandole Intérim", Mons, "900582318")
        );

        Assert.Equal(OfferLikeness.NextReference, Assert.Single(Assert.Single(groups.SeveralPlaces).Links).Likeness);
        Assert.Empty(groups.Same);
    }

    [Theory]
    [InlineData("CPAS")]
    [InlineData("Administration communale")]
    [InlineData("École communale")]
    public void Group_WordForAnEmployer_IsOneInOneTownOnly(string employer)
    {
        Assert.Single(Group(Offer(1, "Infirmier en gériatrie", employer), Offer(2, "Infirmière en gériatrie", employer)).Same);
        AssertApart(Offer(1, "Infirmier en gériatrie", employer), Offer(2, "Infirmier en gériatrie", employer, Mons));
    }

    [Fact]
    public void Group_OtherContract_IsKeptApart() =>
        AssertApart(
            Offer(1, "Soudeur TIG inox", "Ateliers Brumelande") with
            {
                Contract = ContractKind.Student,
            },
            Offer(2, "Soudeur TIG inox", "Ateliers Brumelande") with
            {
                Contract = ContractKind.Permanent,
            }
        );

    [Theory]
    [InlineData(1, 3)]
    [InlineData(3, 1)]
    public void Group_PairSaidToBeTwo_IsNotJoinedThroughAThirdEither(long first, long second)
    {
        OfferKey[] offers = [.. Enumerable.Range(1, 4).Select(id => Offer(id, "Soudeur TIG inox", "Ateliers Brumelande"))];

        var groups = Grouper.Group(offers, [(first, second), (7, 1)]);

        Assert.NotEqual(groups.SameAs(1), groups.SameAs(3) ?? -1);
        Assert.All(groups.Same.Concat(groups.SeveralPlaces), g => Assert.False(g.Ids.Contains(1) && g.Ids.Contains(3)));
        Assert.Single(groups.Same);
    }

    [Fact]
    public void Group_SeveralTownsSaidToBeTwo_AreNotTogether()
    {
        OfferKey[] offers = [Offer(1, "Soudeur TIG inox", "Ateliers Brumelande"), Offer(2, "Soudeur TIG inox", "Ateliers Brumelande", Mons)];

        Assert.Single(Grouper.Group(offers, []).SeveralPlaces);
        Assert.Empty(Grouper.Group(offers, [(1, 2)]).SeveralPlaces);
    }

    [Fact]
    public void Group_OffersWithSeveralPlaces_AreOneOnlyWhereThePlacesAre()
    {
        var both = Offer(1, "Soudeur TIG inox", "Ateliers Brumelande") with { Towns = [Namur, Mons] };

        Assert.Single(Group(both, both with { Id = 2, Towns = [new OfferTown("7000", "MONS"), new OfferTown(null, "namur")] }).Same);
        AssertApart(both, both with { Id = 2, Towns = [Namur] });
        AssertApart(both, both with { Id = 2, Towns = [] });
    }

    [Fact]
    public void Group_AnyOrderAndAnyPartFirst_IsTheSame()
    {
        var offers = Many(3000, new Random(13));
        (long, long)[] distinctions = [.. Enumerable.Range(1, 200).Select(i => ((long)i, i + 7L))];
        var expected = Lines(Grouper.Group(offers, distinctions));

        for (var seed = 0; seed < 3; seed++)
        {
            OfferKey[] shuffled = [.. offers];
            new Random(seed).Shuffle(shuffled);
            Grouper.Group(shuffled[..1500], distinctions);
            Assert.Equal(expected, Lines(Grouper.Group(shuffled, distinctions.Reverse())));
        }

        Assert.NotEmpty(expected);
    }

    [Fact]
    public void Group_ManyOffers_KeepsItsRules()
    {
        var offers = Many(3000, new Random(7)).ToDictionary(o => o.Id);

        var groups = Grouper.Group(offers.Values, []);

        Assert.NotEmpty(groups.Same);
        Assert.NotEmpty(groups.SeveralPlaces);
        Assert.All(groups.Same, g => Assert.Single(g.Ids.Select(id => offers[id].Towns[0].Postcode).Distinct()));
        Assert.All(
            groups.SeveralPlaces,
            g => Assert.InRange(g.Ids.Select(id => offers[id].Employer).Where(e => e != "Confidentiel").Distinct().Count(), 1, 1)
        );
        Assert.All(groups.Same.Concat(groups.SeveralPlaces), g => Assert.Equal(g.Ids.Order(), g.Ids));
    }

    [Fact]
    public void Group_Nothing_IsNothing()
    {
        AssertApart();
        AssertApart(Offer(1, "", null) with { Towns = [], Published = null }, Offer(2, "", null) with { Towns = [], Published = null });
    }

    private static OfferKey Offer(long id, string title, string? employer, OfferTown? town = null, string? reference = null) =>
        new()
        {
            Id = id,
            Title = title,
            Employer = employer,
            Towns = [town ?? Namur],
            Published = Day,
            Reference = reference,
        };

    private static OfferGroups Group(params OfferKey[] offers) => Grouper.Group(offers, []);

    private static void AssertApart(params OfferKey[] offers)
    {
        var groups = Group(offers);

        Assert.Empty(groups.Same);
        Assert.Empty(groups.SeveralPlaces);
    }

    private static List<OfferKey> Many(int count, Random random)
    {
        string[] titles = ["Soudeur TIG inox", "Magasinier", "Comptable clients export", "Infirmier en gériatrie"];
        string?[] employers = ["Ateliers Brumelande", "Cobalune", "Farandole Intérim", "Confidentiel", "CPAS", "Vigier"];
        return
        [
            .. Enumerable
                .Range(1, count)
                .Select(id =>
                    Offer(id, $"{titles[random.Next(titles.Length)]} {random.Next(60)}", employers[random.Next(employers.Length)]) with
                    {
                        Towns = [new OfferTown($"{1000 + random.Next(6)}", null)],
                        Published = Day.AddDays(random.Next(40)),
                        Reference = random.Next(3) == 0 ? $"9000000{random.Next(60)}" : null,
                    }
                ),
        ];
    }

    private static List<string> Lines(OfferGroups groups) =>
        [.. groups.Same.Concat(groups.SeveralPlaces).Select(g => $"{string.Join(' ', g.Ids)}: {string.Join(' ', g.Links)}")];
}
