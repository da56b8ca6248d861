using BenchmarkDotNet.Attributes;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Benchmarks.Quiz;

/// <summary>What happens between an answer and the next question: the estimate of 24 qualities and the choice, over the shipped bank.</summary>
[Config(typeof(SingleCallJob))]
public class QuestionBenchmarks
{
    private ProfileEstimator _estimator = null!;
    private AdaptiveSelection _selection = null!;
    private RankingSelection _ranking = null!;
    private OccupationProfile _occupation = null!;
    private List<Answer> _few = null!;
    private List<Answer> _inTurn = null!;
    private List<Answer> _many = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var bank = ItemBank.Load();
        _estimator = new ProfileEstimator(bank);
        _selection = new AdaptiveSelection(_estimator);
        _occupation = new OccupationProfile("occupation", QualityIds.All.Take(8).Select((id, k) => new RequiredQuality(id, 5 - k / 3, 5 - k / 3)));
        var random = new SeededRandom(3);
        var dimensions = bank.Dimensions;
        var gallery = OccupationGallery.Create(
            [.. Enumerable.Range(1, 891).Select(j => $"o{j}")],
            dimensions,
            [.. Enumerable.Range(0, 891 * dimensions.Count).Select(_ => random.NextNormal())]
        );
        _ranking = _selection.ForRanking(new AnswerRanker(gallery, bank));
        var person = SimulatedPerson.Draw(bank, _estimator.Correlations, random);
        _few = person.Answers(InTurnSelection.Plan([.. QualityIds.All.Take(8)], bank, 1, 13));
        _inTurn = person.Answers(InTurnSelection.Plan(QualityIds.All, bank, 1, 24));
        _many = person.Answers(InTurnSelection.Plan(dimensions, bank, 1, 23));
    }

    [Benchmark(Description = "estimate 24 qualities and 6 interests from 24 answers")]
    public Profile Estimate() => _estimator.Estimate(_inTurn);

    [Benchmark(Description = "next question, one occupation, after 13 answers")]
    public NextQuestion NextForOccupation() => _selection.NextForOccupation(_few, _occupation, 1);

    [Benchmark(Description = "next question, 891 occupations, after 23 answers")]
    public NextQuestion NextForMany() => _ranking.Next(_many, 1);
}
