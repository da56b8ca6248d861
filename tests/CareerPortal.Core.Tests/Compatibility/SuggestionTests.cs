using CareerPortal.Compatibility;
using CareerPortal.Exchange;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Compatibility;

/// <summary>The quiz over all occupations, from its first question to its list.</summary>
[Slow]
public sealed class SuggestionTests : IDisposable
{
    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(3000)]
    public async Task SuggestAsync_PersonMadeForOneOccupation_NamesItAmongTheFirst(int count)
    {
        var wanted = count / 2;
        await _store.ImportAsync(Varied(count), Cancellation);
        var parts = new QuizParts(_store, _store.Time);
        var level = Levels(wanted);
        var code = await parts.Desk.StartOverAllAsync("fr", Cancellation);

        var quiz = await parts.TakeAsync(code, item => item.Coded(level.GetValueOrDefault(item.QualityId, 3)), Cancellation);
        var suggestions = await parts.Adviser.SuggestAsync(quiz, Cancellation);

        Assert.InRange(quiz.Answers.Count, 1, 24);
        Assert.Equal(Math.Min(count, Adviser.Suggested), suggestions.Occupations.Count);
        Assert.Contains(Code(wanted), suggestions.Occupations.Select(o => o.OccupationCode));
    }

    [Fact]
    public async Task SuggestAsync_ClearPerson_RanksByQualityAndSaysWhy()
    {
        await _store.ImportAsync(TwoOccupations(), Cancellation);
        var parts = new QuizParts(_store, _store.Time);
        var code = await parts.Desk.StartOverAllAsync("fr", Cancellation);

        var quiz = await parts.TakeAsync(
            code,
            item =>
                item.Coded(
                    item.QualityId == "empathie" ? 5
                    : item.QualityId == "logique" ? 1
                    : 3
                ),
            Cancellation
        );
        var suggestions = await parts.Adviser.SuggestAsync(quiz, Cancellation);

        Assert.Equal(["soignant", "logicien"], suggestions.Occupations.Select(o => o.OccupationCode));
        Assert.Contains(new SuggestionReason("empathie", ReasonKind.Both), suggestions.Occupations[0].Reasons);
        Assert.Contains(new SuggestionReason("logique", ReasonKind.More), suggestions.Occupations[1].Reasons);
        Assert.Equal(Standing.Above, suggestions.Traits.Single(t => t.Id == "empathie").Standing);
    }

    [Fact]
    public async Task SuggestAsync_Interests_TellOccupationsOfTheSameQualitiesApart()
    {
        var set = TwoOccupations();
        var same = set.Occupations[0].Requirements;
        await _store.ImportAsync(
            set with
            {
                Occupations =
                [
                    set.Occupations[0] with
                    {
                        Requirements = same,
                        Interests = new OccupationInterests("00-0000.01", 7, 3, 2, 2, 2, 4),
                    },
                    set.Occupations[1] with
                    {
                        Requirements = same,
                        Interests = new OccupationInterests("00-0000.02", 2, 3, 2, 7, 2, 4),
                    },
                ],
            },
            Cancellation
        );
        var parts = new QuizParts(_store, _store.Time);
        var code = await parts.Desk.StartOverAllAsync("fr", Cancellation);

        var quiz = await parts.TakeAsync(
            code,
            item =>
                item.QualityId == InterestIds.All[0] ? 5
                : item.QualityId == InterestIds.All[3] ? 1
                : 3,
            Cancellation
        );
        var suggestions = await parts.Adviser.SuggestAsync(quiz, Cancellation);

        Assert.Equal(set.Occupations[0].Code, suggestions.Occupations[0].OccupationCode);
        Assert.Contains(new SuggestionReason(InterestIds.All[0], ReasonKind.Both), suggestions.Occupations[0].Reasons);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task SuggestAsync_AnyPerson_GivesNoReasonThatItsTraitsContradict(int seed)
    {
        await _store.ImportFirstContentAsync(Cancellation);
        var parts = new QuizParts(_store, _store.Time);
        var code = await parts.Desk.StartOverAllAsync("fr", Cancellation);
        var random = new Random(seed);

        var suggestions = await parts.Adviser.SuggestAsync(await parts.TakeAsync(code, _ => random.Next(1, 6), Cancellation), Cancellation);

        var standings = suggestions.Traits.ToDictionary(t => t.Id, t => t.Standing);
        Assert.NotEmpty(suggestions.Occupations.SelectMany(o => o.Reasons));
        Assert.All(
            suggestions.Occupations.SelectMany(o => o.Reasons),
            r =>
                Assert.True(
                    r.Kind switch
                    {
                        ReasonKind.Both => standings[r.Id] != Standing.Below,
                        ReasonKind.Neither => standings[r.Id] == Standing.Below,
                        _ => true,
                    }
                )
        );
    }

    [Fact]
    public async Task SuggestAsync_EverythingSkipped_SuggestsNothing()
    {
        await _store.ImportAsync(TwoOccupations(), Cancellation);
        var parts = new QuizParts(_store, _store.Time);
        var code = await parts.Desk.StartOverAllAsync("fr", Cancellation);

        var suggestions = await parts.Adviser.SuggestAsync(await parts.TakeAsync(code, _ => null, Cancellation), Cancellation);

        Assert.Empty(suggestions.Occupations);
        Assert.Equal(0, suggestions.AnswerCount);
    }

    [Fact]
    public async Task StartOverAllAsync_EmptyStore_IsFinishedAtOnce()
    {
        var parts = new QuizParts(_store, _store.Time);
        var code = await parts.Desk.StartOverAllAsync("fr", Cancellation);

        var quiz = await parts.Desk.FindAsync(code, Cancellation);

        Assert.True(quiz!.IsFinished);
        Assert.Equal(0, quiz.Reached);
        Assert.Empty((await parts.Adviser.SuggestAsync(quiz, Cancellation)).Occupations);
    }

    [Fact]
    public async Task SuggestAsync_OccupationsChanged_FollowsWithinTwoSeconds()
    {
        await _store.ImportAsync(TwoOccupations(), Cancellation);
        var parts = new QuizParts(_store, _store.Time);
        var code = await parts.Desk.StartOverAllAsync("fr", Cancellation);
        var quiz = await parts.TakeAsync(code, _ => 3, Cancellation);
        Assert.Equal(2, (await parts.Adviser.SuggestAsync(quiz, Cancellation)).Occupations.Count);

        await _store.ImportAsync(Sample.Set(Sample.BriefGuide("autre")), Cancellation);
        _store.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(3, (await parts.Adviser.SuggestAsync(quiz, Cancellation)).Occupations.Count);
    }

    private static ExchangeSet TwoOccupations()
    {
        var set = Sample.Set(Sample.BriefGuide("soignant"), Sample.BriefGuide("logicien"));
        return set with
        {
            Occupations =
            [
                set.Occupations[0] with
                {
                    Requirements = [new("empathie", 5, 5, RequirementOrigin.Counsellor), new("patience", 4, 4, RequirementOrigin.Counsellor)],
                },
                set.Occupations[1] with
                {
                    Requirements = [new("logique", 5, 5, RequirementOrigin.Counsellor), new("detail", 4, 4, RequirementOrigin.Counsellor)],
                },
            ],
        };
    }

    private static string Code(int n) => $"metier-{n:0000}";

    /// <summary>Occupations that differ in what they require: each its own six qualities at its own levels.</summary>
    private static ExchangeSet Varied(int count)
    {
        var set = Sample.Set(Sample.BriefGuide(Code(0)));
        return set with
        {
            Occupations =
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(n =>
                        Sample.Occupation(Code(n)) with
                        {
                            Requirements = [.. Levels(n).Select(l => new RequirementEntry(l.Key, 4, l.Value, RequirementOrigin.Counsellor))],
                        }
                    ),
            ],
        };
    }

    private static Dictionary<string, int> Levels(int n)
    {
        var random = new Random(n);
        var qualities = Quiz.Qualities.QualityIds.All.ToArray();
        random.Shuffle(qualities);
        return qualities.Take(6).ToDictionary(q => q, _ => random.Next(2) == 0 ? 5 : 1);
    }
}
