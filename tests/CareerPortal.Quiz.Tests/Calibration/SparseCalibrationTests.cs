using CareerPortal.Quiz.Calibration;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Tests.Calibration;

/// <summary>Items drawn from the prior, people who answer twelve of forty.</summary>
public sealed class SparseCalibrationTests
{
    private const int Asked = 12;

    private static readonly string[] Dimensions = ["d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8"];

    private static readonly SymmetricMatrix Correlations = SymmetricMatrix.Create(Dimensions.Length, (i, j) => i == j ? 1 : 0.4);

    /// <summary>ln a and four thresholds that go up and down together.</summary>
    private static readonly ItemPrior Prior = new(
        "positive",
        [0.4, -1.9, -0.9, 0, 1.2],
        SymmetricMatrix.Create(
            5,
            (i, j) =>
                i == 0 || j == 0 ? (i == j ? 0.12 : 0)
                : i == j ? 0.21
                : 0.16
        ),
        0.3,
        SymmetricMatrix.Create(
            5,
            (i, j) =>
                i == 0 || j == 0 ? (i == j ? 0.02 : 0)
                : i == j ? 0.06
                : 0.05
        )
    );

    [Fact]
    public void Fit_NobodyAnswered_LeavesWhatIsBelieved()
    {
        var bank = DrawBank(1);

        var fit = SparseCalibration.Fit(bank, Priors(bank), Correlations, []);

        Assert.All(fit.Items, item => Assert.Equal(Prior.Start.B[1], item.Parameters.B[1], 1e-9));
        Assert.All(fit.Items, item => Assert.Equal(Math.Exp(0.4), item.Parameters.A, 1e-9));
        Assert.All(fit.Items, item => Assert.Equal(Prior.Own[2, 2], item.Own[2, 2], 1e-9));
        Assert.All(fit.Items, item => Assert.True(item.SharedDeviation >= Prior.SharedDeviation - 1e-9));
        Assert.All(fit.Items, item => Assert.Equal(0, item.Answered));
    }

    [Theory]
    [InlineData(200, 0.75)]
    [InlineData(1000, 0.5)]
    public void Fit_SparseAnswers_ComesNearerTheTruthThanTheStart(int people, double atMost)
    {
        var bank = DrawBank(2);

        var fit = SparseCalibration.Fit(bank, Priors(bank), Correlations, People(bank, people));

        Assert.True(fit.Converged);
        var start = Error(bank, _ => Prior.Start);
        var learned = Error(bank, at => fit.Items[at].Parameters);
        Assert.True(learned < atMost * start, $"{learned} against {start}");
    }

    [Fact]
    public void Fit_Uncertainty_IsAsLargeAsTheErrors()
    {
        var inside = 0;
        var all = 0;
        for (var seed = 10UL; seed < 16; seed++)
        {
            var bank = DrawBank(seed);
            var fit = SparseCalibration.Fit(bank, Priors(bank), Correlations, People(bank, 150, seed));
            foreach (var (item, learned) in bank.Items.Zip(fit.Items))
            {
                var truth = item.Parameters.B.Average();
                inside += Math.Abs(learned.Parameters.B.Average() - truth) <= 1.645 * learned.LocationDeviation ? 1 : 0;
                inside += Math.Abs(Math.Log(learned.Parameters.A / item.Parameters.A)) <= 1.645 * Math.Sqrt(learned.Own[0, 0]) ? 1 : 0;
                all += 2;
            }
        }

        Assert.InRange(100.0 * inside / all, 85, 95);
    }

    [Fact]
    public void Fit_MoreAnswers_LeavesLessUncertain()
    {
        var bank = DrawBank(3);
        var few = SparseCalibration.Fit(bank, Priors(bank), Correlations, People(bank, 100));
        var many = SparseCalibration.Fit(bank, Priors(bank), Correlations, People(bank, 800));

        Assert.All(few.Items.Zip(many.Items), pair => Assert.True(pair.Second.LocationDeviation < pair.First.LocationDeviation));
        Assert.All(few.Items.Zip(many.Items), pair => Assert.True(pair.Second.Own[0, 0] < pair.First.Own[0, 0]));
    }

