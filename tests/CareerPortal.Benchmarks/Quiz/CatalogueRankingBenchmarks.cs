using BenchmarkDotNet.Attributes;
using CareerPortal.Catalogue;
using CareerPortal.Compatibility;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Benchmarks.Quiz;

/// <summary>The quiz over all occupations of the catalogue that comes with the portal, in families of equal profile.</summary>
[Config(typeof(SingleCallJob))]
public class CatalogueRankingBenchmarks
{
    private const int Questions = 24;

    private FitRanker _fits = null!;
    private AnswerRanker _ranker = null!;
    private RankingSelection _questions = null!;
    private SimulatedPerson _person = null!;
    private List<Answer> _answers = null!;
    private string[] _named = null!;
    private ulong _seed;

    [GlobalSetup]
    public void Prepare()
    {
        var bank = ItemBank.Load();
        var estimator = new ProfileEstimator(bank);
        var families = OccupationFamilies.Of(CataloguePack.ReadShipped().Occupations.Select(o => ShelvedOccupation.Of(o.Code, o.Facts)), bank)!;
        _ranker = new AnswerRanker(families.Gallery, bank, OccupationShelf.Deviation);
        _fits = new FitRanker(_ranker, estimator.Correlations);
        _questions = new AdaptiveSelection(estimator).ForRanking(_ranker);
        _person = SimulatedPerson.Draw(bank, estimator.Correlations, new SeededRandom(5));
        _answers = WholeQuiz();
        _named = [.. _fits.Rank(_answers, Adviser.Suggested).Places.Select(p => p.Ids[0])];
    }

    [Benchmark(Description = "all families ranked by 24 answers")]
    public FitRanking Rank() => _fits.Rank(_answers, Adviser.Suggested, onlyGood: true);

    [Benchmark(Description = "the reasons of the first ten")]
    public IReadOnlyList<IReadOnlyList<RankingReason>> Reasons() => _ranker.Explain(_answers, _named);

    [Benchmark(Description = "the next question after 23 answers")]
    public NextQuestion Next() => _questions.Next(_answers[..(Questions - 1)], 1);

    [Benchmark(Description = "a whole quiz: 24 questions chosen and answered")]
    public List<Answer> WholeQuiz()
    {
        var answers = new List<Answer>(Questions);
        _seed++;
        while (_questions.Next(answers, _seed) is { ItemId: { } id })
        {
            answers.Add(_person.Answer(id));
        }

        return answers;
    }
}
