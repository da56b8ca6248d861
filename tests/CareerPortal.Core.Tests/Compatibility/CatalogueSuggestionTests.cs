using CareerPortal.Catalogue;
using CareerPortal.Compatibility;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Items;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Compatibility;

/// <summary>The quiz over the occupations of guides and those of the catalogue.</summary>
[Slow]
public sealed class CatalogueSuggestionTests : IDisposable
{
    private const string Group = "Conditions de travail et risques professionnels";

    private readonly TestStore _store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _store.Dispose();

    [Fact]
    public async Task CountAsync_OccupationWithAGuideAndARomeCode_CountsOnce()
    {
        var set = Sample.Set(Sample.BriefGuide("veilleur"));
        await _store.ImportAsync(set with { Occupations = [set.Occupations[0] with { RomeCode = "A1101" }] }, Cancellation);
        await ListAsync(Listed("A1101"), Listed("A1102"));
        var parts = new QuizParts(_store, _store.Time);

        Assert.Equal(2, await parts.Shelf.CountAsync(Cancellation));
    }

    [Fact]
    public async Task SuggestAsync_OccupationOfTheCatalogue_IsFoundByItsInterests()
    {
        await ListAsync(Listed("A1101", "R"), Listed("A1102", "S"), Listed("A1103", "C"));
        var parts = new QuizParts(_store, _store.Time);

        var suggestions = await parts.Adviser.SuggestAsync(await TakeAsync(parts, Liking(3)), Cancellation);

        Assert.Equal("A1102", suggestions.Occupations[0].OccupationCode);
        Assert.Equal(3, suggestions.Compared);
        Assert.False(suggestions.Occupations[0].Entry!.IsOwn);
    }

    [Fact]
    public async Task SuggestAsync_EqualProfiles_ShareAPlaceAndAreAllCounted()
    {
        await ListAsync(Listed("A1101", "S"), Listed("A1102", "S"), Listed("A1103", "R"));
        var parts = new QuizParts(_store, _store.Time);

        var suggestions = await parts.Adviser.SuggestAsync(await TakeAsync(parts, Liking(3)), Cancellation);

        Assert.Equal(["A1101", "A1102"], suggestions.Occupations.Where(o => o.Place == 1).Select(o => o.OccupationCode));
        Assert.All(suggestions.Occupations.Where(o => o.Place == 1), o => Assert.Equal(2, o.Sharing));
        Assert.Equal(2, suggestions.Fitting);
    }

    [Fact]
    public async Task SuggestAsync_Filter_LeavesOutAndCountsWhatItHides()
    {
        await ListAsync(
            Listed("A1101", "S") with
            {
                WithoutDiploma = true,
            },
            Listed("A1102", "S") with
            {
                Contexts = ["300799"],
                Crossings = [new Crossing("isco-08", "2341", "x", 0.6)],
            },
            Listed("B1103", "S") with
            {
                Domain = "B11",
            }
        );
        var parts = new QuizParts(_store, _store.Time);
        var quiz = await TakeAsync(parts, Liking(3));

        Assert.Equal(["A1101"], await CodesAsync(new SuggestionFilter { Studies = ShelfStudies.Secondary }, 2));
        Assert.Equal(["A1102"], await CodesAsync(new SuggestionFilter { Studies = ShelfStudies.Higher }, 2));
        Assert.Equal(["A1102"], await CodesAsync(new SuggestionFilter { Telework = true }, 2));
        Assert.Equal(["B1103"], await CodesAsync(new SuggestionFilter { Field = "B" }, 2));
        Assert.Equal([], await CodesAsync(new SuggestionFilter { Shortage = "wallonie" }, 3));

        async Task<IEnumerable<string>> CodesAsync(SuggestionFilter filter, int hidden)
        {
            var suggestions = await parts.Adviser.SuggestAsync(quiz, filter, Cancellation);
            Assert.Equal(hidden, suggestions.Hidden);
            return suggestions.Occupations.Select(o => o.OccupationCode);
        }
    }

