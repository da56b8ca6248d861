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
    public void NextForOccupation_QuestionsAsGood_AsksEachOfThemInSomeSession()
    {
        var bank = OneQuality(2, 2, 2, 2, 2);
        var selection = new AdaptiveSelection(new ProfileEstimator(bank));

        Assert.Equal(5, Enumerable.Range(0, 60).Select(seed => selection.NextForOccupation([], Rigour, (ulong)seed).ItemId).Distinct().Count());
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

    [Property(MaxTest = 20)]
    public bool NextForOccupation_WholeQuiz_AsksEachQualityAndTheMostImportantTwice(ulong seed)
    {
        var counts = Quiz(seed).CountBy(answer => Bank.Find(answer.ItemId)!.QualityId).ToDictionary();

        return Occupation.Requirements.All(r => counts.GetValueOrDefault(r.QualityId) >= (r.Importance == 5 ? 2 : 1));
    }

    [Fact]
    public void NextForOccupation_SkippedQuestion_AsksAnotherOfTheQuality()
    {
        var answers = new List<Answer>();
        while (Selection.NextForOccupation(answers, Occupation, 3) is { ItemId: { } id })
        {
            // The first question of each quality is skipped.
            answers.Add(new Answer(id, answers.Exists(a => Bank.Find(a.ItemId)!.QualityId == Bank.Find(id)!.QualityId) ? 3 : null));
        }

        var answered = answers.Where(a => a.Value is not null).Select(a => Bank.Find(a.ItemId)!.QualityId).Distinct();
        Assert.Equal(Occupation.Requirements.Select(r => r.QualityId).Order(), answered.Order());
    }

    [Fact]
    public void NextForOccupation_TwentyFourQualities_AsksEachOnce()
    {
        var all = new OccupationProfile("all", QualityIds.All.Select((id, k) => new RequiredQuality(id, 4, 1 + k % 5)));
        var person = SimulatedPerson.Draw(Bank, Estimator.Correlations, new SeededRandom(2));
        var answers = new List<Answer>();
        while (Selection.NextForOccupation(answers, all, 8) is { ItemId: { } id })
        {
            answers.Add(person.Answer(id));
        }

        Assert.Equal(24, answers.Count);
        Assert.Equal(24, answers.Select(a => Bank.Find(a.ItemId)!.QualityId).Distinct().Count());
    }

    [Fact]
    public void NextForOccupation_NamedItems_AreAskedFirstOfTheirQualityInEverySession()
    {
        var requirements = Occupation.Requirements.Select(r =>
            r.QualityId == "detail" ? new RequiredQuality("detail", 3, 3) { Items = ["detail-4", "detail-3"] } : r
        );
        var occupation = new OccupationProfile("named", requirements);
        for (var seed = 0UL; seed < 20; seed++)
        {
            var person = SimulatedPerson.Draw(Bank, Estimator.Correlations, new SeededRandom(seed));
            var answers = new List<Answer>();
            while (Selection.NextForOccupation(answers, occupation, seed) is { ItemId: { } id })
            {
                answers.Add(person.Answer(id));
            }

            var asked = answers.Select(a => a.ItemId).Where(id => Bank.Find(id)!.QualityId == "detail").ToList();
            Assert.Equal(["detail-3", "detail-4"], asked.Take(2).Order());
            Assert.DoesNotContain("detail-1", asked);
        }
    }

    [Fact]
    public void NextForOccupation_NamedItemLikeOneAnsweredBefore_IsLeftOut()
    {
        var occupation = new OccupationProfile("named", [new RequiredQuality("detail", 3, 3) { Items = ["detail-3"] }]);

        var next = Selection.NextForOccupation([new Answer("detail-1", 4)], occupation, 1);

        Assert.NotEqual("detail-3", next.ItemId);
    }

    [Fact]
    public void NextForOccupation_RetiredItems_AreNeverAskedAndCountAsAsked()
    {
        var bank = new ItemBank(
            [
                .. OneQuality(2, 2, 2).Items,
                new Item
                {
                    Id = "rigueur-0",
                    QualityId = "rigueur",
                    Text = new QuizText([KeyValuePair.Create("fr", "…")]),
                    Retired = "2026-12",
                    SimilarTo = ["rigueur-1"],
                },
            ],
            ["rigueur"]
        );
        var selection = new AdaptiveSelection(new ProfileEstimator(bank));
        var fresh = new List<Answer>();
        var begun = new List<Answer> { new("rigueur-0", 4) };
        foreach (var answers in new[] { fresh, begun })
        {
            while (selection.NextForOccupation(answers, Rigour, 5) is { ItemId: { } id })
            {
                answers.Add(new Answer(id, 4));
            }
        }

        Assert.Equal(["rigueur-1", "rigueur-2", "rigueur-3"], fresh.Select(a => a.ItemId).Order());
        Assert.Equal(["rigueur-0", "rigueur-2", "rigueur-3"], begun.Select(a => a.ItemId).Order());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(1)]
    public void NextForOccupation_OneAnswerToEverything_LeavesThePercentToNoDraw(int answer)
    {
        var bank = ItemBank.Load();
        var estimator = new ProfileEstimator(bank);
        var selection = new AdaptiveSelection(estimator);
        var percents = Enumerable
            .Range(0, 20)
            .Select(seed =>
            {
                var answers = new List<Answer>();
                while (selection.NextForOccupation(answers, Occupation, (ulong)seed) is { ItemId: { } id })
                {
                    answers.Add(new Answer(id, answer));
                }

                return OccupationScorer.Score(estimator.Estimate(answers), Occupation).Compatibility;
            })
            .ToList();

        Assert.True(percents.Max() - percents.Min() < 12, string.Join(" ", percents.Select(p => $"{p:0.0}")));
    }

    [Fact]
    public void Next_InterestsThatTellMore_StillAsksAThirdAboutQualities()
    {
        var (selection, _, person) = Interested();
        var answers = new List<Answer>();
        while (selection.Next(answers, 9) is { ItemId: { } id })
        {
            answers.Add(person.Answer(id));
        }

        Assert.Equal(24, answers.Count);
        Assert.True(answers.Count(a => !a.ItemId.StartsWith("interest", StringComparison.Ordinal)) >= 8);
    }

    [Fact]
    public void Next_LeadingOccupation_HasItsMainQualitiesAskedAbout()
    {
        var (selection, ranker, person) = Interested();
        var answers = new List<Answer>();
        while (selection.Next(answers, 9) is { ItemId: { } id })
        {
            answers.Add(person.Answer(id));
        }

        var asked = answers.Select(a => ranker.Bank.Find(a.ItemId)!.QualityId).ToHashSet();
        Assert.All(ranker.Rank(answers, 3), o => Assert.Contains(MainOf(ranker.Gallery.IndexOf(o.Id)), asked));
    }

    [Fact]
    public void ForRanking_OtherNumberOfOccupations_IsRefused()
    {
        var (_, ranker, _) = Interested();

        Assert.Throws<ArgumentException>(() =>
            new AdaptiveSelection(new ProfileEstimator(ranker.Bank)).ForRanking(
                ranker,
                [
                    ["rigueur"],
                ]
            )
        );
    }

    private static string MainOf(int occupation) => QualityIds.All[occupation % 8];

    /// <summary>Forty occupations that differ by their interests, and each of which has one of eight main qualities.</summary>
    private static (RankingSelection Selection, AnswerRanker Ranker, SimulatedPerson Person) Interested()
    {
        string[] dimensions = [.. QualityIds.All.Take(8), .. InterestIds.All];
        var bank = SmallBank.AtStart(dimensions, 5);
        var random = new SeededRandom(4);
        var gallery = OccupationGallery.Create(
            [.. Enumerable.Range(0, 40).Select(j => $"o{j}")],
            dimensions,
            [.. Enumerable.Range(0, 40).SelectMany(j => dimensions.Select((_, d) => d < 8 ? (d == j % 8 ? 1 : 0) : 1.5 * random.NextNormal()))],
            standardise: false
        );
        var ranker = new AnswerRanker(gallery, bank);
        var selection = new AdaptiveSelection(new ProfileEstimator(bank)).ForRanking(
            ranker,
            [.. Enumerable.Range(0, 40).Select(j => (IReadOnlyList<string>)[MainOf(j)])]
        );
        return (selection, ranker, SimulatedPerson.Create(bank, [.. gallery.Point(5)], random));
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
