using AngleSharp.Dom;
using Bunit;
using CareerPortal.Guides;
using CareerPortal.Wages;
using CareerPortal.Web.Guides.Sections;
using CareerPortal.Web.Tests.Pages;
using Microsoft.AspNetCore.Components;

namespace CareerPortal.Web.Tests.Components;

public sealed class EstimatorTests : ComponentTest
{
    private static readonly EstimatorDefaults Defaults = new(10, 300, 1_000, "USD", 4, SourceCode, new DateOnly(2026, 1, 15));

    [Fact]
    public void Estimator_Untouched_ShowsTheGuidesOwnFigures()
    {
        var estimator = RenderWithin<Estimator>(
            Guide(),
            p => p.Add(e => e.Estimate, IncomeEstimate.Read(Defaults, null, null, null, null, null, null))
        );

        Assert.Equal("10", Field(estimator, "Estimator.Hours").GetAttribute("value"));
        Assert.Equal("6,5", Field(estimator, "Estimator.Rate").GetAttribute("value"));
        Assert.Contains("260", estimator.Find("[role=status]").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Estimator_WithFaults_TellsThemAtTheTopAndAtEachField()
    {
        var estimator = RenderWithin<Estimator>(
            Guide(),
            p => p.Add(e => e.Estimate, IncomeEstimate.Read(Defaults, null, "abc", "-3", "4", "1", "EUR"))
        );

        Assert.Equal(["#heures", "#tarif"], estimator.FindAll("[role=alert] a").Select(a => a.GetAttribute("href")));
        Assert.Equal("true", Field(estimator, "Estimator.Hours").GetAttribute("aria-invalid"));
        Assert.Null(Field(estimator, "Estimator.Weeks").GetAttribute("aria-invalid"));
        Assert.Empty(estimator.FindAll("[role=status]"));
    }

    [Theory]
    [InlineData("10", "12,83", "Estimator.Above")]
    [InlineData("10", "12,82", "Estimator.Below")]
    public void Estimator_InEuro_HoldsTheSumAgainstTheMinimum(string hours, string rate, string said)
    {
        var estimator = RenderWithin<Estimator>(
            Guide(),
            p => p.Add(e => e.Estimate, IncomeEstimate.Read(Defaults, null, hours, rate, "4", null, "EUR"))
        );

        var begin = Text(said, "§", "§", "§").Split('§')[0];
        Assert.True(PlainTypography.Says(estimator.Find("[role=status]").Words(), begin), estimator.Find("[role=status]").Words());
    }

    [Fact]
    public void Estimator_InDollarsWithAStoredRate_GivesEurosWithTheDayOfTheRate()
    {
        var estimator = RenderWithin<Estimator>(
            Guide() with
            {
                ExchangeRate = Rate,
            },
            p => p.Add(e => e.Estimate, IncomeEstimate.Read(Defaults, Rate, "10", "10", "4", null, "USD"))
        );

        Assert.Equal("0,8", Field(estimator, "Estimator.Exchange").GetAttribute("value"));
        Assert.Contains("400 $", estimator.Find("[role=status] .figure-value").Words(), StringComparison.Ordinal);
        Assert.Equal("Soit 320 € : au taux du 15 janvier 2026, un dollar vaut 0,8 euro.", estimator.Find(".in-euro").Words());
        Assert.Contains("1 € = 1,25 $", estimator.Find("#taux-aide").Words(), StringComparison.Ordinal);
        Assert.Contains("12,83 €", estimator.Find(".floor-words").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Estimator_InDollarsWithARateOfOnesOwn_DoesNotDateIt()
    {
        var estimator = RenderWithin<Estimator>(
            Guide() with
            {
                ExchangeRate = Rate,
            },
            p => p.Add(e => e.Estimate, IncomeEstimate.Read(Defaults, Rate, "10", "10", "4", "0,9", "USD"))
        );

        Assert.Equal("Soit 360 €, si un dollar vaut 0,9 euro.", estimator.Find(".in-euro").Words());
    }

    [Fact]
    public void Estimator_InDollarsWithoutAnyRate_ComparesNothing()
    {
        var estimator = RenderWithin<Estimator>(
            Guide(),
            p => p.Add(e => e.Estimate, IncomeEstimate.Read(Defaults, null, "10", "10", "4", null, "USD"))
        );

        Assert.Empty(estimator.FindAll("[role=alert], .in-euro, .floor-words"));
        Assert.Contains("400 $", estimator.Find("[role=status]").Words(), StringComparison.Ordinal);
        Assert.True(PlainTypography.Says(estimator.Find("#taux-aide").Words(), Text("Estimator.ExchangeUnknown")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Estimator_WithAnOldRate_SaysToCheckIt(bool old)
    {
        var estimator = RenderWithin<Estimator>(
            Guide() with
            {
                ExchangeRate = Rate,
                ExchangeRateIsDoubtful = old,
            },
            p => p.Add(e => e.Estimate, IncomeEstimate.Read(Defaults, Rate, null, null, null, null, null))
        );

        Assert.Equal(old, PlainTypography.Says(estimator.Find("#taux-aide").Words(), Text("Estimator.ExchangeOld")));
    }

    [Fact]
    public void Estimator_WithFieldsSentEmpty_SaysWhichUsualValuesItTook()
    {
        var estimator = RenderWithin<Estimator>(Guide(), p => p.Add(e => e.Estimate, IncomeEstimate.Read(Defaults, null, "", " ", "4", null, "EUR")));

        Assert.Equal(
            [
                "Heures par semaine : vous n'avez rien écrit. Le calcul prend la valeur habituelle, 10.",
                "Gain par heure : vous n'avez rien écrit. Le calcul prend la valeur habituelle, 6,5.",
            ],
            estimator.FindAll("[role=status] .usual").Select(p => Wording.Plain(p.Words()))
        );
    }

    [Fact]
    public void Estimator_Untouched_SpeaksOfNoEmptyField()
    {
        var estimator = RenderWithin<Estimator>(
            Guide(),
            p => p.Add(e => e.Estimate, IncomeEstimate.Read(Defaults, null, null, null, null, null, null))
        );

        Assert.Empty(estimator.FindAll(".usual"));
    }

    private static ExchangeRate Rate =>
        new()
        {
            Currency = "USD",
            On = new DateOnly(2026, 1, 15),
            UnitsPerEuro = 1.25m,
            Source = SourceCode,
        };

    private IElement Field(IRenderedComponent<CascadingValue<PublishedGuide>> estimator, string label) =>
        estimator.FindAll("input").First(i => PlainTypography.Comparer.Equals(i.Name(), Text(label)));
}