    [Theory]
    [InlineData(DismissalReason.Interest, "A1102")]
    [InlineData(DismissalReason.Conditions, "A1103")]
    [InlineData(DismissalReason.Studies, "A1104")]
    [InlineData(DismissalReason.Known, null)]
    [InlineData(DismissalReason.Other, null)]
    public async Task SuggestAsync_Dismissed_IsGoneAndWhatSharesTheReasonGoesDownAndSaysSo(DismissalReason reason, string? lowered)
    {
        await ListAsync(
            Listed("A1101", "S") with
            {
                Interests = ["1"],
                MainInterests = 1,
                Contexts = ["c1", "c2"],
                Crossings = [new Crossing("isco-08", "2341", "x", 0.6)],
            },
            Listed("A1102", "S") with
            {
                Interests = ["1"],
                MainInterests = 1,
            },
            Listed("A1103", "S") with
            {
                Contexts = ["c1", "c2"],
            },
            Listed("A1104", "S") with
            {
                Crossings = [new Crossing("isco-08", "2411", "x", 0.6)],
            }
        );
        var parts = new QuizParts(_store, _store.Time);
        var quiz = await TakeAsync(parts, Liking(3));

        Assert.True(await parts.Desk.DismissAsync(quiz, "A1101", reason, Cancellation));
        var suggestions = await parts.Adviser.SuggestAsync((await parts.Desk.FindAsync(quiz.Code, Cancellation))!, Cancellation);

        Assert.DoesNotContain("A1101", suggestions.Occupations.Select(o => o.OccupationCode));
        Assert.Equal(3, suggestions.Fitting);
        Assert.Equal(lowered is null ? [] : [lowered], suggestions.Occupations.Where(o => o.Lowered.Count > 0).Select(o => o.OccupationCode));
        Assert.Equal(lowered is null ? 1 : 2, suggestions.Occupations.Max(o => o.Place));
        Assert.True(lowered is null || suggestions.Occupations[^1].OccupationCode == lowered);
        Assert.All(suggestions.Occupations.SelectMany(o => o.Lowered), why => Assert.Equal(("A1101", reason), (why.DismissedCode, why.Reason)));
    }

    [Fact]
    public async Task DismissAsync_TakenBack_LeavesNoTrace()
    {
        await ListAsync(Listed("A1101", "S"), Listed("A1102", "S"));
        var parts = new QuizParts(_store, _store.Time);
        var quiz = await TakeAsync(parts, Liking(3));
        await parts.Desk.DismissAsync(quiz, "A1101", DismissalReason.Interest, Cancellation);
        await parts.Desk.DismissAsync(quiz, "A1101", DismissalReason.Other, Cancellation);
        await parts.Desk.DismissAsync(quiz, "A1102", DismissalReason.Known, Cancellation);
        Assert.Equal(
            [new DismissedOccupation("A1101", DismissalReason.Other), new DismissedOccupation("A1102", DismissalReason.Known)],
            (await parts.Desk.FindAsync(quiz.Code, Cancellation))!.Dismissed
        );

        Assert.True(await parts.Desk.TakeBackAsync(quiz.Code, "A1101", Cancellation));
        Assert.True(await parts.Desk.TakeBackAsync(quiz.Code, "A1102", Cancellation));

        Assert.Empty((await parts.Desk.FindAsync(quiz.Code, Cancellation))!.Dismissed);
    }

    [Fact]
    public async Task DismissAsync_CodeThatIsNoOccupation_IsRefused()
    {
        await ListAsync(Listed("A1101", "S"));
        var parts = new QuizParts(_store, _store.Time);
        var quiz = await TakeAsync(parts, Liking(3));

        Assert.False(await parts.Desk.DismissAsync(quiz, "Z9999", DismissalReason.Other, Cancellation));
        Assert.Empty((await parts.Desk.FindAsync(quiz.Code, Cancellation))!.Dismissed);
    }

