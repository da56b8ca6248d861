using CareerPortal.Occupations;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Evaluation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Selection;

namespace CareerPortal.Compatibility;

/// <summary>
/// A fixed sample of simulated people with what each answered to the quiz over all occupations, as it is before a change: the same people for every
/// change, so that whatever moves comes from the change.
/// </summary>
public sealed class ImpactSample
{
    /// <summary>How many people there are.</summary>
    public const int Size = 1_000;

    /// <summary>From which they are drawn.</summary>
    public const ulong Seed = 2026;

    private const int Near = 3;
    private const int MostTraits = 3;
    private const int MostNeighbours = 5;

    /// <summary>A group that differs less from all people in something is not described by it.</summary>
    private const double LeastDifference = 0.2;

    /// <summary>A smaller change of the compatibility moves nobody.</summary>
    private const double LeastPoints = 1;

    private readonly ItemBank _bank;
    private readonly SymmetricMatrix _correlations;
    private readonly IReadOnlyList<ImpactOccupation> _occupations;
    private readonly IReadOnlyList<SimulatedPerson> _people;
    private readonly IReadOnlyList<List<Answer>> _answers;
    private readonly Standing _before;

    private ImpactSample(
        ItemBank bank,
        SymmetricMatrix correlations,
        IReadOnlyList<ImpactOccupation> occupations,
        IReadOnlyList<SimulatedPerson> people,
        IReadOnlyList<List<Answer>> answers,
        Standing before
    )
    {
        (_bank, _correlations, _occupations) = (bank, correlations, occupations);
        (_people, _answers, _before) = (people, answers, before);
    }

    /// <summary>Draws the people and lets them answer.</summary>
    /// <param name="selection">What chooses questions, with its bank.</param>
    /// <param name="bank">The bank.</param>
    /// <param name="occupations">All occupations as they are before a change.</param>
    /// <param name="cancellation">Asked for each person.</param>
    /// <param name="size">How many people; fewer only to try something.</param>
    public static ImpactSample Draw(
        AdaptiveSelection selection,
        ItemBank bank,
        IReadOnlyList<ImpactOccupation> occupations,
        CancellationToken cancellation,
        int size = Size
    )
    {
        ArgumentNullException.ThrowIfNull(selection);
        var random = new SeededRandom(Seed);
        var questions = LayOut(occupations, bank) is { } gallery
            ? QuestionsOf(selection, new AnswerRanker(gallery, bank, OccupationShelf.Deviation), occupations)
            : null;
        var people = new List<SimulatedPerson>();
        var answers = new List<List<Answer>>();
        for (var p = 0; p < size; p++)
        {
            cancellation.ThrowIfCancellationRequested();
            var person = SimulatedPerson.Draw(bank, selection.Correlations, random);
            var given = new List<Answer>();
            while (questions?.Next(given, Seed + (ulong)p) is { ItemId: { } item })
            {
                given.Add(person.Answer(item));
            }

            people.Add(person);
            answers.Add(given);
        }

        var before = Rank(occupations, bank, selection.Correlations, answers, cancellation);
        return new ImpactSample(bank, selection.Correlations, occupations, people, answers, before);
    }

