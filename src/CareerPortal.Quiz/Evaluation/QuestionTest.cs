using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Quiz.Evaluation;

/// <summary>Which questions real occupations lead to: is anything judged unasked, and is the quiz over all of them about qualities too?</summary>
public static class QuestionTest
{
    /// <summary>How many occupations at the top have to have been asked about.</summary>
    private const int Leading = 3;

    /// <summary>
    /// Simulated people take the quiz of one occupation, each occupation in turn, and the quiz over all of them.
    /// </summary>
    /// <param name="estimator">The estimator whose bank is asked from; it knows the parameters that people answer by.</param>
    /// <param name="occupations">The occupations.</param>
    /// <param name="deviation">How far people lie from their occupation in the ranking (z).</param>
    /// <param name="people">People in each of the two.</param>
    /// <param name="seed">Same seed, same table.</param>
    public static IReadOnlyList<SimulationRow> Run(
        ProfileEstimator estimator,
        IReadOnlyList<AskedOfOccupation> occupations,
        double deviation,
        int people,
        ulong seed
    )
    {
        ArgumentNullException.ThrowIfNull(estimator);
        ArgumentNullException.ThrowIfNull(occupations);
        return [.. One(estimator, occupations, people, seed), .. All(estimator, occupations, deviation, people, seed + 1)];
    }

    private static List<SimulationRow> One(ProfileEstimator estimator, IReadOnlyList<AskedOfOccupation> occupations, int people, ulong seed)
    {
        var bank = estimator.Bank;
        var selection = new AdaptiveSelection(estimator);
        var random = new SeededRandom(seed);
        int unasked = 0,
            onceOnly = 0,
            unnamed = 0;
        var lengths = new List<int>();
        for (var p = 0; p < people; p++)
        {
            var occupation = occupations[p % occupations.Count].Profile;
            var person = SimulatedPerson.Draw(bank, estimator.Correlations, random);
            var answers = new List<Answer>();
            while (selection.NextForOccupation(answers, occupation, seed + (ulong)p) is { ItemId: { } id })
            {
                answers.Add(person.Answer(id));
            }

            lengths.Add(answers.Count);
            var most = occupation.Requirements.Max(requirement => requirement.Importance);
            foreach (var requirement in occupation.Requirements)
            {
                var count = answers.Count(answer => bank.Find(answer.ItemId)!.QualityId == requirement.QualityId);
                unasked += count == 0 ? 1 : 0;
                onceOnly += requirement.Importance == most && count < selection.Rules.MostImportant ? 1 : 0;
                unnamed += requirement.Items.Count(item => !answers.Exists(answer => answer.ItemId == item));
            }
        }

        lengths.Sort();
        const string test = "questions of the quiz on one occupation";
        const string method = "shipped items and occupations";
        return
        [
            new SimulationRow(test, method, "required qualities without a question", unasked, "0"),
            new SimulationRow(test, method, "most important qualities with fewer than two", onceOnly, "0"),
            new SimulationRow(test, method, "items that an occupation names, not asked", unnamed, "0"),
            new SimulationRow(test, method, "median length", lengths[lengths.Count / 2], "≤ 18"),
            new SimulationRow(test, method, "longest", lengths[^1], "≤ 24"),
        ];
    }

    private static List<SimulationRow> All(
        ProfileEstimator estimator,
        IReadOnlyList<AskedOfOccupation> occupations,
        double deviation,
        int people,
        ulong seed
    )
    {
        var bank = estimator.Bank;
        var n = bank.Dimensions.Count;
        var values = new double[occupations.Count * n];
        Array.Fill(values, double.NaN);
        for (var j = 0; j < occupations.Count; j++)
        {
            foreach (var requirement in occupations[j].Profile.Requirements)
            {
                values[j * n + bank.DimensionIndex(requirement.QualityId)] = requirement.Required;
            }

            foreach (var (id, value) in InterestIds.All.Zip(occupations[j].Interests))
            {
                values[j * n + bank.DimensionIndex(id)] = value;
            }
        }

        var ranker = new AnswerRanker(
            OccupationGallery.Create([.. occupations.Select(o => o.Profile.Id)], bank.Dimensions, values, standardise: false),
            bank,
            deviation
        );
        var selection = new AdaptiveSelection(estimator).ForRanking(ranker, [.. occupations.Select(o => o.Main)]);
        var random = new SeededRandom(seed);
        var least = 1.0;
        int unasked = 0,
            looked = 0;
        for (var p = 0; p < people; p++)
        {
            var person = SimulatedPerson.Draw(bank, estimator.Correlations, random);
            var answers = new List<Answer>();
            while (selection.Next(answers, seed + (ulong)p) is { ItemId: { } id })
            {
                answers.Add(person.Answer(id));
            }

            var asked = answers.Select(answer => bank.Find(answer.ItemId)!.QualityId).ToList();
            least = Math.Min(least, (double)asked.Count(id => !InterestIds.Includes(id)) / asked.Count);
            foreach (var ranked in ranker.Rank(answers, Leading))
            {
                foreach (var quality in occupations[ranker.Gallery.IndexOf(ranked.Id)].Main)
                {
                    looked++;
                    unasked += asked.Contains(quality) ? 0 : 1;
                }
            }
        }

        const string test = "questions of the quiz over all occupations";
        const string method = "shipped items and occupations";
        return
        [
            new SimulationRow(test, method, "questions about qualities, least share, %", 100 * least, "≥ 33"),
            new SimulationRow(test, method, $"main qualities of the first {Leading} never asked about, %", 100.0 * unasked / looked, "0"),
        ];
    }
}
