using CareerPortal.Compatibility;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;
using CareerPortal.TestData;
using FsCheck.Xunit;

namespace CareerPortal.Core.Tests.Compatibility;

public sealed class AdviserTests
{
    private static readonly ItemBank Bank = ItemBank.Load();
    private static readonly Adviser Adviser = new(Bank);

    [Property(MaxTest = 100)]
    public void Score_AnyAnswers_IsTheSumOfItsContributions(int seed)
    {
        var score = Adviser.Score(Random(seed));

        Assert.InRange(score.Compatibility, 0, 100);
        Assert.InRange(score.Compatibility, score.IntervalLow, score.IntervalHigh);
        Assert.Equal(score.Compatibility, score.Contributions.Sum(c => c.Points), 1e-9);
        Assert.All(score.Contributions, c => Assert.InRange(c.Points, 0, c.MaximumPoints + 1e-9));
        Assert.Equal(score.Shown, score.ShownPoints().Sum());
    }

    [Property(MaxTest = 20)]
    public bool Score_SameAnswers_IsTheSame(int seed) =>
        Adviser.Score(Random(seed)).Compatibility.Equals(new Adviser(Bank).Score(Random(seed)).Compatibility);

    [Fact]
    public void Score_QuestionThatTheBankNoLongerHas_IsLeftOut()
    {
        var quiz = Random(1);
        var withOld = quiz with { Answers = quiz.Answers.Append(new("disparu-9", 5)).ToDictionary() };

        Assert.Equal(Adviser.Score(quiz).Compatibility, Adviser.Score(withOld).Compatibility);
    }

    [Fact]
    public void Score_SkippedQuestions_WeighNothing()
    {
        var quiz = Random(1);
        var none = quiz with { Answers = new Dictionary<string, int?>() };
        var skipped = quiz with { Answers = quiz.Plan.ToDictionary(id => id, _ => (int?)null) };

        Assert.Equal(Adviser.Score(none).Compatibility, Adviser.Score(skipped).Compatibility);
        Assert.Equal(0, Adviser.Score(skipped).AnswerCount);
    }

    [Fact]
    public void Score_BestAnswersAndWorst_LieApart()
    {
        var quiz = Random(1) with { Requirements = [Required("detail", 5, 4), Required("patience", 4, 4)] };
        var items = Bank.Items.Where(i => i.QualityId is "detail" or "patience").ToList();

        var best = Adviser.Score(quiz with { Answers = items.ToDictionary(i => i.Id, i => (int?)(i.Reversed ? 1 : 5)) });
        var worst = Adviser.Score(quiz with { Answers = items.ToDictionary(i => i.Id, i => (int?)(i.Reversed ? 5 : 1)) });

        Assert.True(best.IntervalLow > worst.IntervalHigh, $"{best.IntervalLow} against {worst.IntervalHigh}");
    }

    private static QuizProgress Random(int seed)
    {
        var random = new Random(seed);
        var qualities = QualityIds.All.ToArray();
        random.Shuffle(qualities);
        var requirements = qualities.Take(random.Next(1, 12)).Select(q => Required(q, random.Next(1, 6), random.Next(1, 6), random.Next(4) == 0 ? random.NextDouble() : 0)).ToList();
        var plan = Bank.Items.Where(i => requirements.Exists(r => r.QualityId == i.QualityId) && random.Next(2) == 0).Select(i => i.Id).ToList();
        return new QuizProgress
        {
            Code = ResumeCode.New(),
            OccupationCode = "relieur",
            Requirements = requirements,
            Plan = plan,
            Answers = plan.ToDictionary(id => id, _ => random.Next(8) == 0 ? (int?)null : random.Next(1, 6)),
            ExpiresUtc = TestStore.Start.UtcDateTime,
            EngineVersion = "1",
            BankVersion = "1",
        };
    }

    private static Requirement Required(string quality, int importance, int level, double surplus = 0) =>
        new() { QualityId = quality, Importance = importance, Level = level, Surplus = surplus, Origin = RequirementOrigin.Counsellor };
}
