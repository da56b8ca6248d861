using AngleSharp.Dom;
using Bunit;
using CareerPortal.Guides;
using CareerPortal.Web.Guides;
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
        var estimator = RenderWithin<Estimator>(Guide(), p => p.Add(e => e.Estimate, IncomeEstimate.Read(Defaults, null, null, null, null, null)));

        Assert.Equal("10", Field(estimator, "Estimator.Hours").GetAttribute("value"));
        Assert.Equal("6,5", Field(estimator, "Estimator.Rate").GetAttribute("value"));
        Assert.Contains("260", estimator.Find("[role=status]").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Estimator_WithFaults_TellsThemAtTheTopAndAtEachField()
    {
        var estimator = RenderWithin<Estimator>(Guide(), p => p.Add(e => e.Estimate, IncomeEstimate.Read(Defaults, "abc", "-3", "4", "1", "EUR")));

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
        var estimator = RenderWithin<Estimator>(Guide(), p => p.Add(e => e.Estimate, IncomeEstimate.Read(Defaults, hours, rate, "4", null, "EUR")));

        var begin = Text(said, "§", "§", "§").Split('§')[0];
        Assert.True(PlainTypography.Says(estimator.Find("[role=status]").Words(), begin), estimator.Find("[role=status]").Words());
    }

    private IElement Field(IRenderedComponent<CascadingValue<PublishedGuide>> estimator, string label) =>
        estimator.FindAll("input").First(i => PlainTypography.Comparer.Equals(i.Name(), Text(label)));
}
