using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Compatibility;

/// <summary>The example of the method's page: one person, three qualities, six answers; computed by the engine each time it is asked for.</summary>
public sealed record WorkedExample(IReadOnlyList<Answer> Answers, OccupationProfile Occupation, Profile Profile, CompatibilityScore Score)
{
    private static readonly (string Quality, double Level, double Importance, int[] Given)[] Parts =
    [
        ("detail", 4, 5, [5, 2]),
        ("patience", 4, 3, [3, 4]),
        ("organisation", 3, 4, [4, 2]),
    ];

    public static WorkedExample Compute(ProfileEstimator estimator)
    {
        var bank = estimator.Bank;
        var answers = Parts.SelectMany(p => ItemsOf(bank, p.Quality).Zip(p.Given, (item, value) => new Answer(item.Id, value))).ToList();
        var occupation = new OccupationProfile("example", Parts.Select(p => new RequiredQuality(p.Quality, p.Level, p.Importance)));
        var profile = estimator.Estimate(answers);
        return new WorkedExample(answers, occupation, profile, OccupationScorer.Score(profile, occupation));
    }

    private static IEnumerable<Item> ItemsOf(ItemBank bank, string quality) => bank.Items.Where(i => i.QualityId == quality && !i.IsRetired);
}
