using CareerPortal.Occupations;
using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Quiz.Selection;
using Microsoft.Extensions.Caching.Memory;

namespace CareerPortal.Compatibility;

/// <summary>Chooses the next question of a quiz from its answers alone, so that nothing but answers has to be kept.</summary>
public sealed class Interviewer(ItemBank bank, ProfileEstimator estimator, AdaptiveSelection selection, OccupationShelf shelf) : IDisposable
{
    /// <summary>The median length of a quiz on one occupation, over simulated people.</summary>
    private const int Usual = 18;

    /// <summary>
    /// How many choices are remembered, so that the page that takes an answer and the one that asks on choose once; and for how long.
    /// </summary>
    private const int MostRemembered = 10_000;

    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(10);

    private readonly MemoryCache _chosen = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    /// <summary>Asks on after the result is certain enough, as long as questions are left.</summary>
    private readonly AdaptiveSelection _further = new(estimator, selection.Rules with { Minimum = selection.Rules.Maximum });

    /// <summary>The next question, or null when enough is known.</summary>
    /// <param name="occupation">The one asked about; null in the quiz over all occupations.</param>
    /// <param name="answers">In the order given.</param>
    /// <param name="seed">Of the quiz.</param>
    /// <param name="further">Whether to ask on although enough is known.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal async ValueTask<string?> NextAsync(
        AskedOccupation? occupation,
        IReadOnlyList<GivenAnswer> answers,
        ulong seed,
        bool further,
        CancellationToken cancellation
    )
    {
        var all = occupation is null ? await shelf.CurrentAsync(cancellation) : null;
        var key = (About: (object?)occupation ?? all!, seed, further, string.Join(' ', answers.Select(a => $"{a.ItemId}={a.Value}")));
        if (_chosen.TryGetValue(key, out string? chosen))
        {
            return chosen;
        }

        var given = AnswersOf(answers);
        var next = occupation is null
            ? all!.Families?.Questions.Next(given, seed).ItemId
            : (further ? _further : selection).NextForOccupation(given, ProfileOf("", occupation.Requirements), seed).ItemId;
        return _chosen.Set(key, next, new MemoryCacheEntryOptions { Size = 1, SlidingExpiration = Remembered });
    }

    /// <summary>How many questions a quiz on so many qualities asks at least and at most.</summary>
    public (int Least, int Most) LengthOver(int qualities)
    {
        var most = Math.Min(selection.Rules.Maximum, qualities * selection.Rules.PerQuality);
        return (Math.Min(selection.Rules.Minimum, most), most);
    }

    /// <summary>How many questions there will have been in the end, as far as can be told.</summary>
    internal int Expect(IReadOnlyList<Requirement>? requirements, int answered, bool isLast)
    {
        if (isLast)
        {
            return answered;
        }

        // The quiz over all occupations asks all it may; one on an occupation ends when it knows enough, as a rule after this many.
        var usual = requirements is null ? selection.Rules.Maximum : Math.Min(Usual, LengthOver(requirements.Count).Most);
        return Math.Max(usual, answered + 1);
    }

    /// <summary>
    /// Whether a question may stand in this quiz: one that was the next before an earlier answer was changed is taken too, and so is one of the bank
    /// the quiz was begun with.
    /// </summary>
    public bool MayBeAsked(string itemId, IReadOnlyList<Requirement>? requirements, int answered, string bankVersion) =>
        answered < selection.Rules.Maximum
        && bank.Find(itemId) is { } item
        && (item.IsAskedIn(bank.Version) || item.IsAskedIn(bankVersion))
        && (requirements is null || requirements.Any(r => r.QualityId == item.QualityId));

    public void Dispose() => _chosen.Dispose();

    /// <summary>The answers to questions that the bank still has.</summary>
    internal List<Answer> AnswersOf(IEnumerable<GivenAnswer> answers) =>
        [.. answers.Where(a => bank.Find(a.ItemId) is not null).Select(a => new Answer(a.ItemId, a.Value))];

    internal static OccupationProfile ProfileOf(string code, IEnumerable<Requirement> requirements) =>
        new(code, requirements.Select(r => new RequiredQuality(r.QualityId, r.Level, r.Importance, r.Surplus) { Items = r.Items ?? [] }));
}
