using CareerPortal.Offers.Board;
using CareerPortal.Testing.Offers;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Offers;

/// <summary>What holds of any question and any offers.</summary>
public sealed class OfferIndexProperties(BoardFixture board) : IClassFixture<BoardFixture>
{
    private const int Offers = 600;

    private static readonly DateOnly Today = new(2026, 10, 1);
    private static readonly MadeOffers Made = new(7, Offers, Today);

    private readonly OfferIndex _index = OfferIndex.Build(Made.All, board.Lore);

    [Property(MaxTest = 100)]
    public void Find_AnyText_Answers(string? text)
    {
        var hits = _index.Find(
            new OfferQuery
            {
                Text = text,
                Place = text,
                Occupation = text,
                Page = int.MaxValue,
            },
            Today
        );

        Assert.Empty(hits.Page);
    }

    [Property(MaxTest = 100)]
    public void Find_FiveHundredCharactersOfAnything_Answers(int seed)
    {
        var random = new Random(seed);
        const string Signs = "aeé œ\"«»-–'’()/%&#+.4C\uD83D\uDE00\u0301 vendeur infirmier -intérim \"chef de";
        var text = string.Concat(Enumerable.Range(0, 500).Select(_ => Signs[random.Next(Signs.Length)]));

        var hits = _index.Find(new OfferQuery { Text = text }, Today);

        Assert.Equal(hits.Page.Count, Math.Min(hits.Total, 20));
    }

    [Property(MaxTest = 60)]
    public void Find_Filters_CountLikeOneByOne(int seed)
    {
        var query = new MadeQueries(Made, seed).Make("filters") with { IsPayStated = seed % 3 == 0, Occupation = seed % 4 == 0 ? "M" : null };

        var hits = _index.Find(query, Today);

        Assert.Equal(GroupsOf(Made.All.Where(o => Passes(o, query, null))), hits.Total);
        foreach (var (facet, counts) in hits.Facets)
        {
            var expected = Made
                .All.Where(o => Passes(o, query, facet))
                .SelectMany(o => ValuesOf(o, facet).Select(v => (Value: v, Group: o.SameAs ?? o.Id)))
                .Distinct()
                .CountBy(v => v.Value)
                .ToDictionary(StringComparer.Ordinal);
            Assert.Equal(expected, counts.Where(c => c.Count > 0).ToDictionary(c => c.Value, c => c.Count, StringComparer.Ordinal));
        }
    }

    [Property(MaxTest = 30)]
    public void Find_PageAfterPage_ShowsEachOfferOnceInOneOrder(int seed)
    {
        var queries = new MadeQueries(Made, seed);
        var query = queries.Make(MadeQueries.Kinds[(seed & 0xFFFF) % MadeQueries.Kinds.Count]) with { PageSize = 7 };

        var pages = AllOf(_index, query);
        var whole = AllOf(_index, query with { PageSize = 100 });

        Assert.Equal(whole, pages);
        Assert.Equal(pages.Count, pages.Distinct().Count());
        Assert.Equal(_index.Find(query, Today).Total, pages.Count);
    }

    [Property(MaxTest = 10)]
    public void With_AnyChanges_AnswersLikeAnIndexBuiltAnew(int seed)
    {
        var random = new Random(seed);
        var now = Made.All.ToDictionary(o => o.Id);
        var made = new MadeOffers(seed, Offers, Today);
        var index = _index;
        var sequence = (long)Offers;
        for (var round = 0; round < 5; round++)
        {
            var changes = new List<OfferChange>();
            for (var i = random.Next(60); i > 0; i--)
            {
                var id = random.NextInt64(1, Offers + 50);
                OpenOffer? offer = random.Next(3) == 0 ? null : made.Make(id, ++sequence);
                changes.Add(new OfferChange(id, ++sequence, offer));
                now.Remove(id);
                if (offer is not null)
                {
                    now[id] = offer;
                }
            }

            index = index.With(changes);
        }

        var anew = OfferIndex.Build(now.Values, board.Lore);

        foreach (var (_, query) in new MadeQueries(Made, seed).Take(MadeQueries.Kinds.Count * 2))
        {
            Assert.Equal(AllOf(anew, query), AllOf(index, query));
            var (ours, theirs) = (index.Find(query, Today), anew.Find(query, Today));
            Assert.Equal(theirs.Facets.SelectMany(f => f.Value), ours.Facets.SelectMany(f => f.Value));
            Assert.Equal((theirs.Total, theirs.Correction, theirs.IsLoose), (ours.Total, ours.Correction, ours.IsLoose));
            Assert.Equal(theirs.Wider, ours.Wider);
        }
    }

    [Fact]
    public void Find_WhileChangesComeIn_AnswersManyReadersAlike()
    {
        var queries = new MadeQueries(Made, 3).Take(60).Select(q => q.Query).ToList();
        var expected = queries.ConvertAll(q => string.Join(',', AllOf(_index, q)));
        var index = _index;

        Parallel.For(
            0,
            4,
            reader =>
            {
                if (reader == 0)
                {
                    for (var i = 0; i < 20; i++)
                    {
                        index = index.With([new OfferChange(i + 1, Offers + i, null)]);
                    }
                }

                Assert.Equal(expected, queries.Select(q => string.Join(',', AllOf(_index, q))));
            }
        );

        Assert.Equal(Offers - 20, index.Count);
    }

    private static List<long> AllOf(OfferIndex index, OfferQuery query)
    {
        var found = new List<long>();
        for (var page = 1; ; page++)
        {
            var hits = index.Find(query with { Page = page }, Today);
            found.AddRange(hits.Page.Select(h => h.Id));
            if (hits.Page.Count == 0)
            {
                return found;
            }
        }
    }

    private static int GroupsOf(IEnumerable<OpenOffer> offers) => offers.Select(o => o.SameAs ?? o.Id).Distinct().Count();

    private static bool Passes(OpenOffer offer, OfferQuery query, OfferFacet? without) =>
        (query.Days is not { } days || offer.Facts.Published > Today.AddDays(-days))
        && (!query.IsPayStated || offer.Facts.Pay is not null)
        && (
            query.Occupation is not { } code
            || (offer.OccupationCode ?? "").StartsWith(code, StringComparison.Ordinal)
            || (offer.FamilyCode ?? "").StartsWith(code, StringComparison.Ordinal)
        )
        && query.Chosen.All(c => c.Key == without || ValuesOf(offer, c.Key).Intersect(c.Value).Any());

    private static IEnumerable<string> ValuesOf(OpenOffer offer, OfferFacet facet)
    {
        var facts = offer.Facts;
        IEnumerable<string?> values = facet switch
        {
            OfferFacet.Province => facts.Places.Select(p => p.Province ?? p.Region),
            OfferFacet.Contract => [facts.Contract?.ToString()],
            OfferFacet.Regime => [facts.Regime?.ToString()],
            OfferFacet.Studies => facts.Studies.Select(s => s.Code),
            OfferFacet.Language => facts.Languages.Select(s => s.Code),
            OfferFacet.Experience => [facts.Experience?.ToString()],
            OfferFacet.Licence => facts.Licences.Select(s => s.Code),
            OfferFacet.Sector => facts.Sectors.Select(s => s.Code),
            OfferFacet.Telework => [facts.Telework?.ToString()],
            OfferFacet.EmployerKind => [facts.EmployerKind?.ToString()],
            OfferFacet.Board => [facts.Board],
            _ => [(offer.OccupationCode ?? offer.FamilyCode)?[..1]],
        };
        return values.OfType<string>().Distinct(StringComparer.Ordinal).DefaultIfEmpty(OfferQuery.Unstated);
    }
}
