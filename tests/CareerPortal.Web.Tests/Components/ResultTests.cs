using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using CareerPortal.Compatibility;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.ResponseQuality;
using CareerPortal.Web.Guidance;
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
        var interval = band.Find("svg rect.interval");
        var point = band.Find("svg line.point");
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

    [Theory]
    [InlineData(30, 74, "Distant", "Good")]
    [InlineData(36, 90, "Partial", "Strong")]
    public void Band_OfAnOpenResult_HasWordsAndNoPercentage(double low, double high, string lowest, string highest)
    {
        var band = Render<ResultBand>(p => p.Add(b => b.Score, Score(low, high, Verdict.Indeterminate, 60, 0, 0)));

        Assert.DoesNotContain("%", band.Find("figure").Words(), StringComparison.Ordinal);
        Assert.Empty(band.FindAll(".point"));
        Assert.Equal(Text("Result.BandWords", Text($"VerdictShort.{lowest}"), Text($"VerdictShort.{highest}")), band.Find("svg").Name());
    }

    [Fact]
    public void Table_OfContributions_NamesQualitiesAndNoStatus()
    {
        var table = Render<ContributionTable>(p => p.Add(t => t.Score, Score(40, 60, Verdict.Partial, 30, 20, 10)));

        Assert.Equal(3, table.FindAll("tbody th[scope=row]").Count(h => h.Words().Length > 0));
        Assert.All(Enum.GetValues<QualityStatus>(), s => Assert.DoesNotContain(Text($"QualityStatus.{s}"), table.Markup, StringComparison.Ordinal));
        Assert.All(table.FindAll("tbody svg"), s => Assert.Equal("true", s.GetAttribute("aria-hidden")));
    }

    /// <summary>Drawing, words and group of a quality say the same: where the bar lies to the line.</summary>
    [Theory]
    [InlineData(1.9, 0.3, QualityStatus.Acquired, "énormément", "énormément")]
    [InlineData(0.9, 0.4, QualityStatus.ToCheck, "assez", "beaucoup")]
    [InlineData(-0.8, 0.4, QualityStatus.ToDevelop, "un peu", "un peu")]
    public void Chart_OfAQuality_DrawsAndSaysWhatItsGroupSays(double mean, double error, QualityStatus status, string low, string high)
    {
        var part = new Contribution("patience", 10, 100, 4, 1, mean, error, 0.5, status, 2);
        var score = new CompatibilityScore("relieur", 10, 5, 15, Verdict.Distant, [part], 2);

        var chart = Render<QualityChart>(p => p.Add(c => c.Score, score));

        var (line, bar) = (Number(chart.Find(".level-scale .from"), "x1"), chart.Find(".level-scale .likely"));
        var (from, to) = (Number(bar, "x"), Number(bar, "x") + Number(bar, "width"));
        Assert.Equal(
            from >= line ? QualityStatus.Acquired
                : to <= line ? QualityStatus.ToDevelop
                : QualityStatus.ToCheck,
            status
        );
        Assert.Equal(Text($"QualityStatus.{status}"), chart.Find("h3").Words());
        var you = low == high ? Text("Level.You", low) : Text("Level.YouBetween", low, high);
        Assert.Equal(Wording.Plain($"{you} {Text("Level.Asked", "beaucoup")}"), Wording.Plain(chart.Find(".level-scale + p").Words()));
        Assert.Equal("true", chart.Find(".level-scale").GetAttribute("aria-hidden"));
        Assert.DoesNotContain("%", chart.Find("section").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Chart_OfAQualityWithoutAnAnswer_DrawsNoPerson()
    {
        var part = new Contribution("patience", 10, 100, 4, 1, 0, 1, 0.4, QualityStatus.ToCheck, 0);

        var chart = Render<QualityChart>(p => p.Add(c => c.Score, new CompatibilityScore("relieur", 10, 5, 15, Verdict.Distant, [part], 2)));

        Assert.Empty(chart.FindAll(".level-scale :is(.likely, .margin)"));
        Assert.Contains(Wording.Plain(Text("Level.YouNotAsked")), Wording.Plain(chart.Find("li p").Words()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("patience-1", "Skipped")]
    [InlineData("detail-1", "NotAsked")]
    public void Chart_OfAQualityWithoutAnAnswer_TellsSkippedFromNotAsked(string asked, string kind)
    {
        var part = new Contribution("patience", 10, 100, 4, 1, 0, 1, 0.4, QualityStatus.NotAsked, 0);
        var score = new CompatibilityScore("relieur", 10, 5, 15, Verdict.Distant, [part], 2);

        var chart = Render<QualityChart>(p => p.Add(c => c.Score, score).Add(c => c.Quiz, Quiz(asked)));

        Assert.Equal(Text($"QualityStatus.{kind}"), Wording.Plain(chart.Find("h3").Words()));
    }

    /// <summary>No band between two others is passed over: that of the central value is named, and the others as not ruled out.</summary>
    [Theory]
    [InlineData(30, 74, 50, "Vos réponses vont plutôt avec « en partie », mais « éloigné » et « proche » ne sont pas exclus")]
    [InlineData(30, 90, 60, "Vos réponses vont plutôt avec « proche », mais « éloigné », « en partie » et « très proche » ne sont pas exclus")]
    [InlineData(36, 70, 50, "Vos réponses vont aussi bien avec « en partie » qu'avec « proche »")]
    public void Result_OpenOverSeveralBands_NamesThemAll(double low, double high, double value, string said)
    {
        ComponentFactories.AddStub<NextStepSection>();
        var score = Score(low, high, Verdict.Indeterminate, value, 0, 0);
        var result = new QuizResult(score, new ResponseReport(8, 8, -1, 0.5, 1, CarelessSigns.None), []) { IsProvisional = false };

        var page = Render<OccupationResult>(p => p.Add(r => r.Quiz, Quiz("detail-1")).Add(r => r.Result, result).Add(r => r.Summary, Summary()));

        Assert.Contains(Wording.Plain(said), Wording.Plain(page.Find("section").Words()), StringComparison.Ordinal);
    }

    private static QuizProgress Quiz(string skipped) =>
        new()
        {
            Code = ResumeCode.New(),
            OccupationCode = "relieur",
            Requirements = [],
            Answers = [new GivenAnswer(skipped, null, DateTime.UnixEpoch)],
            Next = null,
            IsFinished = true,
            Expected = 1,
            Seed = 1,
            ExpiresUtc = DateTime.UnixEpoch,
            EngineVersion = "2.0",
            BankVersion = "1",
        };

    /// <summary>A sentence for each direction, with the dimension's own words, leading to the answers it rests on.</summary>
    [Theory]
    [InlineData("interest-e", ReasonDirection.Neither, "Vous aimez peu entreprendre et convaincre ; ce métier en demande peu.")]
    [InlineData("interest-i", ReasonDirection.Both, "Vous aimez chercher et analyser ; ce métier en donne l'occasion.")]
    [InlineData("patience", ReasonDirection.More, "Patience : ce métier en demande plus que vous n'en décrivez.")]
    [InlineData("interest-a", ReasonDirection.Less, "Vous aimez créer plus que ce métier n'en donne l'occasion.")]
    public void Reason_OfADirection_IsSaidAndLeadsToItsAnswers(string id, ReasonDirection direction, string said)
    {
        var list = Render<ReasonList>(p => p.Add(l => l.Reasons, [new SuggestionReason(id, direction, [])]));

        Assert.Equal(said, Wording.Plain(list.Find("li").Words()), ignoreLineEndingDifferences: true);
        Assert.Equal($"#trait-{id}", list.Find("li a").GetAttribute("href"));
        Assert.Equal(Text(direction is ReasonDirection.Both or ReasonDirection.Neither ? "Suggest.For" : "Suggest.Against"), list.Find("h3").Words());
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
