using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Testing.Offers;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Offers;

/// <summary>What a reader has hidden: the list without it, and its counts.</summary>
public sealed class OfferVeilTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private static readonly DateOnly Today = new(2026, 10, 1);
    private static readonly MadeOffers Made = new(11, 500, Today);

    private readonly OfferIndex _made = OfferIndex.Build(Made.All, board.Lore);

    [Fact]
    public void Find_HiddenOffer_IsGoneWithTheWholePost()
    {
        var index = Index(Offer(1, "Cuisinier"), Offer(2, "Cuisinier") with { SameAs = 1 }, Offer(3, "Cuisinier"));

        var byFirst = index.Find(new OfferQuery(), Today, new OfferVeil([1], [], false));
        var byOther = index.Find(new OfferQuery(), Today, new OfferVeil([2], [], false));

        Assert.Equal([3], byFirst.Page.Select(h => h.Id));
        Assert.Equal([3], byOther.Page.Select(h => h.Id));
        Assert.Equal((1, 1), (byFirst.Total, byFirst.Veiled));
        Assert.Equal((1, 1), (byOther.Total, byOther.Veiled));
    }

    [Fact]
    public void Find_HiddenEmployer_IsGoneHoweverItIsWritten_AndTheSamePostByAnotherStays()
    {
        var index = Index(
            Offer(1, "Cuisinier", "Chez Léon"),
            Offer(2, "Serveur", "CHEZ LEON"),
            Offer(3, "Commis", "Chez Léontine"),
            Offer(4, "Cuisinier", "Interim Plus") with
            {
                SameAs = 1,
            }
        );

        var hits = index.Find(new OfferQuery(), Today, new OfferVeil([], [EmployerKey.Of("Chez Léon")], false));

        Assert.Equal([4, 3], hits.Page.Select(h => h.Id));
        Assert.Equal((2, 1), (hits.Total, hits.Veiled));
        Assert.Equal("Chez Léon", index.EmployerOf(EmployerKey.Of("chez leon")));
    }

    [Fact]
    public void Find_HiddenAgencies_LeaveTheFacetsToo()
    {
        var index = Index(
            Offer(1, "Cuisinier") with
            {
                Facts = Facts("Cuisinier", null) with { EmployerKind = EmployerKind.Agency, Contract = ContractKind.Temporary },
            },
            Offer(2, "Cuisinier") with
            {
                Facts = Facts("Cuisinier", null) with { EmployerKind = EmployerKind.Direct, Contract = ContractKind.Permanent },
            }
        );

        var hits = index.Find(new OfferQuery(), Today, new OfferVeil([], [], true));

        Assert.Equal([2], hits.Page.Select(h => h.Id));
        Assert.Equal([("Permanent", 1)], hits.Facets[OfferFacet.Contract].Select(c => (c.Value, c.Count)));
        Assert.Equal([("Direct", 1)], hits.Facets[OfferFacet.EmployerKind].Select(c => (c.Value, c.Count)));
    }

    [Fact]
    public void Find_LiftedVeil_ShowsAllAndMarksWhatIsBehindIt()
    {
        var index = Index(Offer(1, "Cuisinier"), Offer(2, "Cuisinier"));

        var hits = index.Find(new OfferQuery(), Today, new OfferVeil([1], [], false) { IsLifted = true });

        Assert.Equal((2, 1), (hits.Total, hits.Veiled));
        Assert.Equal([(2, false), (1, true)], hits.Page.Select(h => (h.Id, h.IsVeiled)));
    }

    [Fact]
    public void Find_VeilOverChanges_HoldsThere()
    {
        var index = Index([.. Enumerable.Range(1, 40).Select(i => Offer(i, "Cuisinier"))])
            .With([new OfferChange(100, 100, Offer(100, "Cuisinier", "Chez Léon")), new OfferChange(7, 101, null)]);

        var hits = index.Find(new OfferQuery(), Today, new OfferVeil([8], [EmployerKey.Of("Chez Léon")], false));

        Assert.Equal((38, 2), (hits.Total, hits.Veiled));
        Assert.Equal((true, false, true), (index.Holds(100), index.Holds(7), index.Holds(8)));
    }

    [Property(MaxTest = 60)]
    public void Find_AnyQuestionBehindAnyVeil_CountsWhatItShowsAndWhatItHides(int seed)
    {
        var random = new Random(seed);
        var query = new MadeQueries(Made, seed).Make(seed % 2 == 0 ? "filters" : "word") with { PageSize = OfferQuery.MostPageSize };
        var veil = new OfferVeil(
            [.. Made.All.Where(_ => random.Next(10) == 0).Select(o => o.Id)],
            [.. Made.All.Where(o => o.Facts.Employer is not null && random.Next(40) == 0).Select(o => EmployerKey.Of(o.Facts.Employer!))],
            random.Next(3) == 0
        );

        var all = _made.Find(query, Today);
        var shown = _made.Find(query, Today, veil);
        var lifted = _made.Find(query, Today, veil with { IsLifted = true });

        Assert.Equal(all.Total, shown.Total + shown.Veiled);
        Assert.Equal((all.Total, shown.Veiled), (lifted.Total, lifted.Veiled));
        Assert.Equal(shown.Total, _made.CountOf(query, Today, veil));
        Assert.DoesNotContain(shown.Page, h => h.IsVeiled || veil.Offers.Contains(h.Id));
        foreach (var facet in Enum.GetValues<OfferFacet>().Where(f => query.Chosen.GetValueOrDefault(f, []).Count == 0))
        {
            foreach (var count in shown.Facets[facet].Where(c => c.Count > 0).Take(3))
            {
                var narrowed = query with
                {
                    Chosen = query.Chosen.Append(KeyValuePair.Create(facet, (IReadOnlyList<string>)[count.Value])).ToDictionary(),
                };
                Assert.Equal(count.Count, _made.CountOf(narrowed, Today, veil));
            }
        }
    }

    private static OfferFacts Facts(string title, string? employer) =>
        new()
        {
            Title = title,
            Employer = employer,
            Published = Today,
        };

    private static OpenOffer Offer(long id, string title, string? employer = null) =>
        new()
        {
            Id = id,
            Sequence = id,
            Facts = Facts(title, employer),
        };

    private OfferIndex Index(params IReadOnlyList<OpenOffer> offers) => OfferIndex.Build(offers, board.Lore);
}
