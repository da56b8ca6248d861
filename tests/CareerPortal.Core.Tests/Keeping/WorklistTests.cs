using CareerPortal.Core.Tests.Translation;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Search;
using CareerPortal.Testing;
using CareerPortal.Wages;

namespace CareerPortal.Core.Tests.Keeping;

public sealed class WorklistTests : IAsyncLifetime
{
    private TranslationStore _store = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await TranslationStore.MakeAsync();

    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task ListAsync_FactPastItsDay_LeadsToItsSection()
    {
        await _store.ChangeOriginalAsync(c => c with { Figures = [c.Figures[0], c.Figures[0] with { ValidUntil = new DateOnly(2026, 11, 21) }] });

        var line = Assert.Single(await LinesAsync(WorkKind.FactPastDate));

        Assert.Equal(("chiffres", "content.figures[1]", new DateOnly(2026, 11, 21)), (line.Section, line.Path, line.On));
    }

    [Fact]
    public async Task ListAsync_DayPasses_IsFoundWithoutAnyChange()
    {
        await _store.ChangeOriginalAsync(c => c with { Figures = [c.Figures[0] with { ValidUntil = new DateOnly(2026, 11, 22) }] });
        var list = List();
        Assert.Empty(await LinesAsync(WorkKind.FactPastDate, list));

        _store.Store.Time.Advance(TimeSpan.FromDays(1));

        Assert.Single(await LinesAsync(WorkKind.FactPastDate, list));
    }

    [Fact]
    public async Task ListAsync_MinimumWageRises_FindsTheGuideThatIsNowBelow()
    {
        Assert.Empty(await LinesAsync(WorkKind.BrokenRule));
        await using (var context = _store.Store.CreateDbContext())
        {
            context.Add(
                new WageFloor
                {
                    From = new DateOnly(2026, 11, 1),
                    MonthlyCents = 250_000,
                    HourlyCents = 1600,
                    Source = Sample.Source,
                }
            );
            await context.SaveChangesAsync(Cancellation);
        }

        var line = Assert.Single(await LinesAsync(WorkKind.BrokenRule));

        Assert.Equal(("salaire", FaultKind.BelowMinimumWage), (line.Section, line.Fault?.Kind));
    }

    [Fact]
    public async Task ListAsync_GuideToReview_ComesBeforeItsDay_ByItsOwner()
    {
        await using (var context = _store.Store.CreateDbContext())
        {
            context.Add(
                new GuideCare
                {
                    GuideId = _store.OriginalId,
                    OwnerId = _store.Actor.AccountId,
                    DueOn = new DateOnly(2026, 12, 10),
                }
            );
            await context.SaveChangesAsync(Cancellation);
        }

        var mine = await PageAsync(new WorkFilter(WorkKind.GuideToReview, _store.Actor.AccountId));
        var others = await PageAsync(new WorkFilter(WorkKind.GuideToReview, Guid.CreateVersion7()));

        Assert.Equal(new DateOnly(2026, 12, 10), Assert.Single(mine.Lines).On);
        Assert.Empty(others.Lines);
        Assert.Equal("Ana", Assert.Single(mine.Owners).Name);
    }

    [Fact]
    public async Task ListAsync_LanguagesWithoutAGuide_AreMissing_AndOneThatWasBegunIsTold()
    {
        await _store.StartAsync();

        var lines = await LinesAsync(WorkKind.MissingTranslation);

        Assert.Equal(["de", "en", "nl"], lines.Select(l => l.ToLanguage));
        Assert.Equal([null, null, _store.GuideId], lines.Select(l => l.BegunGuideId));
    }

    [Fact]
    public async Task ListAsync_OriginalChangedSinceTheTranslation_TellsHowManyTexts_UntilTheyAreMarked()
    {
        await _store.Store.ImportAsync(
            Sample.Set(Sample.CompleteGuide(), Sample.CompleteGuide(language: "nl") with { Slug = "boekbinder" }),
            Cancellation
        );
        Assert.Empty(await LinesAsync(WorkKind.OlderTranslation));
        await _store.ChangeOriginalAsync(c => c with { Hook = "Venez.", Pros = ["Du calme.", "De l'air."] });

        var line = Assert.Single(await LinesAsync(WorkKind.OlderTranslation));

        Assert.Equal(("nl", 2), (line.Language, line.Older));
        var view = (await _store.Desk.ReadAsync(_store.Actor, line.GuideId!.Value, Cancellation)).Value!;
        await _store.Desk.MarkAsync(_store.Actor, line.GuideId.Value, view.OriginalRevisionId, null, Cancellation);
        Assert.Empty(await LinesAsync(WorkKind.OlderTranslation));
    }

