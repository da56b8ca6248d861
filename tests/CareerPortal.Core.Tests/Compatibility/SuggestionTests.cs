using CareerPortal.Compatibility;
using CareerPortal.Exchange;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Matching;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

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
        Assert.InRange(suggestions.Occupations.Count, 1, Adviser.Suggested);
        Assert.Equal(Math.Min(suggestions.Fitting, Adviser.Suggested), suggestions.Occupations.Count);
        Assert.All(suggestions.Occupations, o => Assert.True(o.Fits));
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

        Assert.Equal(["soignant"], suggestions.Occupations.Select(o => o.OccupationCode));
        Assert.Contains(suggestions.Occupations[0].Reasons, r => r is { Id: "empathie", Direction: ReasonDirection.Both, Evidence.Count: > 0 });
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
        Assert.Contains(suggestions.Occupations[0].Reasons, r => r.Id == InterestIds.All[0] && r.Direction == ReasonDirection.Both);
    }

    /// <summary>
    /// Every reason told to anyone is recomputed from the answers: by their mean, by what the guide asks and, for more and less, by what the graded
    /// response model expects at that level. Whoever dislikes something is never told to like it.
    /// </summary>
    [Theory]
    [InlineData("random")]
    [InlineData("low")]
    [InlineData("high")]
    [InlineData("mixed")]
    [InlineData("yes")]
    [InlineData("no")]
    [InlineData("middle")]
    public async Task SuggestAsync_AnyPerson_GivesOnlyReasonsThatTheAnswersBearOut(string kind)
    {
        await _store.ImportFirstContentAsync(Cancellation);
        var parts = new QuizParts(_store, _store.Time);
        var levels = await LevelsAsync();
        var (told, people) = (0, kind is "yes" or "no" or "middle" ? 1 : 6);
        for (var seed = 1; seed <= people; seed++)
        {
            var code = await parts.Desk.StartOverAllAsync("fr", Cancellation);
            var quiz = await parts.TakeAsync(code, Answering(kind, new Random(seed)), Cancellation);

            var suggestions = await parts.Adviser.SuggestAsync(quiz, Cancellation);

            Assert.Equal(
                suggestions.Traits.Select(t => t.Evidence.Average(a => parts.Bank.Find(a.ItemId)!.Coded(a.Value!.Value))).OrderDescending(),
                suggestions.Traits.Select(t => t.Evidence.Average(a => parts.Bank.Find(a.ItemId)!.Coded(a.Value!.Value)))
            );
            foreach (var suggestion in suggestions.Occupations)
            {
                foreach (var reason in suggestion.Reasons)
                {
                    var items = quiz
                        .Answers.Where(a => a.Value is not null && parts.Bank.Find(a.ItemId)!.QualityId == reason.Id)
                        .Select(a => (Item: parts.Bank.Find(a.ItemId)!, Value: a.Value!.Value))
                        .ToList();
                    var mean = items.Average(i => i.Item.Reversed ? 6.0 - i.Value : i.Value);
                    var level = levels[(suggestion.OccupationCode, reason.Id)];
                    var expected = items.Average(i => 1 + i.Item.Parameters.B.Sum(b => 1 / (1 + Math.Exp(-i.Item.Parameters.A * (level - b)))));
                    Assert.Equal(items.Select(i => (i.Item.Id, i.Value)), reason.Evidence.Select(a => (a.ItemId, a.Value!.Value)));
                    Assert.True(
                        reason.Direction switch
                        {
                            ReasonDirection.Both => mean >= 3.5 && level >= 0,
                            ReasonDirection.Neither => mean <= 2.5 && level <= -0.5,
                            ReasonDirection.More => mean < expected,
                            ReasonDirection.Less => mean > expected && mean >= 3.5 && InterestIds.Includes(reason.Id),
                            _ => false,
                        },
                        $"{suggestion.OccupationCode}: {reason.Id} is {reason.Direction}, but the mean answer is {mean:0.0} and the level {level:0.0}"
                    );
                    told++;
                }
            }

            Assert.All(
                suggestions.Traits,
                t =>
                {
                    var mean = t.Evidence.Average(a => (double)parts.Bank.Find(a.ItemId)!.Coded(a.Value!.Value));
                    Assert.Equal(
                        mean >= 3.5 ? Standing.Above
                            : mean <= 2.5 ? Standing.Below
                            : Standing.Average,
                        t.Standing
                    );
                }
            );
        }

        Assert.True(kind is "yes" or "no" or "middle" || told > 5 * people, $"only {told} reasons");
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

    [Theory]
    [InlineData("first", AnswerShape.Uniform)]
    [InlineData("middle", AnswerShape.Uniform)]
    [InlineData("last", AnswerShape.Uniform)]
    [InlineData("undecided", AnswerShape.Flat)]
    [InlineData("few", AnswerShape.Few)]
    [InlineData("extreme", AnswerShape.Extreme)]
    public async Task SuggestAsync_AnswersOfAShape_SayOnlyWhatTheyBear(string kind, AnswerShape shape)
    {
        await _store.ImportFirstContentAsync(Cancellation);
        var parts = new QuizParts(_store, _store.Time);
        var code = await parts.Desk.StartOverAllAsync("fr", Cancellation);
        var (asked, random) = (0, new Random(3));
        var turn = new Dictionary<string, int>();

        var suggestions = await parts.Adviser.SuggestAsync(
            await parts.TakeAsync(
                code,
                item =>
                    kind switch
                    {
                        "first" => 1,
                        "middle" => 3,
                        "last" => 5,
                        // Now a little, now little: on average nothing, yet not the same answer everywhere.
                        "undecided" => item.Coded((turn[item.QualityId] = turn.GetValueOrDefault(item.QualityId) + 1) == 3 ? 4 : 3),
                        "few" => asked++ < 5 ? item.Coded(5) : null,
                        _ => random.Next(2) == 0 ? 1 : 5,
                    },
                Cancellation
            ),
            Cancellation
        );

        Assert.Equal(shape, suggestions.Shape);
        Assert.True(suggestions.Fitting > 0 || suggestions.Occupations is [] or [{ IsSupported: true }, ..]);
        Assert.Equal(
            shape switch
            {
                AnswerShape.Uniform or AnswerShape.Flat => 0,
                AnswerShape.Few => Adviser.Nearest,
                _ => suggestions.Fitting > 0 ? Math.Min(suggestions.Fitting, Adviser.Suggested) : Adviser.Nearest,
            },
            suggestions.Occupations.Count
        );
        Assert.True(shape is AnswerShape.Extreme || suggestions.Occupations.All(o => !o.Fits));
    }

    [Fact]
    public async Task SuggestAsync_ManyOccupationsOfOneProfile_AreEqualsOfWhichSomeAreNamed()
    {
        var set = TwoOccupations();
        await _store.ImportAsync(
            set with
            {
                Occupations =
                [
                    .. set.Occupations,
                    .. Enumerable.Range(0, 7).Select(n => Sample.Occupation(Code(n)) with { Requirements = set.Occupations[0].Requirements }),
                ],
            },
            Cancellation
        );
        var parts = new QuizParts(_store, _store.Time);
        var code = await parts.Desk.StartOverAllAsync("fr", Cancellation);

        var quiz = await parts.TakeAsync(code, item => item.Coded(item.QualityId is "empathie" or "patience" ? 5 : 2), Cancellation);
        var suggestions = await parts.Adviser.SuggestAsync(quiz, Cancellation);

        Assert.Equal(8, suggestions.Fitting);
        Assert.Equal(Adviser.MostEquals, suggestions.Occupations.Count);
        Assert.All(suggestions.Occupations, o => Assert.Equal((1, 8), (o.Place, o.Sharing)));
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
        var quiz = await parts.TakeAsync(code, item => item.QualityId is "empathie" or "logique" ? item.Coded(5) : null, Cancellation);
        Assert.Equal(2, (await parts.Adviser.SuggestAsync(quiz, Cancellation)).Occupations.Count);

        var (two, more) = (TwoOccupations(), Sample.Set(Sample.BriefGuide("autre")));
        more = more with { Occupations = [more.Occupations[0] with { Requirements = two.Occupations[1].Requirements }] };
        await _store.ImportAsync(more, Cancellation);
        _store.Time.Advance(TimeSpan.FromSeconds(2));

        Assert.Equal(3, (await parts.Adviser.SuggestAsync(quiz, Cancellation)).Occupations.Count);
    }

    /// <summary>What each occupation of the store asks for, on the z scale: 1 to 5 are −1.5, −1, 0, 1 and 1.5; interests are standardised.</summary>
    private async Task<Dictionary<(string, string), double>> LevelsAsync()
    {
        double[] steps = [-1.5, -1, 0, 1, 1.5];
        await using var context = _store.CreateDbContext();
        var occupations = await context.Occupations.AsNoTracking().Include(o => o.Requirements).ToListAsync(Cancellation);
        return occupations
            .SelectMany(o =>
                o.Requirements.Select(r => (Key: (o.Code, r.QualityId), Level: steps[r.Level - 1]))
                    .Concat(InterestIds.All.Zip(o.Interests?.Standardised() ?? [], (id, z) => (Key: (o.Code, id), Level: z)))
            )
            .ToDictionary(l => l.Key, l => l.Level);
    }

    private static Func<Item, int?> Answering(string kind, Random random) =>
        item =>
            kind switch
            {
                "low" => item.Coded(1 + random.Next(2)),
                "high" => item.Coded(4 + random.Next(2)),
                "yes" => 5,
                "no" => 1,
                "middle" => 3,
                "mixed" => random.Next(5) == 0 ? null : item.Coded(item.QualityId.Length % 2 == 0 ? 5 : 1),
                _ => random.Next(1, 6),
            };

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
