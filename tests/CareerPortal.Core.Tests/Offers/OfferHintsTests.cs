using CareerPortal.Offers;
using CareerPortal.Offers.Board;
using CareerPortal.Testing.Offers;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Offers;

/// <summary>What is proposed while somebody types.</summary>
public sealed class OfferHintsTests(BoardFixture board) : IClassFixture<BoardFixture>
{
    private static readonly DateOnly Today = new(2026, 10, 1);
    private static readonly MadeOffers Made = new(5, 400, Today);

    private readonly OfferIndex _made = OfferIndex.Build(Made.All, board.Lore);

    [Fact]
    public void Hints_BeginningOfAWord_ProposesItWithItsAccentsAndItsCount()
    {
        var index = Index(Offer(1, "Infirmière de nuit"), Offer(2, "INFIRMIER"), Offer(3, "Informaticien"), Offer(4, "Comptable"));

        var hints = index.Hints(new OfferQuery(), "infir", [], Today);

        var hint = Assert.Single(hints);
        Assert.Equal((OfferHintKind.Word, 2), (hint.Kind, hint.Count));
        Assert.Contains(hint.Name, new[] { "infirmier", "infirmière" });
        Assert.Equal(2, index.CountOf(hint.Query, Today));
    }

    [Fact]
    public void Hints_SecondWord_IsOneThatStandsWithTheFirst()
    {
        var index = Index(Offer(1, "Aide soignante"), Offer(2, "Soudeur"), Offer(3, "Soudeur"), Offer(4, "Aide ménagère"));

        var hints = index.Hints(new OfferQuery(), "aide so", [], Today);

        Assert.Equal([("aide soignant", 1)], hints.Select(h => (h.Name, h.Count)));
    }

    [Theory]
    [InlineData("boul", true)]
    [InlineData("boulangerie du c", true)]
    [InlineData("bo", false)]
    [InlineData("coin", false)]
    [InlineData("boulangrie", false)]
    public void Hints_BeginningOfAnEmployersName_AloneProposesIt(string typed, bool isProposed)
    {
        var index = Index(Offer(1, "Vendeur", "Boulangerie du « Coin »"), Offer(2, "Vendeur", "Boulangerie du « Coin »"), Offer(3, "Vendeur"));

        var employers = index.Hints(new OfferQuery(), typed, [], Today).Where(h => h.Kind == OfferHintKind.Employer).ToList();

        Assert.Equal(isProposed, employers.Count == 1);
        Assert.All(employers, e => Assert.Equal(2, e.Count));
    }

    [Fact]
    public void Hints_Occupations_AreThoseWithOffersAlone()
    {
        var index = Index(Offer(1, "Pain") with { OccupationCode = "D1102" });

        var hints = index.Hints(new OfferQuery { Text = "boul" }, "boul", [("Boulanger", "D1102"), ("Bouliste", "L1401")], Today);

        var hint = Assert.Single(hints);
        Assert.Equal(("Boulanger", "D1102", null, 1), (hint.Name, hint.Query.Occupation, hint.Query.Text, hint.Count));
    }

    [Theory]
    [InlineData("nam", "Namur", "Namur")]
    [InlineData("NAMEN", "Namur", "Namur")]
    [InlineData("500", "5000 Namur", "5000")]
    public void PlaceHints_BeginningOfANameOrPostcode_ProposesThePlace(string typed, string name, string asked)
    {
        var index = Index(
            Offer(1, "Cuisinier") with
            {
                Facts = Facts("Cuisinier") with { Places = [new OfferPlace { Label = "NAMUR", Postcode = "5000" }] },
            }
        );

        var hints = index.PlaceHints(new OfferQuery(), typed, Today);

        var hint = Assert.Single(hints);
        Assert.Equal((name, asked, 1), (hint.Name, hint.Query.Place, hint.Count));
    }

    [Fact]
    public void Hints_BehindAVeil_CountWhatTheListShows()
    {
        var index = Index(Offer(1, "Cuisinier"), Offer(2, "Cuisinier"));

        var hint = Assert.Single(index.Hints(new OfferQuery(), "cuis", [], Today, new OfferVeil([1], [], false)));

        Assert.Equal(1, hint.Count);
    }

    [Property(MaxTest = 60)]
    public void Hints_AnythingTyped_AreFewAndCountedLikeTheList(int seed)
    {
        var random = new Random(seed);
        var offer = Made.All[random.Next(Made.All.Count)];
        var source = random.Next(3) switch
        {
            0 => offer.Facts.Title,
            1 => offer.Facts.Employer ?? "x",
            _ => "\"« -é'%_\\ a" + offer.Facts.Title,
        };
        var typed = source[..random.Next(source.Length + 1)];
        var query = new MadeQueries(Made, seed).Make("filters");

        var hints = _made.Hints(query, typed, [("A", "A"), ("M", "M")], Today);

        Assert.InRange(hints.Count, 0, 10);
        Assert.All(hints, h => Assert.Equal(h.Count, _made.Find(h.Query, Today).Total));
        Assert.All(hints, h => Assert.Equal((h.Query.Text, h.Query.Occupation), AskedBy(h)));
    }

    /// <summary>What the address of a proposal asks.</summary>
    private static (string?, string?) AskedBy(OfferHint hint)
    {
        var read = OfferAddress.Read(OfferAddress.Write(hint.Query).Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)));
        return (read.Text, read.Occupation);
    }

    private static OfferFacts Facts(string title, string? employer = null) =>
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
