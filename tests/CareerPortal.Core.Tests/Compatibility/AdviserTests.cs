using CareerPortal.Compatibility;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Quiz.ResponseQuality;
using CareerPortal.Testing;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Compatibility;

public sealed class AdviserTests : IDisposable
{
    private static readonly ItemBank Bank = ItemBank.Load();

    private readonly TestStore _store = new();

    private Adviser Adviser => Parts().Adviser;

    public void Dispose() => _store.Dispose();

    [Property(MaxTest = 100)]
    public void Score_AnyAnswers_IsTheSumOfItsContributions(int seed)
    {
        var score = Adviser.Judge(Random(seed)).Score;

        Assert.InRange(score.Compatibility, 0, 100);
        Assert.InRange(score.Compatibility, score.IntervalLow, score.IntervalHigh);
        Assert.Equal(score.Compatibility, score.Contributions.Sum(c => c.Points), 1e-9);
        Assert.All(score.Contributions, c => Assert.InRange(c.Points, 0, c.MaximumPoints + 1e-9));
        Assert.Equal(score.Shown, score.ShownPoints().Sum());
        Assert.Equal(100, score.ShownMaximums().Sum());
        Assert.All(score.ShownPoints().Zip(score.ShownMaximums()), p => Assert.True(p.First <= p.Second, $"{p}"));
    }

    [Property(MaxTest = 20)]
    public bool Score_SameAnswers_IsTheSame(int seed) =>
        Adviser.Judge(Random(seed)).Score.Compatibility.Equals(Parts().Adviser.Judge(Random(seed)).Score.Compatibility);

    [Fact]
    public void Score_QuestionThatTheBankNoLongerHas_IsLeftOut()
    {
        var quiz = Random(1);
        var withOld = quiz with { Answers = [.. quiz.Answers, new GivenAnswer("disparu-9", 5, quiz.ExpiresUtc)] };

        Assert.Equal(Adviser.Judge(quiz).Score.Compatibility, Adviser.Judge(withOld).Score.Compatibility);
    }

    [Fact]
    public void Score_SkippedQuestions_WeighNothing()
    {
        var quiz = Random(1);
        var none = quiz with { Answers = [] };
        var skipped = quiz with { Answers = [.. quiz.Answers.Select(g => g with { Value = null })] };

        Assert.Equal(Adviser.Judge(none).Score.Compatibility, Adviser.Judge(skipped).Score.Compatibility);
        Assert.Equal(0, Adviser.Judge(skipped).Score.AnswerCount);
    }

    [Fact]
    public void Score_BestAnswersAndWorst_LieApart()
    {
        var quiz = Random(1) with { Requirements = [Required("detail", 5, 4), Required("patience", 4, 4)] };
        var items = Bank.Items.Where(i => i.QualityId is "detail" or "patience").ToList();

        var best = Adviser.Judge(quiz with { Answers = Answers(items.Select(i => (i.Id, (int?)(i.Reversed ? 1 : 5)))) }).Score;
        var worst = Adviser.Judge(quiz with { Answers = Answers(items.Select(i => (i.Id, (int?)(i.Reversed ? 5 : 1)))) }).Score;

        Assert.True(best.IntervalLow > worst.IntervalHigh, $"{best.IntervalLow} against {worst.IntervalHigh}");
    }

    [Fact]
    public void Judge_AnswersInHaste_WidensTheIntervalAndSaysWhy()
    {
        var quiz = Random(3) with { Requirements = [Required("detail", 5, 4), Required("patience", 4, 4)] };
        var items = Bank.Items.Where(i => i.QualityId is "detail" or "patience").Take(8).ToList();
        var calm = quiz with { Answers = Answers(items.Select((i, at) => (i.Id, (int?)i.Coded(3 + at % 2)))) };
        var hasty = calm with
        {
            Answers = [.. calm.Answers.Select((g, at) => g with { AnsweredUtc = TestStore.Start.UtcDateTime.AddMilliseconds(300 * at) })],
        };

        var (slow, fast) = (Adviser.Judge(calm), Adviser.Judge(hasty));

        Assert.False(slow.Answers.IsFlagged);
        Assert.Equal(CarelessSigns.TooFast, fast.Answers.Signs);
        Assert.Equal(slow.Score.Compatibility, fast.Score.Compatibility);
        Assert.True(fast.Score.IntervalWidth > slow.Score.IntervalWidth);
    }

