using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Tests.Matching;

public sealed class FitRankerTests
{
    private static readonly string[] Dimensions = ["a", "b", "c", "d", "e"];

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    public void Fit_PeopleInGeneral_AreOnAverageAsNearAsPeopleInGeneral(double correlation)
    {
        var bank = SmallBank.Of(Dimensions, 4);
        var sigma = SymmetricMatrix.Create(5, (i, j) => i == j ? 1 : correlation);
        double[] values = [1, 1.5, 1, 0, 1, 0, double.NaN, double.NaN, 0, double.NaN, -1.5, 1, -1, 1, double.NaN];
        var gallery = OccupationGallery.Create(["high", "known little", "mixed"], Dimensions, values, standardise: false);
        var ranker = new FitRanker(new AnswerRanker(gallery, bank, 0.6), sigma);
        var random = new SeededRandom(5);
        var fits = new OccupationFit[3];
        var nearness = Enumerable.Range(0, 3).Select(_ => new List<double>()).ToArray();
        var asked = Dimensions.SelectMany(d => new[] { $"{d}-1", $"{d}-2" }).ToList();

        for (var p = 0; p < 4000; p++)
        {
            ranker.Fit(SimulatedPerson.Draw(bank, sigma, random).Answers(asked), fits);
            for (var j = 0; j < 3; j++)
            {
                nearness[j].Add(fits[j].Nearness);
            }
        }

        Assert.All(nearness, list => Assert.InRange(list.Average(), -0.06, 0.06));
        Assert.All(nearness, list => Assert.InRange(Math.Sqrt(list.Average(z => z * z)), 0.9, 1.1));
    }

    [Fact]
    public void Fit_PeopleOfTheOccupation_AreTypicalOfItAndFit()
    {
        var (bank, gallery, ranker) = Small();
        var random = new SeededRandom(6);
        var fits = new OccupationFit[gallery.Ids.Count];
        var typicality = new List<double>();
        var good = 0;

        for (var p = 0; p < 2000; p++)
        {
            double[] levels = [.. Enumerable.Range(0, 5).Select(d => gallery.Value(0, d) + 0.6 * random.NextNormal())];
            ranker.Fit(SimulatedPerson.Create(bank, levels, random).Answers(bank.Items.Select(item => item.Id)), fits);
            typicality.Add(fits[0].Typicality);
            good += fits[0].IsGood ? 1 : 0;
        }

        Assert.InRange(typicality.Average(), -0.1, 0.1);
        Assert.InRange(good / 2000.0, 0.88, 1);
    }

    [Fact]
    public void Fit_PersonUnlikeAllOccupations_FitsNone()
    {
        var (bank, _, ranker) = Small();
        var fits = new OccupationFit[3];

        ranker.Fit([.. bank.Items.Select(item => new Answer(item.Id, item.Coded(3)))], fits);

        Assert.All(fits, fit => Assert.False(fit.IsGood));
    }

    [Fact]
    public void Fit_NothingAskedThatTheOccupationKnows_SaysNothing()
    {
        var bank = SmallBank.AtStart(Dimensions, 4);
        double[] values = [1, double.NaN, double.NaN, double.NaN, double.NaN, 1, 1, 1, 1, 1];
        var gallery = OccupationGallery.Create(["one", "all"], Dimensions, values, standardise: false);
        var fits = new OccupationFit[2];

        new FitRanker(new AnswerRanker(gallery, bank), SymmetricMatrix.Identity(5)).Fit([new Answer("b-1", 5), new Answer("a-1", null)], fits);

        Assert.Equal((0, 0, 0), (fits[0].Evidence, fits[0].Nearness, fits[0].Typicality));
        Assert.False(fits[0].IsGood);
        Assert.True(fits[1].Nearness > 0);
    }