    [Fact]
    public async Task ListAsync_WhatReadersMet_IsListedWithItsCounts()
    {
        var votes = new VoteBox(_store.Store, _store.Store.Time);
        await votes.CastAsync("fr", "relieur", new GivenVote(false, VoteReason.Wrong), Cancellation);
        await votes.CastAsync("fr", "relieur", new GivenVote(true), Cancellation);
        await new SearchMisses(_store.Store, _store.Store.Time).KeepAsync([new("fr", "souffleur", 4)], Cancellation);
        await BreakAsync();

        var page = await PageAsync(new WorkFilter());

        Assert.Equal(
            (1, 1),
            (
                page.Lines.Single(l => l.Kind == WorkKind.NotUseful).Votes!.NotUseful,
                page.Lines.Single(l => l.Kind == WorkKind.NotUseful).Votes!.Useful
            )
        );
        Assert.Equal("souffleur", page.Lines.Single(l => l.Kind == WorkKind.NothingFound).Missed!.Words);
        Assert.Equal(Sample.Source, page.Lines.Single(l => l.Kind == WorkKind.BrokenLink).Link!.Place.Code);
        Assert.All(Enum.GetValues<WorkKind>(), k => Assert.Equal(page.Lines.Count(l => l.Kind == k), page.Counts.GetValueOrDefault(k)));
        Assert.Equal(page.Total, page.Lines.Count);
    }

    [Fact]
    public async Task ListAsync_MoreThanAPage_ShowsEachLineOnce()
    {
        await _store.Store.ImportAsync(Sample.Many(40), Cancellation);
        var list = List();
        var (first, second, third) = (
            await PageAsync(new(WorkKind.MissingTranslation), list, 1),
            await PageAsync(new(WorkKind.MissingTranslation), list, 2),
            await PageAsync(new(WorkKind.MissingTranslation), list, 3)
        );

        var all = first.Lines.Concat(second.Lines).Concat(third.Lines).Select(l => (l.GuideId, l.ToLanguage)).ToList();

        Assert.Equal(41 * 3, first.Total);
        Assert.Equal(first.Total, all.Count);
        Assert.Distinct(all);
    }

    [Fact]
    public async Task ListAsync_NobodyWhoWorksHere_SeesNothing()
    {
        var answer = await List().ListAsync(_store.Actor with { SecurityStamp = "autre" }, new WorkFilter(), 1, Cancellation);

        Assert.Equal(DeskAnswer.NotAllowed, answer.Answer);
    }

    private Worklist List()
    {
        var store = _store.Store;
        return new Worklist(
            store,
            new ContentMark(store, store.Time),
            TestStore.Qualities,
            new LinkRegister(store, store.Time),
            new VoteBox(store, store.Time),
            new SearchMisses(store, store.Time),
            store.Time
        );
    }

    private async Task<IReadOnlyList<WorkLine>> LinesAsync(WorkKind kind, Worklist? list = null) =>
        (await PageAsync(new WorkFilter(kind), list)).Lines;

    private async Task<WorkPage> PageAsync(WorkFilter filter, Worklist? list = null, int page = 1) =>
        (await (list ?? List()).ListAsync(_store.Actor, filter, page, Cancellation)).Value!;

    private async Task BreakAsync()
    {
        var register = new LinkRegister(_store.Store, _store.Store.Time);
        await register.FollowContentAsync(Cancellation);
        for (var turn = 0; turn < 2; turn++)
        {
            while (await register.ClaimAsync(Cancellation) is { } link)
            {
                await register.NoteAsync(link, link.Address.Host == "source.example" ? 404 : 200, Cancellation);
            }

            _store.Store.Time.Advance(TimeSpan.FromHours(26));
        }
    }
}
