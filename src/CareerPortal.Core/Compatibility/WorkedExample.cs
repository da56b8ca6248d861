using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.ResponseQuality;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Compatibility;

/// <summary>
/// The example of the method's page: one person takes a whole quiz on an occupation with four qualities, by the rules of every quiz; computed by
/// the engine each time it is asked for.
/// </summary>
public sealed record WorkedExample(IReadOnlyList<Answer> Answers, OccupationProfile Occupation, Profile Profile, CompatibilityScore Score)
{
    private const ulong Seed = 2026;

    /// <summary>What the person answers to the questions on a quality, one after the other; 5 speaks most for the quality.</summary>
    private static readonly (string Quality, double Level, double Importance, int[] Coded)[] Parts =
    [
        ("detail", 4, 5, [4, 4, 5]),
        ("organisation", 3, 4, [4, 4, 5]),
        ("patience", 4, 3, [3, 2, 2]),
        ("autonomie", 3, 2, [4, 4, 5]),
    ];

    public static WorkedExample Compute(ProfileEstimator estimator, AdaptiveSelection selection)
    {
        var bank = estimator.Bank;
        var occupation = new OccupationProfile("example", Parts.Select(p => new RequiredQuality(p.Quality, p.Level, p.Importance)));
        var answers = new List<Answer>();
        while (selection.NextForOccupation(answers, occupation, Seed).ItemId is { } id)
        {
            var item = bank.Find(id)!;
            var coded = Parts.Single(p => p.Quality == item.QualityId).Coded;
            var before = answers.Count(a => bank.Find(a.ItemId)!.QualityId == item.QualityId);
            answers.Add(new Answer(id, item.Coded(coded[before % coded.Length])));
        }

        var profile = estimator.Estimate(answers);
        var care = new ResponseInspector(estimator).Inspect(answers);
        return new WorkedExample(answers, occupation, profile, OccupationScorer.Score(profile, occupation, care.Widening));
    }
}
