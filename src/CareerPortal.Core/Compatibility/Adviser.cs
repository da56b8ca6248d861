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

    /// <summary>How many equals are named on one place; the others are counted.</summary>
    public const int MostEquals = 5;

    /// <summary>An effect on the rank smaller than this (natural logarithm of a likelihood ratio) is no reason worth telling.</summary>
    private const double SmallestReason = 0.1;

    /// <summary>How far above or below the average a mean has to lie, in its own standard deviations, to be told as marked.</summary>
    private const double Marked = 1;

    private const int ReasonsTold = 3;

    private readonly ResponseInspector _inspector = new(estimator);

    /// <summary>The result of a quiz on one occupation.</summary>
    public QuizResult Judge(QuizProgress quiz)
    {
        var answers = interviewer.AnswersOf(quiz.Answers);
        var profile = estimator.Estimate(answers);
        var occupation = Interviewer.ProfileOf(quiz.OccupationCode ?? "", quiz.Requirements);
        var report = Inspect(quiz);
        return new QuizResult(OccupationScorer.Score(profile, occupation, report.Widening), report, ResultChanges.Find(profile, occupation));
    }

    /// <summary>The result of a quiz over all occupations.</summary>
    public async Task<Suggestions> SuggestAsync(QuizProgress quiz, CancellationToken cancellation)
    {
        var answers = interviewer.AnswersOf(quiz.Answers);
        var profile = estimator.Estimate(answers);
        var report = Inspect(quiz);
        var traits = profile.Estimates.Where(e => e.Answers > 0).Select(TraitOf).OrderByDescending(t => t.Mean).ToList();
        var current = await shelf.CurrentAsync(cancellation);
        var shape = AnswerShapes.Of(answers, traits);
        if (current is not { Ranker: { } ranker, Fits: { } fits } || profile.AnswerCount == 0)
        {
            return new Suggestions([], traits, profile.AnswerCount, report) { Shape = shape };
        }

        var standings = traits.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var (places, fitting) = PlacesFor(fits, answers, shape);
        var suggested = places
            .SelectMany(place =>
                place
                    .Ids.Take(MostEquals)
                    .Select(id => new Suggestion(id, ReasonsOf(ranker.Explain(answers, id), standings))
                    {
                        Place = place.Place,
                        Sharing = place.Ids.Count,
                        Fits = fitting > 0,
                    })
            )
            .ToList();
        return new Suggestions(suggested, traits, profile.AnswerCount, report) { Shape = shape, Fitting = fitting };
    }

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
        return shape is not AnswerShape.Few && good.Good > 0 ? (good.Places, good.Good) : (fits.Rank(answers, Nearest).Places, 0);
    }

    /// <summary>
    /// The strongest reasons for and against, as they can be read beside the person's traits: one that would seem to contradict them is left
    /// out.
    /// </summary>
    private static List<SuggestionReason> ReasonsOf(IEnumerable<RankingReason> reasons, Dictionary<string, Trait> traits)
    {
        var told = reasons
            .Where(r => Math.Abs(r.Effect) > SmallestReason && traits.ContainsKey(r.Dimension))
            .Select(r => KindOf(r, traits[r.Dimension]) is { } kind ? new SuggestionReason(r.Dimension, kind) : null)
            .OfType<SuggestionReason>()
            .ToLookup(r => r.IsFor);
        return [.. told[true].Take(ReasonsTold), .. told[false].Take(ReasonsTold)];
    }

    private static ReasonKind? KindOf(RankingReason reason, Trait trait) =>
        reason.Effect > 0
            ? reason.Occupation >= 0
                ? trait.Standing is Standing.Below
                    ? null
                    : ReasonKind.Both
                : trait.Standing is Standing.Below
                    ? ReasonKind.Neither
                    : null
            : reason.Occupation > trait.Mean
                ? ReasonKind.More
                : ReasonKind.Less;

    private static Trait TraitOf(QualityEstimate estimate)
    {
        var (mean, doubt) = (estimate.BorrowedMean, Marked * estimate.BorrowedStandardError);
        return new Trait(
            estimate.QualityId,
            mean,
            estimate.BorrowedStandardError,
            mean > doubt ? Standing.Above
                : mean < -doubt ? Standing.Below
                : Standing.Average
        );
    }

    private ResponseReport Inspect(QuizProgress quiz)
    {
        var known = quiz.Answers.Where(a => bank.Find(a.ItemId) is not null).ToList();

        // The first question has no beginning, and a pause is no long thought; only what is too short counts.
        var seconds = known.Select((a, at) => at == 0 ? double.NaN : (a.AnsweredUtc - known[at - 1].AnsweredUtc).TotalSeconds);
        return _inspector.Inspect(interviewer.AnswersOf(known), [.. seconds]);
    }
}