    [Fact]
    public void Fit_KindOffItsPlace_MovesItemsThatNobodyAnswered()
    {
        var bank = DrawBank(4, shift: 0.5);
        var people = People(bank, 400).Select(values => values.Select((value, at) => at == 0 ? 0 : value).ToArray());

        var fit = SparseCalibration.Fit(bank, Priors(bank), Correlations, people);

        Assert.Equal(0, fit.Items[0].Answered);
        Assert.True(fit.Items[0].Parameters.B[1] > Prior.Start.B[1] + 0.2, $"{fit.Items[0].Parameters.B[1]}");
    }

    [Fact]
    public void Fit_OtherOrderOfPeople_SameItems()
    {
        var bank = DrawBank(5);
        var people = People(bank, 120);

        var one = SparseCalibration.Fit(bank, Priors(bank), Correlations, people);
        var other = SparseCalibration.Fit(bank, Priors(bank), Correlations, people.Reverse<int[]>());

        Assert.All(one.Items.Zip(other.Items), pair => Assert.Equal(pair.First.Parameters.A, pair.Second.Parameters.A, 1e-6));
    }

    [Fact]
    public void Fit_AnswerAboveTheHighest_IsRefused()
    {
        var bank = DrawBank(6);
        var values = new int[bank.Items.Count];
        values[3] = 6;

        Assert.Throws<ArgumentException>(() => SparseCalibration.Fit(bank, Priors(bank), Correlations, [values]));
    }

    [Fact]
    public void Fit_PriorMissing_IsRefused()
    {
        var bank = DrawBank(6);

        Assert.Throws<ArgumentException>(() => SparseCalibration.Fit(bank, [Prior], Correlations, []));
    }

    private static List<ItemPrior> Priors(ItemBank bank) => [.. bank.Items.Select(_ => Prior)];

    private static double Error(ItemBank bank, Func<int, ItemParameters> found) =>
        bank.Items.Select((item, at) => item.Parameters.B.Zip(found(at).B, (b, c) => Math.Abs(b - c)).Average()).Average();

    private static ItemBank DrawBank(ulong seed, double shift = 0)
    {
        var random = new SeededRandom(seed);
        var shifts = Dimensions.ToDictionary(dimension => dimension, _ => shift + Prior.SharedDeviation * random.NextNormal());
        return new ItemBank(
            SmallBank
                .AtStart(Dimensions, 5)
                .Items.Select(item =>
                {
                    var place = shifts[item.QualityId] + 0.4 * random.NextNormal();
                    var b = Prior.Mean.Skip(1).Select(mean => mean + place + 0.22 * random.NextNormal()).Order().ToArray();
                    for (var k = 1; k < b.Length; k++)
                    {
                        b[k] = Math.Max(b[k], b[k - 1] + 0.05);
                    }

                    return new Item
                    {
                        Id = item.Id,
                        QualityId = item.QualityId,
                        Reversed = item.Reversed,
                        Text = item.Text,
                        Parameters = new ItemParameters(Math.Exp(Prior.Mean[0] + 0.35 * random.NextNormal()), b),
                    };
                }),
            Dimensions
        );
    }

    private static List<int[]> People(ItemBank bank, int count, ulong seed = 77)
    {
        var random = new SeededRandom(seed);
        var people = new List<int[]>();
        var order = Enumerable.Range(0, bank.Items.Count).ToArray();
        for (var p = 0; p < count; p++)
        {
            var person = SimulatedPerson.Draw(bank, Correlations, random);
            random.Shuffle(order.AsSpan());
            var values = new int[bank.Items.Count];
            foreach (var at in order.Take(Asked))
            {
                values[at] = person.Answer(bank.Items[at].Id).Value!.Value;
            }

            people.Add(values);
        }

        return people;
    }
}