    /// <summary>What other requirements of one occupation would do.</summary>
    /// <exception cref="ArgumentException">There is no such occupation, or it would require nothing.</exception>
    public ImpactReport Change(string code, IReadOnlyList<Requirement> requirements, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(requirements);
        var was = _occupations.FirstOrDefault(o => o.Code == code) ?? throw new ArgumentException($"There is no occupation '{code}'.", nameof(code));
        var now = was with { Requirements = requirements };
        var changed = _occupations.Select(o => o.Code == code ? now : o).ToList();
        var after = Rank(changed, _bank, _correlations, _answers, cancellation);
        var (percentBefore, percentAfter) = (Percents(was), Percents(now));
        var points = percentAfter.Zip(percentBefore, (a, b) => a - b).ToList();
        var (rankBefore, rankAfter) = (_before.RanksOf(code), after.RanksOf(code));
        return new ImpactReport
        {
            People = _people.Count,
            Occupations = _occupations.Count,
            Before = SideOf(_before, code, percentBefore),
            After = SideOf(after, code, percentAfter),
            Climb = rankBefore.Zip(rankAfter).Count(r => r.First > 0 && r.Second > 0 && r.Second < r.First),
            Fall = rankBefore.Zip(rankAfter).Count(r => r.First > 0 && r.Second > r.First),
            OtherBand = percentBefore.Zip(percentAfter).Count(p => CompatibilityScale.Band(p.First) != CompatibilityScale.Band(p.Second)),
            Winners = GroupOf(points, p => p >= LeastPoints),
            Losers = GroupOf(points, p => p <= -LeastPoints),
            LostFromNear = Lost(_before.Near, after.Near),
            LostFromSuggested = Lost(_before.Suggested, after.Suggested),
            NeverNear = [.. after.Near.Where(n => n.Value == 0).Select(n => n.Key).Order(StringComparer.Ordinal)],
            Neighbours =
            [
                .. _before
                    .Near.Where(n => n.Key != code && after.Near.GetValueOrDefault(n.Key) != n.Value)
                    .Select(n => new ImpactNeighbour(n.Key, n.Value, after.Near.GetValueOrDefault(n.Key)))
                    .OrderByDescending(n => Math.Abs(n.NearAfter - n.NearBefore))
                    .ThenBy(n => n.Code, StringComparer.Ordinal)
                    .Take(MostNeighbours),
            ],
        };
    }

    private static RankingSelection QuestionsOf(AdaptiveSelection selection, AnswerRanker ranker, IReadOnlyList<ImpactOccupation> occupations)
    {
        var byCode = occupations.ToDictionary(o => o.Code, StringComparer.Ordinal);
        return selection.ForRanking(
            ranker,
            [.. ranker.Gallery.Ids.Select(id => MainQualities.Of(InOrder(byCode[id].Requirements).Select(r => (r.QualityId, r.Importance))))]
        );
    }

    private static IEnumerable<Requirement> InOrder(IEnumerable<Requirement> requirements) =>
        requirements.OrderByDescending(r => r.Importance).ThenBy(r => r.QualityId, StringComparer.Ordinal);

    private static OccupationGallery? LayOut(IEnumerable<ImpactOccupation> occupations, ItemBank bank) =>
        ShelvedOccupation.LayOut(
            occupations.Select(o => new ShelvedOccupation(o.Code, o.Interests, [.. o.Requirements.Select(r => (r.QualityId, r.Level))])),
            bank
        );

    private static Standing Rank(
        IReadOnlyList<ImpactOccupation> occupations,
        ItemBank bank,
        SymmetricMatrix correlations,
        IReadOnlyList<List<Answer>> answers,
        CancellationToken cancellation
    )
    {
        if (LayOut(occupations, bank) is not { } gallery)
        {
            return new Standing([], answers.Count);
        }

        var ranker = new FitRanker(new AnswerRanker(gallery, bank, OccupationShelf.Deviation), correlations);
        var standing = new Standing(gallery.Ids, answers.Count);
        var fits = new OccupationFit[gallery.Ids.Count];
        var order = new double[fits.Length];
        var places = new int[fits.Length];
        for (var p = 0; p < answers.Count; p++)
        {
            cancellation.ThrowIfCancellationRequested();
            ranker.Fit(answers[p], fits);
            for (var j = 0; j < fits.Length; j++)
            {
                (places[j], order[j]) = (j, -fits[j].Order);
            }

            Array.Sort(order, places);
            var rank = 1;
            for (var at = 0; at < places.Length; at++)
            {
                // Equals share the place of the first of them.
                rank = at > 0 && order[at] - order[at - 1] > OccupationFit.Tolerance ? at + 1 : rank;
                standing.Add(gallery.Ids[places[at]], p, rank, fits[places[at]].IsGood);
            }
        }

        return standing;
    }

