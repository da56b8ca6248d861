using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.ResponseQuality;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>
/// How badly the answers of attentive people may seem to fit: the limit below which <see cref="ResponseInspector"/> sees contradictions.
/// </summary>
public static class FitLimit
{
    /// <summary>The share of attentive people whose l_z may count as a sign.</summary>
    public const double Share = 0.025;

    /// <summary>
    /// The 2.5th percentile of l_z over simulated attentive people who answer these items. It depends on them: the fewer items a quality has,
    /// the more its level follows the answers and the better they seem to fit.
    /// </summary>
    /// <param name="estimator">The estimator whose bank the items belong to, with the correlations that people are drawn by.</param>
    /// <param name="quizzes">The items of one quiz or of several, each item once in a quiz; people take them in turn.</param>
    /// <param name="seed">Same seed, same percentile.</param>
    /// <param name="people">How many people are simulated, at least 40.</param>
    /// <returns>l_z (no unit); −∞ when no quality has two of the items.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 40 people.</exception>
    public static double Of(ProfileEstimator estimator, IReadOnlyList<IReadOnlyList<string>> quizzes, ulong seed = 2026, int people = 4000)
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(quizzes);
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 40);
        var inspector = new ResponseInspector(estimator);
        var random = new SeededRandom(seed);
        var fits = new List<double>(people);
        for (var p = 0; p < people; p++)
        {
            var person = SimulatedPerson.Draw(estimator.Bank, estimator.Correlations, random);
            if (inspector.PersonFit(person.Answers(quizzes[p % quizzes.Count])) is { } fit)
            {
                fits.Add(fit);
            }
        }

        fits.Sort();
        return fits.Count == 0 ? double.NegativeInfinity : fits[(int)(Share * fits.Count)];
    }
}