    [Fact]
    public void Judge_QualitiesNotAcquired_NamesThoseThatWouldChangeMost()
    {
        var quiz = Random(3) with { Requirements = [Required("detail", 5, 4), Required("patience", 2, 4)] };
        var items = Bank.Items.Where(i => i.QualityId is "detail" or "patience").GroupBy(i => i.QualityId).SelectMany(g => g.Take(3));

        var result = Adviser.Judge(quiz with { Answers = Answers(items.Select(i => (i.Id, (int?)3))) });

        Assert.Equal(["detail", "patience"], result.Changes.Select(c => c.QualityId));
        Assert.True(result.Changes[0].Gain > result.Changes[1].Gain);
        Assert.DoesNotContain(QualityStatus.Acquired, result.Changes.Select(c => c.Status));
    }

    [Fact]
    public void Judge_AnswersInHaste_SaysLessOfEachQuality()
    {
        var quiz = Random(3) with { Requirements = [Required("detail", 5, 3)] };
        var items = Bank.Items.Where(i => i.QualityId is "detail").Take(3).ToList();
        var calm = quiz with { Answers = Answers(items.Select((i, at) => (i.Id, (int?)i.Coded(4 + at % 2)))) };
        var hasty = calm with
        {
            Answers = [.. calm.Answers.Select((g, at) => g with { AnsweredUtc = TestStore.Start.UtcDateTime.AddMilliseconds(300 * at) })],
        };

        var (slow, fast) = (Adviser.Judge(calm).Score.Contributions[0], Adviser.Judge(hasty).Score.Contributions[0]);

        Assert.Equal(slow.Mean, fast.Mean);
        Assert.Equal(1.5 * slow.StandardError, fast.StandardError, 1e-12);
        Assert.True(fast.ProbabilityMeets < slow.ProbabilityMeets);
    }

    [Theory]
    [InlineData(8, 0, true)]
    [InlineData(7, 0, false)]
    [InlineData(18, 2, true)]
    [InlineData(8, 2, false)]
    public void Judge_SameAnswerNearlyEverywhere_IsUniform(int same, int others, bool uniform)
    {
        var items = Bank.Items.Where(i => i.Kind != ItemKind.Interest).Take(same + others).Select((i, at) => (i.Id, (int?)(at < same ? 4 : 2)));

        Assert.Equal(uniform, Adviser.Judge(Random(1) with { Answers = Answers(items) }).IsUniform);
    }

    private QuizParts Parts() => new(_store, _store.Time, Bank);

    private static QuizProgress Random(int seed)
    {
        var random = new Random(seed);
        var qualities = QualityIds.All.ToArray();
        random.Shuffle(qualities);
        var requirements = qualities
            .Take(random.Next(1, 12))
            .Select(q => Required(q, random.Next(1, 6), random.Next(1, 6), random.Next(4) == 0 ? random.NextDouble() : 0))
            .ToList();
        var plan = Bank.Items.Where(i => requirements.Exists(r => r.QualityId == i.QualityId) && random.Next(2) == 0).Select(i => i.Id).ToList();
        return new QuizProgress
        {
            Code = ResumeCode.New(),
            OccupationCode = "relieur",
            Requirements = requirements,
            Answers = Answers(plan.Select(id => (id, random.Next(8) == 0 ? (int?)null : random.Next(1, 6)))),
            Next = null,
            IsFinished = true,
            Expected = plan.Count,
            Seed = (ulong)seed,
            ExpiresUtc = TestStore.Start.UtcDateTime,
            EngineVersion = "1",
            BankVersion = "1",
        };
    }

    /// <summary>As many answers, half a minute apart.</summary>
    private static List<GivenAnswer> Answers(IEnumerable<(string Item, int? Value)> given) =>
        [.. given.Select((g, at) => new GivenAnswer(g.Item, g.Value, TestStore.Start.UtcDateTime.AddSeconds(30 * at)))];

    private static Occupations.Requirement Required(string quality, int importance, int level, double surplus = 0) =>
        new()
        {
            QualityId = quality,
            Importance = importance,
            Level = level,
            Surplus = surplus,
            Origin = RequirementOrigin.Counsellor,
        };
}
