using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.ResponseQuality;

namespace CareerPortal.Quiz.Tests.ResponseQuality;

public sealed class ResponseInspectorTests
{
    private static readonly string[] Asked = ["patience", "rigueur", "detail", "concentration", "autonomie", "logique", "adaptabilite", "curiosite"];

    private static readonly ResponseInspector Inspector = new(new ProfileEstimator(SmallBank.OfQualities()));

    [Fact]
    public void Inspect_EightIdenticalOfTwentyFour_IsFlagged()
    {
        var answers = Answers([.. Enumerable.Repeat(4, 8), .. Enumerable.Range(0, 16).Select(k => 2 + k % 3)]);

        var report = Inspector.Inspect(answers);

        Assert.Equal(8, report.LongestRun);
        Assert.True(report.Signs.HasFlag(CarelessSigns.SameAnswers));
        Assert.Equal(1.5, report.Widening);
    }

    [Fact]
    public void Inspect_ContradictingAnswers_FitWorseThanConsistentOnes()
    {
        List<Answer> Answer(int first, int second) =>
            [
                .. new[] { "rigueur", "contact", "effort", "stress" }.SelectMany(id =>
                    new[] { new Answer($"{id}-1", first), new Answer($"{id}-2", second), new Answer($"{id}-5", first) }
                ),
            ];

        Assert.True(Inspector.PersonFit(Answer(5, 5)) < Inspector.PersonFit(Answer(4, 2)));
        Assert.True(Inspector.Inspect(Answer(5, 5)).Signs.HasFlag(CarelessSigns.Contradictions));
    }

    /// <summary>Someone who describes little of everything is rare among those whom the norms come from, and contradicts nothing.</summary>
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 4)]
    public void Inspect_LowOrHighEverywhere_ContradictsNothing(int first, int second)
    {
        var bank = ItemBank.Load();
        var inspector = new ResponseInspector(new ProfileEstimator(bank));
        List<Answer> answers =
        [
            .. bank
                .Items.Where(item => !item.IsRetired)
                .GroupBy(item => item.QualityId)
                .Where(quality => Asked.Contains(quality.Key))
                .SelectMany(quality => quality.Take(3))
                .Select((item, k) => new Answer(item.Id, item.Coded(k % 2 == 0 ? first : second))),
        ];

        Assert.False(inspector.Inspect(answers).Signs.HasFlag(CarelessSigns.Contradictions));
        Assert.Equal(first < 3, inspector.PersonFit(answers) < ResponseInspector.LowestFit);
    }

    [Fact]
    public void Inspect_OnlySkippedQuestions_KnowsNoHaste()
    {
        var report = Inspector.Inspect([new Answer("rigueur-1", null), new Answer("rigueur-2", null)], [double.NaN, 0.3]);

        Assert.Equal(CarelessSigns.None, report.Signs);
    }

    [Theory]
    [InlineData(1.1, true)]
    [InlineData(3.0, false)]
    public void Inspect_MedianTime_DecidesHaste(double seconds, bool expected)
    {
        var answers = Answers([1, 4, 2, 5, 3, 4]);

        var report = Inspector.Inspect(answers, [.. Enumerable.Repeat(seconds, 6)]);

        Assert.Equal(expected, report.Signs.HasFlag(CarelessSigns.TooFast));
    }

    [Fact]
    public void Inspect_NothingAnswered_HasNoSign() => Assert.Equal(CarelessSigns.None, Inspector.Inspect([new Answer("rigueur-1", null)]).Signs);

    private static List<Answer> Answers(int[] values) =>
        [.. SmallBank.OfQualities().Items.Take(values.Length).Select((item, k) => new Answer(item.Id, values[k]))];
}
