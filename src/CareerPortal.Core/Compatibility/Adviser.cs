using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.ResponseQuality;

namespace CareerPortal.Compatibility;

/// <summary>Turns the answers of a quiz into a result: how one occupation fits, or which of all fit best.</summary>
public sealed class Adviser(ItemBank bank, ProfileEstimator estimator, Interviewer interviewer, OccupationShelf shelf)
{
    /// <summary>On how many places occupations are suggested at most: as many as fit.</summary>
    public const int Suggested = 10;

    /// <summary>How many are named where none fits.</summary>
    public const int Nearest = 3;

    /// <summary>Among how many of the nearest places those are looked for that something speaks for.</summary>
    private const int NearestLookedAt = 12;

    /// <summary>How many equals are named on one place; the others are counted.</summary>
    public const int MostEquals = 5;

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
        return new QuizResult(score, report, ResultChanges.Find(score, occupation))
        {
            IsProvisional = IsProvisional(answers),
            IsUniform = AnswerShapes.IsUniform(answers),
        };
    }

    /// <summary>The result of a quiz over all occupations.</summary>
    public async Task<Suggestions> SuggestAsync(QuizProgress quiz, CancellationToken cancellation)
    {
        var answers = interviewer.AnswersOf(quiz.Answers);
        var profile = estimator.Estimate(answers);
        var report = Inspect(quiz);
        var traits = profile
            .Estimates.Where(e => e.Answers > 0)
            .Select(e => TraitOf(e.QualityId, answers))
            .OrderByDescending(t => RankingReason.MeanAnswer(t.Evidence, bank))
            .ThenBy(t => t.Id, StringComparer.Ordinal)
            .ToList();
        var current = await shelf.CurrentAsync(cancellation);
        var shape = AnswerShapes.Of(answers, traits);
        if (current is not { Ranker: { } ranker, Fits: { } fits } || profile.AnswerCount == 0)
        {
            return new Suggestions([], traits, profile.AnswerCount, report) { Shape = shape };
        }

        var (places, fitting) = PlacesFor(fits, answers, shape);
        var suggested = places
            .SelectMany(place =>
                place
                    .Ids.Take(MostEquals)
                    .Select(id => new Suggestion(id, ReasonsOf(ranker.Explain(answers, id)))
                    {
                        Place = place.Place,
                        Sharing = place.Ids.Count,
                        Fits = fitting > 0,
                    })
            )
            .ToList();
        return new Suggestions(fitting > 0 ? suggested : NearestOf(suggested), traits, profile.AnswerCount, report)
        {
            Shape = shape,
            Fitting = fitting,
            IsProvisional = IsProvisional(answers),
        };
    }

    /// <summary>
    /// The places that something speaks for first, then the others; none where nothing speaks for any: being less unlikely than the rest is not near.
    /// </summary>
    private static List<Suggestion> NearestOf(IReadOnlyList<Suggestion> suggested) =>
        suggested.Any(s => s.IsSupported)
            ?
            [
                .. suggested
                    .GroupBy(s => s.Place)
                    .OrderByDescending(place => place.Any(s => s.IsSupported))
                    .ThenBy(place => place.Key)
                    .Take(Nearest)
                    .SelectMany((place, at) => place.OrderByDescending(s => s.IsSupported).Select(s => s with { Place = at + 1 })),
            ]
            : [];

    /// <summary>
    /// The places to name, and how many occupations fit: those that fit; the nearest where none does, or too little was answered to say; and none
    /// where the order would say nothing.
    /// </summary>
    private static (IReadOnlyList<RankedPlace> Places, int Fitting) PlacesFor(FitRanker fits, IReadOnlyList<Answer> answers, AnswerShape shape)
    {
        if (shape is AnswerShape.Uniform or AnswerShape.Flat)
        {
            return ([], 0);
        }

        var good = fits.Rank(answers, Suggested, onlyGood: true);
        return shape is not AnswerShape.Few && good.Good > 0 ? (good.Places, good.Good) : (fits.Rank(answers, NearestLookedAt).Places, 0);
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

    private Trait TraitOf(string id, IEnumerable<Answer> answers)
    {
        var evidence = answers.Where(a => a.Value is not null && bank.Find(a.ItemId)?.QualityId == id).ToList();
        var standing = RankingReason.MeanAnswer(evidence, bank) switch
        {
            >= RankingReason.DescribedFrom => Standing.Above,
            <= RankingReason.LittleUpTo => Standing.Below,
            _ => Standing.Average,
        };
        return new Trait(id, standing, evidence);
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
