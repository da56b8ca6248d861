using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using CareerPortal.Wages;
using CareerPortal.Web.Guides.Sections;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Components;

public sealed class SalaryChartTests : ComponentTest
{
    [Fact]
    public void Chart_OfThreeRanges_DrawsABarAndARowForEach()
    {
        var chart = RenderWithin<SalaryChart>(
            Guide(
                Range(230_000, 270_000),
                Range(280_000, 340_000, level: ExperienceLevel.Experienced),
                Range(250_000, 400_000, status: WorkStatus.SelfEmployed)
            )
        );

        Assert.Equal(3, chart.FindAll("svg rect").Count);
        Assert.Equal(3, chart.FindAll("tbody tr").Count);
        Assert.NotEmpty(chart.Find("svg[role=img]").Name());
    }

    [Fact]
    public void Bars_OfTwoRanges_LieAsTheAmountsDo()
    {
        var chart = RenderWithin<SalaryChart>(Guide(Range(200_000, 300_000), Range(300_000, 400_000)));

        var bars = chart.FindAll("svg rect").Select(b => (X: Number(b, "x"), Width: Number(b, "width"))).ToList();
        Assert.Equal(bars[0].X + bars[0].Width, bars[1].X, 0.2);
        Assert.Equal(bars[0].Width, bars[1].Width, 0.2);
        Assert.All(bars, b => Assert.InRange(b.X + b.Width, 0, 100));
    }

    [Fact]
    public void Bar_OfARangeThatIsUpsideDown_IsNoNarrowerThanNothing()
    {
        var chart = RenderWithin<SalaryChart>(Guide(Range(300_000, 200_000)));

        var bar = chart.Find("svg rect");
        Assert.InRange(Number(bar, "width"), 1, 100);
        Assert.InRange(Number(bar, "x") + Number(bar, "width"), 0, 100);
    }

    [Fact]
    public void Floor_OfTheMonth_IsALineWithItsAmount()
    {
        var chart = RenderWithin<SalaryChart>(Guide(Range(230_000, 270_000)));

        var label = Assert.Single(
            chart.FindAll("svg text"),
            t => t.Words().Contains("2 111,89", StringComparison.Ordinal) || t.Words().Contains("2.111,89", StringComparison.Ordinal)
        );
        Assert.Single(chart.FindAll("svg line"), l => l.GetAttribute("x1") == label.GetAttribute("x"));
    }

    [Fact]
    public void Chart_WithoutAFloor_DrawsNoneAndSaysNothingAboutIt()
    {
        var chart = RenderWithin<SalaryChart>(Guide(Range(230_000, 270_000)) with { WageFloor = null });

        Assert.Single(chart.FindAll("svg rect"));
        Assert.DoesNotContain(Text("Salary.BelowNotice"), chart.Nodes.Select(n => n.Words()));
        Assert.Single(chart.FindAll("tbody tr"));
    }

    [Theory]
    [InlineData(180_000, 200_000, true)]
    [InlineData(200_000, 230_000, true)]
    [InlineData(211_189, 230_000, false)]
    [InlineData(230_000, 270_000, false)]
    public void Notice_OfPayBelowTheMinimum_IsShownWhereARangeGoesBelow(long low, long high, bool shown)
    {
        var chart = RenderWithin<SalaryChart>(Guide(Range(low, high)));

        Assert.Equal(shown, chart.FindAll("p").Any(p => PlainTypography.Comparer.Equals(p.Words(), Text("Salary.BelowNotice"))));
    }

    [Fact]
    public void PayByTheHour_InDollars_IsHeldAgainstTheHourlyMinimumWithAWord()
    {
        var chart = RenderWithin<SalaryChart>(Guide(Range(300, 1_000, PayPeriod.Hour, WorkStatus.Platform, "USD", ExperienceLevel.Any)));

        Assert.Contains(chart.FindAll("p"), p => PlainTypography.Comparer.Equals(p.Words(), Text("Salary.BelowNoticeForeign")));
        Assert.Contains("12,83", chart.Find("svg").Words(), StringComparison.Ordinal);
        Assert.Contains("$", chart.Find("tbody").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Hourly_OfAMonthlyAmount_IsItsShareOfTheHoursOfAMonth()
    {
        var chart = RenderWithin<SalaryChart>(Guide(Range(280_000, 320_000)));

        // 38 hours a week make 38 × 52 ÷ 12 = 164.67 hours a month.
        Assert.Equal("17 € – 19,43 €", chart.Find("tbody tr").Children[3].Words());
    }

    [Fact]
    public void Caption_OfTheChart_NamesSourceAndDayForPaperWhereTheTableIsNotPrinted()
    {
        var chart = RenderWithin<SalaryChart>(Guide(Range(230_000, 270_000), Range(280_000, 340_000, level: ExperienceLevel.Experienced)));

        Assert.True(PlainTypography.Comparer.Equals(chart.Find("figcaption .no-print").Words(), Text("Salary.SameInTable")));
        var cited = chart.Find("figcaption .on-paper");
        Assert.Single(cited.QuerySelectorAll("a.source-mark"));
        Assert.Contains("15 janvier 2026", cited.Words(), StringComparison.Ordinal);
    }

    private static double Number(IElement element, string attribute) =>
        double.Parse(element.GetAttribute(attribute)!.TrimEnd('%'), CultureInfo.InvariantCulture);
}
