using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Quiz.Selection;
using FsCheck.Xunit;

namespace CareerPortal.Quiz.Tests.Selection;

public sealed class AdaptiveSelectionTests
{
    private static readonly ItemBank Bank = SmallBank.OfQualities();
    private static readonly ProfileEstimator Estimator = new(Bank);
    private static readonly AdaptiveSelection Selection = new(Estimator);
    private static readonly OccupationProfile Rigour = new("one", [new RequiredQuality("rigueur", 4, 4)]);
    private static readonly OccupationProfile Occupation = new(
        "test",
        QualityIds.All.Take(8).Select((id, k) => new RequiredQuality(id, 5 - k / 3, 5 - k / 3))
    );

    [Property(MaxTest = 40)]
    public bool NextForOccupation_WholeQuiz_KeepsTheRules(ulong seed)
    {
        var answers = Quiz(seed);
        var items = answers.Select(answer => Bank.Find(answer.ItemId)!).ToList();

        return answers.Count is >= 12 and <= 24
            && items.Distinct().Count() == items.Count
            && items.All(item => Occupation.Requirements.Any(requirement => requirement.QualityId == item.QualityId))
            && items
                .GroupBy(item => item.QualityId)
                .All(group => group.Count() <= 3 && group.Zip(group.Skip(1)).All(pair => pair.First.Reversed != pair.Second.Reversed))
            && !items.Any(item => item.SimilarTo.Any(other => items.Exists(asked => asked.Id == other)));
    }

    [Fact]
    public void NextForOccupation_SameAnswersAndSeed_GivesTheSameQuestion()
    {
        var answers = Quiz(4).Take(5).ToList();

        Assert.Equal(Selection.NextForOccupation(answers, Occupation, 4), Selection.NextForOccupation(answers, Occupation, 4));
    }

    [Fact]
    public void NextForOccupation_OneQuestionIsFarBetter_AsksItWhateverTheSeed()
    {
        var bank = OneQuality(1, 1, 4, 1);
        var selection = new AdaptiveSelection(new ProfileEstimator(bank));

        Assert.Equal(["rigueur-3"], Enumerable.Range(0, 40).Select(seed => selection.NextForOccupation([], Rigour, (ulong)seed).ItemId).Distinct());
    }

    [Fact]
    public void NextForOccupation_QuestionsAsGood_DrawsAmongThree()
    {
        var bank = OneQuality(2, 2, 2, 2, 2);
        var selection = new AdaptiveSelection(new ProfileEstimator(bank));

        Assert.Equal(3, Enumerable.Range(0, 60).Select(seed => selection.NextForOccupation([], Rigour, (ulong)seed).ItemId).Distinct().Count());
    }

    [Fact]
    public void NextForOccupation_TwentyFourAnswers_Stops()
    {
        var answers = Bank.Items.Take(24).Select(item => new Answer(item.Id, 3)).ToList();

        Assert.Equal(new NextQuestion(null, StopReason.Longest), Selection.NextForOccupation(answers, Occupation, 1));
    }

    [Fact]
    public void NextForOccupation_OneQuality_EndsWhenNothingIsLeft()
    {
        var answers = new List<Answer>();
        while (Selection.NextForOccupation(answers, Rigour, 1) is { ItemId: { } id })
        {
            answers.Add(new Answer(id, null));
        }

        Assert.Equal(3, answers.Count);
    }

    [Fact]
    public void Next_OverManyOccupations_AsksTwentyFourDifferentItemsAtMostThreeAQuality()
    {
        var gallery = EngineSimulation.SyntheticGallery(2, 60, 12);
        var bank = SmallBank.AtStart(gallery.Dimensions, 4);
        var selection = new AdaptiveSelection(new ProfileEstimator(bank, SymmetricMatrix.Identity(12))).ForRanking(new AnswerRanker(gallery, bank));
        var person = SimulatedPerson.Create(bank, [.. Enumerable.Range(0, 12).Select(d => gallery.Value(5, d))], new SeededRandom(3));
        var answers = new List<Answer>();
        while (selection.Next(answers, 9) is { ItemId: { } id })
        {
            answers.Add(person.Answer(id));
        }

        Assert.Equal(24, answers.Distinct().Count());
        Assert.All(answers.GroupBy(answer => bank.Find(answer.ItemId)!.QualityId), group => Assert.True(group.Count() <= 3));
    }

    [Fact]
    public void ExpectedDrop_OfAnItem_IsWhatItsAnswersTakeOnAverage()
    {
        var table = QualityPosterior.Table(StartNorms.Shipped.Of(ItemKind.Trait).Parameters);
        var start = new QualityPosterior();
        var probabilities = Enumerable
            .Range(0, 5)
            .Select(k => Enumerable.Range(0, QuadratureGrid.Size).Sum(g => QuadratureGrid.Weights[g] * table[k * QuadratureGrid.Size + g]))
            .ToArray();
        var left = 0.0;
        var prior = Enumerable
            .Range(0, QuadratureGrid.Size)
            .Sum(g => QuadratureGrid.Weights[g] * QuadratureGrid.Points[g] * QuadratureGrid.Points[g]);
        for (var k = 0; k < 5; k++)
        {
            var after = new QualityPosterior();
            after.Add(table, k + 1);
            left += probabilities[k] * after.Variance;
        }

        Assert.Equal(prior - left, start.ExpectedDrop(table), 10);
    }

    private static ItemBank OneQuality(params double[] slopes) =>
        new(
            slopes.Select(
                (slope, k) =>
                    new Item
                    {
                        Id = $"rigueur-{k + 1}",
                        QualityId = "rigueur",
                        Text = new QuizText([KeyValuePair.Create("fr", "…")]),
                        Parameters = new ItemParameters(slope, -1, 0, 1, 2),
                    }
            ),
            ["rigueur"]
        );

    private static List<Answer> Quiz(ulong seed)
    {
        var person = SimulatedPerson.Draw(Bank, Estimator.Correlations, new SeededRandom(seed));
        var answers = new List<Answer>();
        while (Selection.NextForOccupation(answers, Occupation, seed) is { ItemId: { } id })
        {
            answers.Add(person.Answer(id));
        }

        return answers;
    }
}
