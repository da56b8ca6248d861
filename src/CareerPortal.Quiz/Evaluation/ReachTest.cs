using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>
/// Where the quiz over all occupations leads ordinary people, and people of an occupation: does one occupation come first for everybody, is there
/// one that nobody is led to, and does what is said to fit fit?
/// </summary>
/// <remarks>
/// Ordinary people are drawn from N(0, Σ); people of an occupation lie around its levels as the ranking holds, and are ordinary in what it does not
/// know. All answer the questions that the quiz chooses for them, as the bank's parameters say.
/// </remarks>
public sealed class ReachTest
{
    /// <summary>How many places are near when nothing else is said.</summary>
    public const int UsuallyNear = 3;

    private readonly AnswerRanker _ranker;
    private readonly FitRanker _fits;
    private readonly RankingSelection _questions;
    private readonly SymmetricMatrix _correlations;

    /// <summary>Takes the occupations and the bank with its estimator, as the quiz has them.</summary>
    public ReachTest(AnswerRanker ranker, ProfileEstimator estimator)
    {
        ArgumentNullException.ThrowIfNull(ranker);
        ArgumentNullException.ThrowIfNull(estimator);
        _ranker = ranker;
        _correlations = estimator.Correlations;
        _fits = new FitRanker(ranker, _correlations);
        _questions = new AdaptiveSelection(estimator).ForRanking(ranker);
    }

    /// <summary>Where ordinary people are led.</summary>
    /// <param name="people">How many, at least 1.</param>
    /// <param name="seed">Same seed, same people.</param>
    /// <param name="near">How many of the first places count as near.</param>
    public Reach Ordinary(int people, ulong seed, int near = UsuallyNear)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(people);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(near);
        var random = new SeededRandom(seed);
        var count = _ranker.Gallery.Ids.Count;
        var reach = new Reach(_ranker.Gallery.Ids, new int[count], new int[count], new int[count], new int[people]);
        var fits = new OccupationFit[count];
        var likelihoods = new double[count];
        for (var p = 0; p < people; p++)
        {
            var answers = Answers(SimulatedPerson.Draw(_ranker.Bank, _correlations, random), seed + (ulong)p);
            _fits.Fit(answers, fits);
            _ranker.Score(answers, likelihoods);
            var best = OccupationRanker.Best([.. fits.Select(fit => fit.Order)], near);
            reach.First[best[0]]++;
            foreach (var occupation in best)
            {
                reach.Near[occupation]++;
            }

            reach.FirstByLikelihood[OccupationRanker.Best(likelihoods, 1)[0]]++;
            reach.Fitting[p] = fits.Count(fit => fit.IsGood);
        }

        return reach;
    }

    /// <summary>How often people of an occupation, each in turn, hear that it fits; and find it first and among the first three.</summary>
    /// <param name="people">How many, at least 1.</param>
    /// <param name="seed">Same seed, same people.</param>
    public (double Fits, double First, double Near) OfOccupations(int people, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(people);
        var random = new SeededRandom(seed);
        var gallery = _ranker.Gallery;
        var fits = new OccupationFit[gallery.Ids.Count];
        int good = 0,
            first = 0,
            near = 0;
        for (var p = 0; p < people; p++)
        {
            var own = p % gallery.Ids.Count;
            var levels = SimulatedPerson.Draw(_ranker.Bank, _correlations, random).Levels.ToArray();
            for (var d = 0; d < gallery.Dimensions.Count; d++)
            {
                var at = _ranker.Bank.DimensionIndex(gallery.Dimensions[d]);
                var level = gallery.Value(own, d);
                levels[at] = double.IsNaN(level) ? levels[at] : level + _ranker.Deviation * random.NextNormal();
            }

            _fits.Fit(Answers(SimulatedPerson.Create(_ranker.Bank, levels, random), seed + (ulong)p), fits);
            var place = OccupationRanker.RankOf([.. fits.Select(fit => fit.Order)], own);
            good += fits[own].IsGood ? 1 : 0;
            first += place < 2 ? 1 : 0;
            near += place < UsuallyNear + 1 ? 1 : 0;
        }

        return ((double)good / people, (double)first / people, (double)near / people);
    }

    private List<Answer> Answers(SimulatedPerson person, ulong session)
    {
        var answers = new List<Answer>();
        while (_questions.Next(answers, session) is { ItemId: { } id })
        {
            answers.Add(person.Answer(id));
        }

        return answers;
    }
}
