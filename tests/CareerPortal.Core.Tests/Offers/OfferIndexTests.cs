using CareerPortal.Offers;
using CareerPortal.Offers.Board;

namespace CareerPortal.Core.Tests.Offers;

public sealed class OfferIndexTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    [Theory]
    [InlineData("infirmière", "Infirmier (H/F/X)")]
    [InlineData("L’INFIRMIER", "Infirmier (H/F/X)")]
    [InlineData("aide soignante", "Aide-soignant(e)")]
    [InlineData("technicien d'entretien", "Technicienne d’entretien")]
    [InlineData("boulanger", "Boulangère")]
    [InlineData("cheffe de projet", "Chef de projet")]
    [InlineData("développeur c#", "Développeuse .NET")]
    [InlineData("heftruck", "Heftruckchauffeur (m/v/x)")]
    [InlineData("kinésithérapeutte", "Kinésithérapeute")]
    public void Find_WordInAnotherForm_FindsTheTitle(string text, string title)
    {
        var index = Index(Offer(1, title), Offer(2, "Menuisier"));

        var hits = Find(index, text);

        Assert.Equal([1], hits);
    }

    [Theory]
    [InlineData("vente", "Verte Colline")]
    [InlineData("vigile", "Vigier")]
    [InlineData("vigies", "Vigier")]
    [InlineData("lepeintre", "Peintre & fils")]
    public void Find_WordNearAnEmployersName_DoesNotFindIt(string text, string employer)
    {
        var index = Index(Offer(1, "Comptable", employer));

        var hits = Find(index, text);

        Assert.Empty(hits);
    }

    [Theory]
    [InlineData("boulangger", true)]
    [InlineData("macon", true)]
    [InlineData("masson", false)]
    public void Find_MisspeltWord_IsForgivenFromEightLettersOn(string text, bool isFound)
    {
        var index = Index(Offer(1, "Boulanger"), Offer(2, "Maçon"));

        var hits = Find(index, text);

        Assert.Equal(isFound, hits.Count > 0);
    }

    [Fact]
    public void Find_MisspeltWord_SaysWhatWasMeant()
    {
        var index = Index(Offer(1, "Boulanger"));

        var hits = index.Find(new OfferQuery { Text = "un Boulangger" }, Today);

        Assert.Equal("un boulanger", hits.Correction);
    }

    [Fact]
    public void Find_Phrase_WantsTheWordsInTheirOrder()
    {
        var index = Index(Offer(1, "Chef(fe) de rang"), Offer(2, "Chef de cuisine, rang 2"), Offer(3, "Rang de chef"));

        var hits = Find(index, "« chef de rang »");

        Assert.Equal([1], hits);
    }

    [Fact]
    public void Find_Exclusion_LeavesOutWhatHasIt()
    {
        var index = Index(
            Offer(1, "Cariste") with
            {
                Facts = Facts("Cariste") with { Contract = ContractKind.Temporary },
            },
            Offer(2, "Cariste", "Sud Intérim"),
            Offer(3, "Cariste de nuit"),
            Offer(4, "Cariste")
        );

        var hits = Find(index, "cariste -intérim -nuit");

        Assert.Equal([4], hits);
    }

    [Fact]
    public void Find_NameOfTheOccupation_FindsOffersOfItUnderAnotherTitleBehindThoseThatSayIt()
    {
        var index = Index(
            Offer(1, "Chargé de missions nocturnes") with
            {
                FamilyCode = "K2503",
                OccupationCode = "K2503",
            },
            Offer(2, "Agent de sécurité") with
            {
                FamilyCode = "K2503",
                OccupationCode = "K2503",
            },
            Offer(3, "Comptable") with
            {
                FamilyCode = "M1203",
            }
        );

        var hits = Find(index, "agent de sécurité");

        Assert.Equal([2, 1], hits);
    }

    [Theory]
    [InlineData("cuisinier CDI", 1)]
    [InlineData("cuisinier étudiant", 2)]
    [InlineData("cuisinier mi-temps", 3)]
    [InlineData("cuisinier télétravail", 4)]
    [InlineData("cuisinier permis C", 5)]
    public void Find_WordForACondition_ReadsItAsOne(string text, long expected)
    {
        var facts = Facts("Cuisinier");
        var index = Index(
            Offer(1, facts with { Contract = ContractKind.Permanent }),
            Offer(2, facts with { Contract = ContractKind.Student }),
            Offer(3, facts with { Regime = WorkRegime.PartTime }),
            Offer(4, facts with { Telework = TeleworkKind.Partly }),
            Offer(5, facts with { Licences = [new LabelledCode("C", "C")] })
        );

        var hits = Find(index, text);

        Assert.Equal([expected], hits);
    }

    [Fact]
    public void Find_TownAmongTheWords_PutsItFirstAndWhatIsNearBehind()
    {
        var index = Index(
            Offer(1, At("Cuisinier", "4000")),
            Offer(2, At("Cuisinier", "5100")),
            Offer(3, At("Cuisinier", "5000")),
            Offer(4, At("Menuisier", "5000"))
        );

        var hits = index.Find(new OfferQuery { Text = "cuisinier Namur" }, Today);

        Assert.Equal([3, 2], hits.Page.Select(h => h.Id));
        Assert.Equal("Namur", hits.PlaceName);
    }

    [Fact]
    public void Find_PlaceAndDistance_KeepsWhatIsWithinAndCountsWiderCircles()
    {
        var index = Index(
            Offer(1, At("Cuisinier", "5000")),
            Offer(2, At("Cuisinier", "4500")),
            Offer(3, At("Cuisinier", "4000")),
            Offer(4, "Cuisinier")
        );

        var hits = index.Find(
            new OfferQuery
            {
                Place = "5000",
                Kilometres = 5,
                Sort = OfferSort.Nearest,
            },
            Today
        );

        Assert.Equal([1], hits.Page.Select(h => h.Id));
        Assert.Equal(0, hits.Page[0].Kilometres);
        Assert.Equal([(10, 1), (15, 1), (20, 1), (30, 2), (50, 2), (75, 3), (100, 3)], hits.Wider);
    }

    [Theory]
    [InlineData("Namur", true)]
    [InlineData("namen", true)]
    [InlineData("5000 Namur", true)]
    [InlineData("Trifouillis-les-Oies", false)]
    public void Find_TypedPlace_SaysWhetherItIsKnown(string place, bool isKnown)
    {
        var index = Index(Offer(1, At("Cuisinier", "5000")));

        var hits = index.Find(new OfferQuery { Place = place }, Today);

        Assert.Equal(isKnown, hits.IsPlaceKnown);
        Assert.Single(hits.Page);
    }

    [Fact]
    public void Find_ChosenFacet_LeavesItsOwnFilterOutOfItsCounts()
    {
        var facts = Facts("Cuisinier");
        var index = Index(
            Offer(1, facts with { Contract = ContractKind.Permanent, Regime = WorkRegime.PartTime }),
            Offer(2, facts with { Contract = ContractKind.FixedTerm }),
            Offer(3, facts)
        );

        var hits = index.Find(Choosing(OfferFacet.Contract, nameof(ContractKind.Permanent), OfferQuery.Unstated), Today);

        Assert.Equal([3, 1], hits.Page.Select(h => h.Id));
        Assert.Equal([("-", 1, true), ("FixedTerm", 1, false), ("Permanent", 1, true)], Counts(hits, OfferFacet.Contract));
        Assert.Equal([("-", 1, false), ("PartTime", 1, false)], Counts(hits, OfferFacet.Regime));
    }

    [Fact]
    public void Find_OnePostSeenAgain_IsThereOnceByTheFirstThatPasses()
    {
        var facts = Facts("Cuisinier");
        var index = Index(
            Offer(1, facts with { Regime = WorkRegime.PartTime, Published = Today.AddDays(-2) }),
            Offer(2, facts with { Regime = WorkRegime.FullTime }) with
            {
                SameAs = 1,
            }
        );

        var all = index.Find(new OfferQuery(), Today);
        var partTime = index.Find(Choosing(OfferFacet.Regime, nameof(WorkRegime.PartTime)), Today);

        Assert.Equal(1, all.Total);
        Assert.Equal((2, 1), (all.Page[0].Id, all.Page[0].Others[0]));
        Assert.Equal([1], partTime.Page.Select(h => h.Id));
        Assert.Equal([("FullTime", 1, false), ("PartTime", 1, true)], Counts(partTime, OfferFacet.Regime));
    }

    [Fact]
    public void Find_NothingFound_SaysWhatEachFilterLess_WouldFind()
    {
        var index = Index(Offer(1, Facts("Cuisinier") with { Contract = ContractKind.Permanent }), Offer(2, Facts("Menuisier")));
        var query = Choosing(OfferFacet.Contract, nameof(ContractKind.Permanent)) with { Text = "menuisier" };

        var hits = index.Find(query, Today);

        Assert.Equal(0, hits.Total);
        Assert.Equal([("Text", 1), ("Contract", 1)], hits.Relaxed.Select(r => (r.Filter, r.Count)));
        Assert.Empty(hits.Relaxed[1].Without.Chosen);
    }

    [Fact]
    public void Find_EachSort_OrdersByIt()
    {
        var index = Index(
            Offer(1, At("Cuisinier", "4000") with { Pay = Monthly(3000), Published = Today.AddDays(-1) }),
            Offer(2, At("Cuisinier", "5000") with { Pay = new OfferPay(2_000, 2_000, "EUR", OfferPayPeriod.Hour), Published = Today.AddDays(-3) }),
            Offer(3, At("Cuisinier", "5300") with { Published = Today })
        );

        var orders = Enum.GetValues<OfferSort>()
            .Select(s =>
                Found(
                    index.Find(
                        new OfferQuery
                        {
                            Sort = s,
                            Place = "Namur",
                            Kilometres = 100,
                        },
                        Today
                    )
                )
            );

        Assert.Equal(["3,1,2", "3,1,2", "2,3,1", "2,1,3"], orders);

        static string Found(OfferHits hits) => string.Join(',', hits.Page.Select(h => h.Id));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(7, 3)]
    public void Find_WithinDays_CountsTodayAmongThem(int days, int expected)
    {
        var index = Index([.. new[] { 0, 1, 6, 7 }.Select((ago, i) => Offer(i + 1, Facts("Cuisinier") with { Published = Today.AddDays(-ago) }))]);

        var hits = index.Find(new OfferQuery { Days = days }, Today);

        Assert.Equal(expected, hits.Total);
    }

    [Theory]
    [InlineData("K2503", 2)]
    [InlineData("K25", 2)]
    [InlineData("k", 2)]
    [InlineData("M1203", 1)]
    [InlineData("Z", 0)]
    public void Find_OccupationByTheBeginningOfItsCode_FindsThatAndItsGroup(string code, int expected)
    {
        var index = Index(
            Offer(1, "Vigile") with
            {
                FamilyCode = "K2503",
            },
            Offer(2, "Agent") with
            {
                OccupationCode = "K2505",
                FamilyCode = "K2503",
            },
            Offer(3, "Comptable") with
            {
                FamilyCode = "M1203",
            }
        );

        var hits = index.Find(new OfferQuery { Occupation = code }, Today);

        Assert.Equal(expected, hits.Total);
    }

    [Fact]
    public void With_RevisedAndGoneOffers_AnswersAsTheyAreNow()
    {
        var index = Index(Offer(1, "Cuisinier"), Offer(2, "Menuisier"), Offer(3, "Comptable"), Offer(4, "Vendeur"));

        var now = index.With([
            new OfferChange(1, 11, null),
            new OfferChange(2, 12, Offer(2, "Boulanger")),
            new OfferChange(9, 13, Offer(9, "Cuisinier")),
        ]);

        Assert.Equal(("1", "9"), (string.Join(',', Find(index, "cuisinier")), string.Join(',', Find(now, "cuisinier"))));
        Assert.Empty(Find(now, "menuisier"));
        Assert.Equal([2], Find(now, "boulanger"));
        Assert.Equal((13, 4), (now.Sequence, now.Count));
    }

    [Fact]
    public void With_NewDoubleOfAnOldOffer_ShowsThemOnce()
    {
        var index = Index([.. Enumerable.Range(1, 40).Select(i => Offer(i, "Cuisinier"))]);

        var now = index.With([new OfferChange(100, 100, Offer(100, "Cuisinier") with { SameAs = 7 })]);

        Assert.Equal(40, now.Find(new OfferQuery(), Today).Total);
    }

    private static IReadOnlyList<long> Find(OfferIndex index, string text) =>
        [.. index.Find(new OfferQuery { Text = text }, Today).Page.Select(h => h.Id)];

    private static OfferQuery Choosing(OfferFacet facet, params IReadOnlyList<string> values) =>
        new() { Chosen = new Dictionary<OfferFacet, IReadOnlyList<string>> { [facet] = values } };

    private static IEnumerable<(string, int, bool)> Counts(OfferHits hits, OfferFacet facet) =>
        hits.Facets[facet].Select(c => (c.Value, c.Count, c.IsChosen));

    private static OfferFacts Facts(string title, string? employer = null) =>
        new()
        {
            Title = title,
            Employer = employer,
            Published = Today,
        };

    private static OfferFacts At(string title, string postcode) =>
        Facts(title) with
        {
            Places = [new OfferPlace { Label = postcode, Postcode = postcode }],
        };

    private static OfferPay Monthly(int euros) => new(euros * 100, euros * 100, "EUR", OfferPayPeriod.Month);

    private static OpenOffer Offer(long id, string title, string? employer = null) => Offer(id, Facts(title, employer));

    private static OpenOffer Offer(long id, OfferFacts facts) =>
        new()
        {
            Id = id,
            Sequence = id,
            Facts = facts,
        };

    private OfferIndex Index(params IReadOnlyList<OpenOffer> offers) => OfferIndex.Build(offers, board.Lore);
}