    [Fact]
    public void Rank_EqualsInAllThatWasAnswered_ShareAPlaceWhateverElseTheyKnow()
    {
        var bank = SmallBank.AtStart(Dimensions, 4);
        double[] values = [1, 1, double.NaN, double.NaN, 1, 1, 1, double.NaN, double.NaN, -1, -1, 1, 1, 1, 1, 1, 1, double.NaN, double.NaN, 1];
        var gallery = OccupationGallery.Create(["first", "other in e", "unlike", "twin"], Dimensions, values, standardise: false);
        var ranker = new FitRanker(new AnswerRanker(gallery, bank), SymmetricMatrix.Identity(5));

        var without = ranker.Rank([new Answer("a-1", 5), new Answer("b-1", 4)], 4);
        var with = ranker.Rank([new Answer("a-1", 5), new Answer("b-1", 4), new Answer("e-1", 4)], 4);

        Assert.Equal(
            [
                ["first", "other in e", "twin"],
                ["unlike"],
            ],
            without.Places.Select(place => place.Ids)
        );
        Assert.Equal([1, 2], without.Places.Select(place => place.Place));
        Assert.Contains(with.Places, place => place.Ids.SequenceEqual(["first", "twin"]));
        Assert.DoesNotContain(with.Places, place => place.Ids.Contains("other in e") && place.Ids.Count > 1);
    }

    [Fact]
    public void Rank_OnlyGood_PlacesAsManyAsFit()
    {
        var (bank, gallery, ranker) = Small();
        var person = SimulatedPerson.Create(bank, [.. Enumerable.Range(0, 5).Select(d => gallery.Value(0, d))], new SeededRandom(2));
        var answers = person.Answers(bank.Items.Select(item => item.Id));

        var good = ranker.Rank(answers, 10, onlyGood: true);
        var all = ranker.Rank(answers, 10);

        Assert.Equal(good.Good, good.Places.Sum(place => place.Ids.Count));
        Assert.InRange(good.Good, 1, 2);
        Assert.Equal(3, all.Places.Sum(place => place.Ids.Count));
        Assert.Equal("first", all.Places[0].Ids[0]);
        Assert.Empty(ranker.Rank(answers, 0).Places);
    }

    [Fact]
    public void Fit_MoreOccupations_AllocatesNoMore()
    {
        var bank = SmallBank.AtStart([.. Enumerable.Range(1, 5).Select(d => $"dimension-{d}")], 4);
        List<Answer> answers = [.. Enumerable.Range(1, 5).Select(d => new Answer($"dimension-{d}-1", d))];

        long Allocated(int occupations)
        {
            var ranker = new FitRanker(new AnswerRanker(EngineSimulation.SyntheticGallery(1, occupations, 5), bank), SymmetricMatrix.Identity(5));
            var fits = new OccupationFit[occupations];
            ranker.Fit(answers, fits);
            var before = GC.GetAllocatedBytesForCurrentThread();
            ranker.Fit(answers, fits);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }

        // Not a byte for each of the 490 more; what a call takes varies a little with what the runtime has compiled.
        Assert.True(Allocated(500) < Allocated(10) + 490);
    }

    [Fact]
    public void Reach_OccupationOfWhichLittleIsKnown_NoLongerComesFirstForEverybody()
    {
        var bank = SmallBank.AtStart(Dimensions, 4);
        double[] values =
        [
            0.8,
            double.NaN,
            double.NaN,
            double.NaN,
            double.NaN,
            1,
            1.5,
            1,
            1,
            -0.5,
            1.5,
            1,
            -0.5,
            1,
            1,
            -1,
            -1.5,
            1,
            1,
            1,
            1,
            1,
            -1,
            -1.5,
            1,
            -0.5,
            1,
            1,
            1,
            -1.5,
        ];
        var gallery = OccupationGallery.Create(["sink", "b", "c", "d", "e", "f"], Dimensions, values, standardise: false);
        var reach = new ReachTest(new AnswerRanker(gallery, bank, 0.6), new ProfileEstimator(bank, SymmetricMatrix.Identity(5))).Ordinary(300, 4);

        Assert.Equal(300, reach.First.Sum());
        Assert.Equal(900, reach.Near.Sum());
        Assert.True(reach.FirstByLikelihood[0] > 1.5 * reach.First[0], $"{reach.FirstByLikelihood[0]} then, {reach.First[0]} now");
        Assert.Empty(reach.Unreached);
    }

    private static (ItemBank Bank, OccupationGallery Gallery, FitRanker Ranker) Small()
    {
        var bank = SmallBank.AtStart(Dimensions, 3);
        double[] values = [1.5, 1, -1, 1.5, -1, -1.5, 1, 1.5, -1, 1, 1, -1.5, 1.5, 1, 1.5];
        var gallery = OccupationGallery.Create(["first", "second", "third"], Dimensions, values, standardise: false);
        return (bank, gallery, new FitRanker(new AnswerRanker(gallery, bank, 0.6), SymmetricMatrix.Identity(5)));
    }
}
