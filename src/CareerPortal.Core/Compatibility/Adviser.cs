using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.ResponseQuality;

namespace CareerPortal.Compatibility;

/// <summary>Turns the answers of a quiz into a result: how one occupation fits, or which of all fit best.</summary>
public sealed class Adviser(ItemBank bank, ProfileEstimator estimator, Interviewer interviewer, OccupationShelf shelf)
{
    /// <summary>How many occupations are suggested.</summary>
    public const int Suggested = 10;

    /// <summary>An effect on the rank smaller than this (natural logarithm of a likelihood ratio) is no reason worth telling.</summary>
    private const double SmallestReason = 0.1;

    private const int ReasonsTold = 3;

    private readonly ResponseInspector _inspector = new(estimator);

    /// <summary>The result of a quiz on one occupation.</summary>
    public QuizResult Judge(QuizProgress quiz)
    {
        var answers = interviewer.AnswersOf(quiz.Answers);
        var profile = estimator.Estimate(answers);
        var occupation = Interviewer.ProfileOf(quiz.OccupationCode ?? "", quiz.Requirements);
        var report = Inspect(quiz);
        var score = OccupationScorer.Score(profile, occupation, report.Widening);
        return new QuizResult(score, report, ResultChanges.Find(score, occupation)) { IsProvisional = IsProvisional(answers) };
    }

    /// <summary>The result of a quiz over all occupations.</summary>
    public async Task<Suggestions> SuggestAsync(QuizProgress quiz, CancellationToken cancellation)
    {
        var answers = interviewer.AnswersOf(quiz.Answers);
        var profile = estimator.Estimate(answers);
        var report = Inspect(quiz);
        var traits = profile.Estimates.Where(e => e.Answers > 0).Select(e => TraitOf(e, answers)).OrderByDescending(t => t.Mean).ToList();
        if ((await shelf.CurrentAsync(cancellation)).Ranker is not { } ranker || profile.AnswerCount == 0)
        {
            return new Suggestions([], traits, profile.AnswerCount, report);
        }

        var suggested = ranker.Rank(answers, Suggested).Select(o => new Suggestion(o.Id, ReasonsOf(ranker.Explain(answers, o.Id)))).ToList();
        return new Suggestions(suggested, traits, profile.AnswerCount, report) { IsProvisional = IsProvisional(answers) };
    }

    /// <summary>The strongest reasons for and against that the answers bear out.</summary>
    private static List<SuggestionReason> ReasonsOf(IEnumerable<RankingReason> reasons)
    {
        var told = reasons
            .Where(r => Math.Abs(r.Effect) > SmallestReason && r.Direction != ReasonDirection.None)
            .Select(r => new SuggestionReason(r.Dimension, r.Direction, r.Evidence))
            .ToLookup(r => r.IsFor);
        return [.. told[true].Take(ReasonsTold), .. told[false].Take(ReasonsTold)];
    }

    private Trait TraitOf(QualityEstimate estimate, IEnumerable<Answer> answers)
    {
        var evidence = answers.Where(a => a.Value is not null && bank.Find(a.ItemId)?.QualityId == estimate.QualityId).ToList();
        var standing = RankingReason.MeanAnswer(evidence, bank) switch
        {
            >= RankingReason.DescribedFrom => Standing.Above,
            <= RankingReason.LittleUpTo => Standing.Below,
            _ => Standing.Average,
        };
        return new Trait(estimate.QualityId, estimate.BorrowedMean, estimate.BorrowedStandardError, standing, evidence);
    }

    private bool IsProvisional(IEnumerable<Answer> answers) =>
        answers.Any(a => a.Value is not null && bank.Find(a.ItemId) is { IsCalibrated: false });

    private ResponseReport Inspect(QuizProgress quiz)
    {
        var known = quiz.Answers.Where(a => bank.Find(a.ItemId) is not null).ToList();

        // The first question has no beginning, and a pause is no long thought; only what is too short counts.
        var seconds = known.Select((a, at) => at == 0 ? double.NaN : (a.AnsweredUtc - known[at - 1].AnsweredUtc).TotalSeconds);
        return _inspector.Inspect(interviewer.AnswersOf(known), [.. seconds]);
    }
}
