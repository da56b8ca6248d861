using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Fairness;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Tests.Fairness;

/// <summary>The audit itself, on people whose unfairness was planted.</summary>
public sealed class ScaleAuditTests
{
    private const int Items = 6;
    private const int People = 1600;

    [Fact]
    public void Run_ItemHarderForOneGroup_IsFoundAsUniformAndNoOther()
    {
        var audit = Run(Planted(item => item == 2 ? new ItemParameters(1.6, -0.7, 0.4, 1.4, 2.5) : null));

        var found = Assert.Single(audit.Items, item => item.IsFlagged);
        Assert.Equal(2, found.Item);
        Assert.True(found.Uniform > 5 * found.NonUniform, $"{found}");
        Assert.True(found.Direction < 0);
    }

    [Fact]
    public void Run_ItemThatTellsLessOfOneGroup_IsFoundAsNonUniform()
    {
        var audit = Run(Planted(item => item == 4 ? new ItemParameters(0.15, -9, -3, 3, 9) : null));

        var found = Assert.Single(audit.Items, item => item.IsFlagged);
        Assert.Equal(4, found.Item);
        Assert.True(found.NonUniform > found.Uniform, $"{found}");
    }

    [Fact]
    public void Run_TwoUnfairItems_ArePurifiedOutOfTheOthersLevel()
    {
        var audit = Run(Planted(item => item < 2 ? new ItemParameters(1.6, -0.4, 0.7, 1.7, 2.8) : null));

        Assert.Equal([0, 1], audit.Items.Where(item => item.IsFlagged).Select(item => item.Item));
        Assert.True(audit.Rounds > 1);
        Assert.All(audit.Items.Skip(2), item => Assert.True(item.Effect < ItemFairness.Limit / 2, $"{item}"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    public void Run_GroupsThatDifferInLevelOnly_AreFair(double apart)
    {
        var audit = Run(Planted(_ => null, apart));

        Assert.Equal(People, audit.People);
        Assert.DoesNotContain(audit.Items, item => item.IsFlagged);
        Assert.All(audit.Items, item => Assert.True(item.Effect < ItemFairness.Limit / 2, $"{item}"));
    }

    [Fact]
    public void Run_PeopleOfUnknownGroup_AreLeftOut()
    {
        var (answers, group) = Planted(_ => null);
        var some = group.Select((value, person) => person % 4 == 0 ? double.NaN : value).ToList();

        Assert.Equal(People * 3 / 4, ScaleAudit.Run(answers, Items, 5, some).People);
    }

    [Fact]
    public void Run_EveryoneOfOneGroup_IsRefused() =>
        Assert.Throws<ArgumentException>(() => ScaleAudit.Run(Planted(_ => null).Answers, Items, 5, [.. Enumerable.Repeat(1.0, People)]));

    [Fact]
    public void Fit_KnownModel_FindsItsSlopes()
    {
        var random = new SeededRandom(7);
        const int people = 20_000;
        var predictors = new double[2 * people];
        var answers = new int[people];
        for (var at = 0; at < people; at++)
        {
            predictors[2 * at] = random.NextNormal();
            predictors[2 * at + 1] = at % 2;
            var draw = random.NextDouble();
            var latent = 1.2 * predictors[2 * at] - 0.5 * predictors[2 * at + 1] + Math.Log(draw / (1 - draw));
            answers[at] =
                latent < -1 ? 1
                : latent < 0.5 ? 2
                : 4;
        }

        var model = OrdinalLogit.Fit(answers, predictors, 2);
        var probabilities = new double[5];
        model.Probabilities([0, 0], probabilities);

        Assert.Equal(1.2, model.Slopes[0], 0.05);
        Assert.Equal(-0.5, model.Slopes[1], 0.07);
        Assert.Equal(1 / (1 + Math.E), probabilities[0], 0.01);
        Assert.Equal(0, probabilities[2]);
        Assert.Equal(1, probabilities.Sum(), 10);
    }

    [Fact]
    public void Fit_WithoutPredictors_IsTheLikelihoodOfTheShares()
    {
        int[] answers = [1, 1, 1, 2, 2, 3];

        Assert.Equal(3 * Math.Log(0.5) + 2 * Math.Log(1 / 3.0) + Math.Log(1 / 6.0), OrdinalLogit.Fit(answers, [], 0).LogLikelihood, 9);
    }

    [Fact]
    public void Measure_NoUnfairItem_MovesNothing()
    {
        var (ranker, people) = Ranked();
        var audits = Audits(_ => null);

        var shift = RankShift.Measure(ranker, audits, people, 0, 0, 3);

        Assert.Equal((0, 0, 100), (shift.Mean, shift.Systematic, shift.SameTop));
        Assert.True(shift.Noise > 0);
    }

    [Fact]
    public void Measure_UnfairItems_MoveTheOccupationsThatAskForThem()
    {
        var (ranker, people) = Ranked();
        var fair = RankShift.Measure(ranker, Audits(_ => null), people, 0, 1, 3);
        var unfair = RankShift.Measure(ranker, Audits(item => item < 2 ? new ItemParameters(1.6, 0.4, 1.5, 2.5, 3.6) : null), people, 0, 1, 3);

        Assert.True(unfair.Systematic > 3 * fair.Systematic, $"{unfair.Systematic} {fair.Systematic}");

        // People at 1 are taken for lower ones: what lies above goes down, what lies below comes up.
        var level = ranker.Gallery.Value(ranker.Gallery.IndexOf(unfair.Furthest), 0);
        Assert.True(unfair.FurthestShift > 0 ? level > 0.5 : level < 0.5, $"{level} {unfair}");
    }

    private static ScaleAudit Run((byte[] Answers, double[] Group) people) => ScaleAudit.Run(people.Answers, Items, 5, people.Group);

    /// <summary>Only the first of two scales is unfair.</summary>
    private static ScaleAudit[] Audits(Func<int, ItemParameters?> second) => [Run(Planted(second)), Run(Planted(_ => null, seed: 12))];

    private static (AnswerRanker Ranker, List<IReadOnlyList<double>> People) Ranked()
    {
        var random = new SeededRandom(5);
        var bank = SmallBank.AtStart(["one", "two"], Items);
        var gallery = OccupationGallery.Create(
            [.. Enumerable.Range(0, 40).Select(j => $"o{j}")],
            ["one", "two"],
            [.. Enumerable.Range(0, 80).Select(_ => random.NextNormal())],
            standardise: false
        );
        return (
            new AnswerRanker(gallery, bank),
            [.. Enumerable.Range(0, 60).Select(_ => (IReadOnlyList<double>)[1 + 0.3 * random.NextNormal(), random.NextNormal()])]
        );
    }

    /// <summary>Two groups in turn, the second lower by <paramref name="apart"/>; some items answered by the second as told.</summary>
    private static (byte[] Answers, double[] Group) Planted(Func<int, ItemParameters?> second, double apart = 0.3, ulong seed = 11)
    {
        var random = new SeededRandom(seed);
        var common = new ItemParameters(2.2, -1.6, -0.6, 0.4, 1.4);
        ItemBank[] banks = [Bank(_ => common), Bank(item => second(item) ?? common)];
        var group = Enumerable.Range(0, People).Select(person => (double)(person % 2)).ToArray();
        byte[] answers =
        [
            .. group.SelectMany(g =>
            {
                var bank = banks[(int)g];
                var person = SimulatedPerson.Create(bank, [random.NextNormal() - g * apart], random);
                return bank.Items.Select(item => (byte)person.Answer(item.Id).Value!.Value);
            }),
        ];
        return (answers, group);
    }

    private static ItemBank Bank(Func<int, ItemParameters> parameters) =>
        new(
            Enumerable
                .Range(0, Items)
                .Select(k => new Item
                {
                    Id = $"q-{k}",
                    QualityId = "q",
                    Text = SmallBank.Text("…"),
                    Parameters = parameters(k),
                }),
            ["q"]
        );
}