    [Fact]
    public async Task DismissAsync_ManyAtOnce_KeepsThemAll()
    {
        var all = Enumerable.Range(1101, 6).Select(n => Listed($"A{n}", "S")).ToArray();
        await ListAsync(all);
        var parts = new QuizParts(_store, _store.Time);
        var quiz = await TakeAsync(parts, Liking(3));

        var taken = await Task.WhenAll(all.Select(o => parts.Desk.DismissAsync(quiz, o.Parent, DismissalReason.Known, Cancellation)));

        Assert.All(taken, Assert.True);
        Assert.Equal(
            all.Select(o => o.Parent),
            (await parts.Desk.FindAsync(quiz.Code, Cancellation))!.Dismissed.Select(d => d.Code).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task ExportAsync_Quiz_HoldsAllThatIsKeptAndGoesWithIt()
    {
        await ListAsync(Listed("A1101", "S"), Listed("A1102", "R"));
        var parts = new QuizParts(_store, _store.Time);
        var quiz = await TakeAsync(parts, Liking(3));
        await parts.Desk.DismissAsync(quiz, "A1102", DismissalReason.Studies, Cancellation);

        var export = await parts.Desk.ExportAsync(quiz.Code, Cancellation);

        Assert.Equal(quiz.Answers.Select(a => (a.ItemId, a.Value)), export!.Answers.Select(a => (a.Item, a.Value)));
        Assert.All(export.Answers, a => Assert.False(string.IsNullOrEmpty(a.Question)));
        Assert.Equal([new DismissedOccupation("A1102", DismissalReason.Studies)], export.Dismissed);
        await parts.Desk.DeleteAsync(quiz.Code, Cancellation);
        Assert.Null(await parts.Desk.ExportAsync(quiz.Code, Cancellation));
        await using var context = _store.CreateDbContext();
        Assert.Equal(0, await context.QuizSessions.CountAsync(Cancellation));
    }

    [Fact]
    public async Task MatchAsync_OccupationOfTheCatalogue_HasAPercentageItsIntervalAndReasons()
    {
        await ListAsync(Listed("A1101", "S"), Listed("A1102", "R"));
        var parts = new QuizParts(_store, _store.Time);
        var quiz = await TakeAsync(parts, Liking(3));
        await parts.Desk.DismissAsync(quiz, "A1102", DismissalReason.Other, Cancellation);
        quiz = (await parts.Desk.FindAsync(quiz.Code, Cancellation))!;

        var near = (await parts.Adviser.MatchAsync(quiz, "A1101", Cancellation))!;
        var far = (await parts.Adviser.MatchAsync(quiz, "A1102", Cancellation))!;

        Assert.Equal((true, false), (near.IsSuggested, far.IsSuggested));
        Assert.Equal((false, true), (near.IsPutAside, far.IsPutAside));
        Assert.Contains(near.Reasons, r => r.Id == InterestIds.All[3] && r.IsFor);
        Assert.Contains(far.Reasons, r => !r.IsFor);
        Assert.InRange(near.Score!.Compatibility, near.Score.IntervalLow, near.Score.IntervalHigh);
        Assert.Equal("rigueur", Assert.Single(near.Score.Contributions).QualityId);
        Assert.False(near.Entry.IsOwn);
        Assert.Null(await parts.Adviser.MatchAsync(quiz, "Z9999", Cancellation));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(3)]
    public async Task MatchAsync_AnswersThatSayNothing_SettleNothing(int? always)
    {
        await ListAsync(Listed("A1101", "S"), Listed("A1102", "R"));
        var parts = new QuizParts(_store, _store.Time);

        var match = (await parts.Adviser.MatchAsync(await TakeAsync(parts, _ => always), "A1101", Cancellation))!;

        Assert.False(match.IsSettled);
        Assert.Null(match.Score);
        Assert.Null(match.IsSuggested);
        Assert.Empty(match.Reasons);
    }

    [Fact]
    public async Task MatchAsync_QuizOnTheGuideOfTheOccupation_SaysWhatItsResultSays()
    {
        var set = Sample.Set(Sample.BriefGuide("veilleur"));
        await _store.ImportAsync(set with { Occupations = [set.Occupations[0] with { RomeCode = "A1101" }] }, Cancellation);
        await ListAsync(Listed("A1101"), Listed("A1102", "S"));
        var parts = new QuizParts(_store, _store.Time);
        var code = await parts.Desk.StartAsync(set.Occupations[0].Code, "fr", Cancellation);
        var quiz = await parts.TakeAsync(code!, item => item.Coded(4), Cancellation);

        var match = (await parts.Adviser.MatchAsync(quiz, "A1101", Cancellation))!;
        var other = (await parts.Adviser.MatchAsync(quiz, "A1102", Cancellation))!;

        var result = parts.Adviser.Judge(quiz).Score;
        Assert.True(match.Entry.IsOwn);
        Assert.Equal(
            (result.Shown, result.IntervalLow, result.IntervalHigh),
            (match.Score!.Shown, match.Score.IntervalLow, match.Score.IntervalHigh)
        );
        Assert.Equal(result.Verdict, match.Score.Verdict);
        Assert.Null(match.IsSuggested);
        Assert.Equal("A1102", other.Entry.Code);
    }

    private static Func<Item, int?> Liking(int interest) =>
        item =>
            item.QualityId == InterestIds.All[interest] ? 5
            : InterestIds.Includes(item.QualityId) ? 1
            : item.Coded(4);

    private static async Task<QuizProgress> TakeAsync(QuizParts parts, Func<Item, int?> answer) =>
        await parts.TakeAsync(await parts.Desk.StartOverAllAsync("fr", Cancellation), answer, Cancellation);

    private Task<CatalogueReport> ListAsync(params CatalogueFacts[] facts) =>
        new CatalogueImport(_store, _store.Time).ApplyAsync(
            new CatalogueEdition
            {
                Name = "test",
                Sources = [new ListedSource("x", "x", "x", "x", "x", null, 1)],
                Occupations = [.. facts.Select(f => new ListedOccupation(f.Parent, f))],
                Terms =
                [
                    new ListedTerm(TermKind.Context, "c1", new LocalisedText("de nuit"), Group),
                    new ListedTerm(TermKind.Context, "c2", new LocalisedText("au froid"), Group),
                    new ListedTerm(TermKind.Interest, "1", new LocalisedText("les animaux")),
                ],
            },
            Cancellation
        );

    /// <summary>An occupation whose family has its own code.</summary>
    private static CatalogueFacts Listed(string code, string letters = "R") =>
        new()
        {
            Masculine = $"homme {code}",
            Feminine = $"femme {code}",
            Parent = code,
            Domain = "A11",
            Riasec = letters,
            Levels = [new DerivedLevel("rigueur", 3, 4, RequirementOrigin.Rome)],
        };
}
