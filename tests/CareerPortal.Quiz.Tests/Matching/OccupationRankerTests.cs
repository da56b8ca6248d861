using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using FsCheck.Xunit;

namespace CareerPortal.Quiz.Tests.Matching;

public sealed class OccupationRankerTests
{
    [Property(MaxTest = 20)]
    public bool Score_Vectorised_EqualsThePlainFormula(ulong seed)
    {
        var (gallery, mean, v) = Case(seed, 37, 6);
        var w = SymmetricMatrix.Create(6, (i, j) => i == j ? 0.4 : 0.05);
        var scores = new double[37];

        new OccupationRanker(gallery, w).Score(mean, v, scores);

        return Enumerable.Range(0, 37).All(j => Math.Abs(scores[j] - Plain(gallery, mean, v, w, j)) < 1e-9);
    }

    [Property(MaxTest = 20)]
    public bool Score_NothingOffTheDiagonal_EqualsThePlainFormula(ulong seed)
    {
        var (gallery, mean, full) = Case(seed, 37, 6);
        var v = full.Select((cell, at) => at % 7 == 0 ? cell : 0).ToArray();
        var w = SymmetricMatrix.Create(6, (i, j) => i == j ? 0.4 : 0);
        var scores = new double[37];

        new OccupationRanker(gallery, w).Score(mean, v, scores);

        return Enumerable.Range(0, 37).All(j => Math.Abs(scores[j] - Plain(gallery, mean, v, w, j)) < 1e-9);
    }

