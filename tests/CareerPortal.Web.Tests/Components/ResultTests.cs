using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.ResponseQuality;
using CareerPortal.Web.Quiz;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Components;

public sealed class ResultTests : ComponentTest
{
    private static readonly string[] QualityIds = ["detail", "rigueur", "patience"];

    [Theory]
    [InlineData(0, 0, 8)]
    [InlineData(61.4, 52.6, 70.2)]
    [InlineData(100, 94, 100)]
    public void Band_OfAScore_SaysAndDrawsItsInterval(double value, double low, double high)
    {
        var band = Render<ResultBand>(p => p.Add(b => b.Score, Score(low, high, Verdict.Good, value, 0, 0)));

        Assert.Equal(Text("Result.BandTitle", (int)Math.Round(value), (int)Math.Round(low), (int)Math.Round(high)), band.Find("svg").Name());
        var interval = band.FindAll("svg rect")[^1];
        var point = band.Find("svg line");
        var (x, width) = (Number(interval, "x"), Number(interval, "width"));
        Assert.InRange(Number(point, "x1"), x - 0.1, x + width + 0.1);
        Assert.InRange(x, 0, 100);
    }

    [Theory]
    [InlineData(30.4, 20.4, 10.4)]
    [InlineData(14.285, 14.285, 14.285)]
    [InlineData(0, 0, 0.4)]
    [InlineData(33.33, 33.33, 33.34)]
    public void Table_OfContributions_SumsToItsTotal(double first, double second, double third)
    {
        var score = Score(40, 60, Verdict.Partial, first, second, third);

        var table = Render<ContributionTable>(p => p.Add(t => t.Score, score));

        var points = table
            .FindAll("tbody td:nth-of-type(1)")
            .Select(c => decimal.Parse(c.Words().Split(' ')[0], CultureInfo.CurrentCulture))
            .ToList();
        var total = decimal.Parse(table.Find("tfoot td").Words().Split(' ')[0], CultureInfo.CurrentCulture);
        Assert.Equal(total, points.Sum());
        Assert.Equal(score.Shown, total);
    }

    [Fact]
    public void Table_OfContributions_NamesQualityAndStatus()
    {
        var table = Render<ContributionTable>(p => p.Add(t => t.Score, Score(40, 60, Verdict.Partial, 30, 20, 10)));

        Assert.Equal(3, table.FindAll("tbody th[scope=row]").Count(h => h.Words().Length > 0));
        Assert.Contains(Text("QualityStatusShort.ToCheck"), table.Find("tbody").Words(), StringComparison.Ordinal);
        Assert.All(table.FindAll("tbody svg"), s => Assert.Equal("true", s.GetAttribute("aria-hidden")));
    }

    [Theory]
    [InlineData(CarelessSigns.TooFast, "les réponses ont été données très vite")]
    [InlineData(CarelessSigns.TooFast | CarelessSigns.Contradictions, "certaines réponses se contredisent et les réponses ont été données très vite")]
    [InlineData(
        CarelessSigns.TooFast | CarelessSigns.Contradictions | CarelessSigns.SameAnswers,
        "vous avez donné la même réponse de nombreuses fois de suite, certaines réponses se contredisent et les réponses ont été données très vite"
    )]
    public void Notice_OfSeveralSigns_JoinsTheLastWithAnd(CarelessSigns signs, string said)
    {
        var notice = Render<CarelessNotice>(p => p.Add(n => n.Report, new ResponseReport(8, 8, -1, 0.5, 1, signs)));

        Assert.Contains(": " + said + ".", Wording.Plain(notice.Find("p").Words()), StringComparison.Ordinal);
    }

    private static CompatibilityScore Score(double low, double high, Verdict verdict, params double[] points) =>
        new(
            "relieur",
            points.Sum(),
            low,
            high,
            verdict,
            [.. points.Select((p, i) => new Contribution(QualityIds[i], p, Math.Max(p, 34), 4, 0.5, 0.4, 0.3, 0.5, QualityStatus.ToCheck, 3))],
            9
        );

    private static double Number(IElement element, string attribute) =>
        double.Parse(element.GetAttribute(attribute)!.TrimEnd('%'), CultureInfo.InvariantCulture);
}
