using System.Globalization;
using CareerPortal.Offers.Board;

namespace CareerPortal.Core.Tests.Offers;

public sealed class OfferSearchQualityTests(BoardFixture board, ITestOutputHelper output) : IClassFixture<BoardFixture>
{
    private const double LeastGain = 0.94;
    private const double LeastSealed = 0.9;
    private const double MostVain = 0.005;

    [Fact]
    public void Find_GoldQueries_AnswersThemAndKeepsOutWhatMustNotBeFound()
    {
        var index = OfferIndex.Build(OfferGold.Offers(OfferGold.Folder), board.Lore);

        var figures = OfferGold.Judge(index, OfferGold.Queries(Path.Combine(OfferGold.Folder, "offer-queries.json")));

        Print("open", figures);
        foreach (var kind in figures.Verdicts.GroupBy(v => v.Query.Kind))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {kind.Key}: {kind.Average(v => v.Gain):0.000} of {kind.Count()}"));
        }

        Assert.Empty(figures.Broken.Select(v => $"« {v.Query.Q} » finds {string.Join(", ", v.Wrong)}"));
        Assert.True(figures.Gain >= LeastGain, string.Create(CultureInfo.InvariantCulture, $"nDCG@10 is {figures.Gain:0.0000}."));
        Assert.True(figures.Vain <= MostVain, string.Create(CultureInfo.InvariantCulture, $"{figures.Vain:0.0000} of the queries find nothing."));
    }

    /// <summary>Only totals are told: what nobody looks at can still be a measure tomorrow.</summary>
    [Fact]
    public void Find_SealedQueries_AnswersThemWell()
    {
        var index = OfferIndex.Build(OfferGold.Offers(OfferGold.Folder), board.Lore);

        var figures = OfferGold.Judge(index, OfferGold.Queries(Path.Combine(OfferGold.Folder, "offer-queries.sealed.json")));

        Print("sealed", figures);
        Assert.True(figures.Gain >= LeastSealed);
    }

    private void Print(string part, GoldFigures figures) =>
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{part}: nDCG@10 {figures.Gain:0.0000}, none {figures.Vain:0.0000}, "
                    + $"negatives {figures.Negatives - figures.Broken.Count} of {figures.Negatives}"
            )
        );
}
