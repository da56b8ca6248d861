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

    /// <summary>The result of a quiz over all occupations, without those that were put aside.</summary>
    public Task<Suggestions> SuggestAsync(QuizProgress quiz, CancellationToken cancellation) =>
        SuggestAsync(quiz, SuggestionFilter.None, cancellation);

    /// <summary>The same of those that pass a filter.</summary>
    public async Task<Suggestions> SuggestAsync(QuizProgress quiz, SuggestionFilter filter, CancellationToken cancellation)
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
        var entries = current.Entries;
        var shape = AnswerShapes.Of(answers, traits);
        var empty = new Suggestions([], traits, profile.AnswerCount, report) { Shape = shape, Compared = entries.Count };
        if (current.Families is not { } families || profile.AnswerCount == 0)
        {
            return empty;
        }

        var isProvisional = IsProvisional(answers);
        if (shape is AnswerShape.Uniform or AnswerShape.Flat)
        {
            return empty with { IsProvisional = isProvisional };
        }

        var fits = families.FitOf(answers);
        var away = quiz.Dismissed.Select(d => d.Code).ToHashSet(StringComparer.Ordinal);
        var likeness = new LikenessToDismissed(entries, quiz.Dismissed);
        var (fitting, hidden) = shape is AnswerShape.Few ? (0, 0) : Count(families, fits, e => !away.Contains(e.Code), Admits);
        var places = families.Rank(
            fits,
            e => !away.Contains(e.Code) && Admits(e),
            likeness,
            fitting > 0 ? Suggested : NearestLookedAt,
            onlyGood: fitting > 0
        );
        var shown = places.SelectMany(p => p.Entries.Take(MostEquals)).Select(e => e.Family).Distinct().ToList();
        var reasons = shown
            .Zip(families.Ranker.Explain(answers, [.. shown.Select(f => families.Ranker.Gallery.Ids[f])]))
            .ToDictionary(r => r.First, r => ReasonsOf(r.Second));
        var suggested = places
            .SelectMany(place =>
                place
                    .Entries.Take(MostEquals)
                    .Select(placed => new Suggestion(placed.Entry.Code, reasons[placed.Family])
                    {
                        Place = place.Place,
                        Sharing = place.Entries.Count,
                        Fits = fitting > 0,
                        Entry = placed.Entry,
                        Lowered = placed.Why,
                    })
            )
            .ToList();
        return empty with
        {
            Occupations =
                fitting > 0 ? suggested
                : hidden > 0 ? []
                : NearestOf(suggested),
            Fitting = fitting,
            Hidden = hidden,
            IsProvisional = isProvisional,
        };

        bool Admits(ShelfEntry entry) => filter.Admits(entry, entries.Catalogue);
    }

    /// <summary>How an occupation of the catalogue fits, by the answers of any quiz; null where the quiz knows no such occupation.</summary>
    public async Task<OccupationMatch?> MatchAsync(QuizProgress quiz, string catalogueCode, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(quiz);
        var current = await shelf.CurrentAsync(cancellation);
        if (current.Entries.OfCatalogue(catalogueCode) is not { } entry)
        {
            return null;
        }

        var answers = interviewer.AnswersOf(quiz.Answers);
        var profile = estimator.Estimate(answers);
        var traits = profile.Estimates.Where(e => e.Answers > 0).Select(e => TraitOf(e.QualityId, answers));
        var shape = AnswerShapes.Of(answers, traits);
        var tells = profile.AnswerCount > 0 && shape is not (AnswerShape.Uniform or AnswerShape.Flat);
        var family = current.Families is { } ranked ? Enumerable.Range(0, ranked.Members.Count).First(f => ranked.Members[f].Contains(entry)) : -1;
        var families = tells ? current.Families : null;
        return new OccupationMatch
        {
            Entry = entry,
            Score =
                profile.AnswerCount == 0 || AnswerShapes.IsUniform(answers) || ProfileOf(entry, current) is not { } occupation
                    ? null
                    : OccupationScorer.Score(profile, occupation, Inspect(quiz).Widening),
            Reasons = families is null ? [] : ReasonsOf(families.Ranker.Explain(answers, families.Ranker.Gallery.Ids[family])),
            IsSuggested =
                families is null || quiz.OccupationCode is not null || shape is AnswerShape.Few ? null : families.FitOf(answers)[family].IsGood,
            IsPutAside = quiz.Dismissed.Any(d => d.Code == entry.Code),
            IsProvisional = IsProvisional(answers),
        };
    }

    /// <summary>What an occupation asks for: by a counsellor's word, or else as it follows from the catalogues; null where neither says anything.</summary>
    private static OccupationProfile? ProfileOf(ShelfEntry entry, RankedShelf current)
    {
        if (entry.IsOwn && current.Occupations.Values.FirstOrDefault(o => o.Code == entry.Code) is { Requirements.Count: > 0 } asked)
        {
            return Interviewer.ProfileOf(entry.Code, asked.Requirements);
        }

        var derived = entry
            .Listed?.Facts.Levels.DistinctBy(l => l.QualityId)
            .Select(l => new RequiredQuality(l.QualityId, l.Level, l.Importance))
            .ToList();
        return derived is { Count: > 0 } ? new OccupationProfile(entry.Code, derived) : null;
    }

    /// <summary>How many occupations fit and are shown, and how many fit and are not shown because of the filter.</summary>
    private static (int Shown, int Hidden) Count(
        RankedFamilies families,
        OccupationFit[] fits,
        Func<ShelfEntry, bool> isThere,
        Func<ShelfEntry, bool> admits
    )
    {
        var shown = 0;
        var hidden = 0;
        for (var family = 0; family < fits.Length; family++)
        {
            foreach (var entry in fits[family].IsGood ? families.Members[family].Where(isThere) : [])
            {
                (shown, hidden) = admits(entry) ? (shown + 1, hidden) : (shown, hidden + 1);
            }
        }

        return (shown, hidden);
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