    /// <summary>The compatibility of each person, were their levels known; none with an occupation that asks for nothing yet.</summary>
    private List<double> Percents(ImpactOccupation occupation)
    {
        if (occupation.Requirements.Count == 0)
        {
            return [.. _people.Select(_ => 0.0)];
        }

        var profile = Interviewer.ProfileOf(occupation.Code, InOrder(occupation.Requirements));
        var places = profile.Requirements.Select(r => _bank.DimensionIndex(r.QualityId)).ToList();
        return
        [
            .. _people.Select(person =>
            {
                var loss = 0.0;
                for (var i = 0; i < places.Count; i++)
                {
                    loss += profile.Weights[i] * OccupationScorer.Loss(profile.Requirements[i], places[i] < 0 ? 0 : person.Levels[places[i]]);
                }

                return CompatibilityScale.Compatibility(loss);
            }),
        ];
    }

    private static ImpactSide SideOf(Standing standing, string code, List<double> percents)
    {
        var ranks = standing.RanksOf(code);
        return new ImpactSide(
            ranks.Order().ElementAtOrDefault(ranks.Length / 2),
            ranks.Count(r => r == 1),
            standing.Near.GetValueOrDefault(code),
            standing.Suggested.GetValueOrDefault(code),
            standing.Fitting.GetValueOrDefault(code),
            percents.Average(),
            [.. Enum.GetValues<Verdict>().Where(v => v != Verdict.Indeterminate).Select(v => percents.Count(p => CompatibilityScale.Band(p) == v))]
        );
    }

    private ImpactGroup GroupOf(List<double> points, Func<double, bool> belongs)
    {
        var group = Enumerable.Range(0, points.Count).Where(p => belongs(points[p])).ToList();
        if (group.Count == 0)
        {
            return new ImpactGroup(0, 0, []);
        }

        return new ImpactGroup(
            group.Count,
            group.Average(p => points[p]),
            [
                .. _bank
                    .Dimensions.Select((id, d) => new ImpactTrait(id, group.Average(p => _people[p].Levels[d]) - _people.Average(p => p.Levels[d])))
                    .Where(t => Math.Abs(t.Difference) >= LeastDifference)
                    .OrderByDescending(t => Math.Abs(t.Difference))
                    .ThenBy(t => t.Id, StringComparer.Ordinal)
                    .Take(MostTraits),
            ]
        );
    }

    private static List<string> Lost(IReadOnlyDictionary<string, int> before, IReadOnlyDictionary<string, int> after) =>
        [.. before.Where(b => b.Value > 0 && after.GetValueOrDefault(b.Key) == 0).Select(b => b.Key).Order(StringComparer.Ordinal)];

    /// <summary>Where each occupation stands with each person.</summary>
    private sealed class Standing(IReadOnlyList<string> codes, int people)
    {
        private readonly Dictionary<string, int[]> _ranks = codes.ToDictionary(c => c, _ => new int[people], StringComparer.Ordinal);
        private readonly Dictionary<string, int> _near = codes.ToDictionary(c => c, _ => 0, StringComparer.Ordinal);
        private readonly Dictionary<string, int> _suggested = codes.ToDictionary(c => c, _ => 0, StringComparer.Ordinal);
        private readonly Dictionary<string, int> _fitting = codes.ToDictionary(c => c, _ => 0, StringComparer.Ordinal);

        public IReadOnlyDictionary<string, int> Near => _near;

        public IReadOnlyDictionary<string, int> Suggested => _suggested;

        public IReadOnlyDictionary<string, int> Fitting => _fitting;

        /// <summary>By person; 0 where the occupation has no place.</summary>
        public int[] RanksOf(string code) => _ranks.TryGetValue(code, out var ranks) ? ranks : new int[people];

        public void Add(string code, int person, int rank, bool fits)
        {
            _ranks[code][person] = rank;
            _near[code] += rank <= ImpactSample.Near ? 1 : 0;
            _suggested[code] += rank <= Adviser.Suggested ? 1 : 0;
            _fitting[code] += fits ? 1 : 0;
        }
    }
}
