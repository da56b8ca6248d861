using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;

namespace CareerPortal.Compatibility;

/// <summary>Turns the answers of a quiz into a score for its occupation.</summary>
public sealed class Adviser(ItemBank bank)
{
    private readonly ProfileEstimator _estimator = new(bank);

    public CompatibilityScore Score(QuizProgress quiz)
    {
        var profile = _estimator.Estimate([.. quiz.Answers
            .Where(a => bank.Find(a.Key) is not null)
            .Select(a => new Answer(a.Key, a.Value))]);
        var occupation = new OccupationProfile(
            quiz.OccupationCode,
            quiz.Requirements.Select(r => new Requirement(r.QualityId, r.Level, r.Importance, r.Surplus)));
        return OccupationScorer.Score(profile, occupation);
    }
}