    [Property(MaxTest = 20)]
    public bool Rank_OtherUnits_GivesTheSameOrder(ulong seed)
    {
        var random = new SeededRandom(seed);
        var values = Enumerable.Range(0, 60).Select(_ => random.NextNormal()).ToArray();
        var ids = Enumerable.Range(0, 20).Select(j => $"o{j}").ToArray();
        var scaled = values.Select((value, at) => 7 + (at % 3 + 1) * 10 * value).ToArray();
        var person = new[] { random.NextNormal(), random.NextNormal(), random.NextNormal() };
        var other = person.Select((value, d) => 7 + (d + 1) * 10 * value).ToArray();
        var one = OccupationGallery.Create(ids, ["a", "b", "c"], values);
        var two = OccupationGallery.Create(ids, ["a", "b", "c"], scaled);
        one.Standardise(person);
        two.Standardise(other);

        return new OccupationRanker(one)
            .Rank(person, [], 20)
            .Select(ranked => ranked.Id)
            .SequenceEqual(new OccupationRanker(two).Rank(other, [], 20).Select(ranked => ranked.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.05)]
    public void Score_Repeated_AllocatesNothing(double offDiagonal)
    {
        var (gallery, mean, v) = Case(5, 500, 30);
        var ranker = new OccupationRanker(gallery, SymmetricMatrix.Create(30, (i, j) => i == j ? 0.4 : offDiagonal));
        var scores = new double[500];
        ranker.Score(mean, v, scores);

        var before = GC.GetAllocatedBytesForCurrentThread();
        ranker.Score(mean, v, scores);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Score_ByAnswers_AllocatesNothing()
    {
        var gallery = EngineSimulation.SyntheticGallery(5, 500, 12);
        var ranker = new AnswerRanker(gallery, SmallBank.AtStart(gallery.Dimensions, 2));
        List<Answer> answers = [.. Enumerable.Range(1, 12).Select(d => new Answer($"dimension-{d}-1", 1 + d % 5))];
        var scores = new double[500];
        ranker.Score(answers, scores);

        var before = GC.GetAllocatedBytesForCurrentThread();
        ranker.Score(answers, scores);

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void Explain_CompleteGallery_ReasonsSumToTheScoreAgainstTheAverage()
    {
        var (gallery, mean, v) = Case(8, 40, 5);
        var ranker = new OccupationRanker(gallery);
        var scores = new double[40];
        ranker.Score(mean, v, scores);

        var reasons = ranker.Explain(mean, v, 3);

        Assert.Equal(scores[3] - scores.Average(), reasons.Sum(reason => reason.Effect), 9);
    }

    [Fact]
    public void Score_UnknownDimensions_StillFindsTheNearest()
    {
        double[] values = [1, 1, 0, double.NaN, -1, -1, 1, double.NaN];
        var gallery = OccupationGallery.Create(["both", "middle", "low", "partly"], ["x", "y"], values, standardise: false);

        var ranked = new OccupationRanker(gallery).Rank([1, 1], [], 4);

        Assert.Equal("both", ranked[0].Id);
        Assert.Equal("partly", ranked[1].Id);
        Assert.Equal("low", ranked[3].Id);
        Assert.Equal(1, ranked.Sum(occupation => occupation.Probability), 12);
    }

    [Fact]
    public void Learn_TwoPairsByHand_ShrinksOnlyOffTheDiagonal()
    {
        var w = WithinCovariance.Learn([0, 0, 1, 1], [2, 1, 1, 3], 2, shrink: 0.5);

        // d = (2, 1) and (0, 2): Σddᵀ/2 is (2, 1; 1, 2.5).
        Assert.Equal(2, w[0, 0], 12);
        Assert.Equal(2.5, w[1, 1], 12);
        Assert.Equal(0.5, w[0, 1], 12);
    }

    [Fact]
    public void Rank_AnswersOfAnOccupation_FindIt()
    {
        var gallery = EngineSimulation.SyntheticGallery(3, 50, 6);
        var bank = SmallBank.AtStart(gallery.Dimensions, 5);
        var person = SimulatedPerson.Create(bank, [.. Enumerable.Range(0, 6).Select(d => gallery.Value(7, d))], new SeededRandom(1));
        var ranker = new AnswerRanker(gallery, bank);
        var answers = person.Answers(bank.Items.Select(item => item.Id));

        var ranked = ranker.Rank(answers, 10);
        var scores = new double[50];
        ranker.Score(answers, scores);

        Assert.Contains("occupation-8", ranked.Select(occupation => occupation.Id));
        Assert.Equal(scores[7] - scores.Average(), ranker.Explain(answers, "occupation-8").Sum(reason => reason.Effect), 9);
    }

    [Fact]
    public void Rank_NothingAnswered_HoldsEveryOccupationEquallyLikely()
    {
        var gallery = EngineSimulation.SyntheticGallery(3, 50, 6);

        var ranked = new AnswerRanker(gallery, SmallBank.AtStart(gallery.Dimensions, 5)).Rank([], 50);

        Assert.All(ranked, occupation => Assert.Equal(0.02, occupation.Probability, 12));
    }

    private static (OccupationGallery Gallery, double[] Mean, double[] V) Case(ulong seed, int occupations, int n)
    {
        var random = new SeededRandom(seed);
        var mean = Enumerable.Range(0, n).Select(_ => random.NextNormal()).ToArray();
        var v = new double[n * n];
        for (var i = 0; i < n; i++)
        {
            v[i * n + i] = 0.2 + random.NextDouble();
        }

        return (EngineSimulation.SyntheticGallery(seed, occupations, n), mean, v);
    }

    private static double Plain(OccupationGallery gallery, double[] mean, double[] v, SymmetricMatrix w, int j)
    {
        var n = mean.Length;
        var factor = Enumerable.Range(0, n * n).Select(at => v[at] + w.Cells[at]).ToArray();
        Assert.True(Cholesky.TryFactor(factor, n));
        var gap = Enumerable.Range(0, n).Select(d => mean[d] - gallery.Value(j, d)).ToArray();
        Cholesky.SolveLower(factor, n, gap);
        return -0.5 * gap.Sum(x => x * x) - 0.5 * Cholesky.LogDeterminant(factor, n);
    }
}
