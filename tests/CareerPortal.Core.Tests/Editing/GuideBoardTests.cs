using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>Whether a guide that readers have is being written on, as its colleagues see it.</summary>
public sealed class GuideBoardTests
{
    private const string Hook = "content.hook";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Nouveau.")]
    [InlineData(null)]
    public async Task Lists_AfterPublishing_ShowNoDraftUntilSomebodyWrites(string? note)
    {
        using var desk = await DeskStore.ForAsync("publish");
        desk.Store.Time.Advance(TimeSpan.FromHours(1));
        var published = await desk.Desk.PublishAsync(desk.Reader, desk.GuideId, desk.RevisionId, note, ChangeKind.Minor, Cancellation);
        desk.Store.Time.Advance(TimeSpan.FromHours(1));
        var before = await ShownAsync(desk);

        await desk.WriteOnAsync(Hook, "Venez.", "Entrez.");

        Assert.Equal(DeskAnswer.Done, published.Answer);
        Assert.Equal(new Shown(IsUnchanged: true, IsUnchangedOnItsPage: true, IsInFilter: false, Waits: false), before);
        Assert.Equal(new Shown(false, false, true, true), await ShownAsync(desk));
    }

    [Fact]
    public async Task Lists_OfADraftThatIsOnlyOpened_ShowNone()
    {
        using var drafts = await DraftStore.WithGuideAsync();
        var author = await drafts.PersonAsync();
        drafts.Store.Time.Advance(TimeSpan.FromHours(1));

        var tab = await drafts.TabAsync(author);
        var before = await ShownAsync(drafts.Store, author, drafts.GuideId);
        await tab.SetAsync(Hook, "Et si c'était vous ?", "Entrez.");

        Assert.Equal(new Shown(true, true, false, false), before);
        Assert.Equal(new Shown(false, false, true, true), await ShownAsync(drafts.Store, author, drafts.GuideId));
    }

    [Fact]
    public async Task Lists_AfterADraftIsDiscarded_ShowNoneUntilSomebodyWrites()
    {
        using var desk = await DeskStore.ForAsync("submit");
        desk.Store.Time.Advance(TimeSpan.FromHours(1));
        await desk.Drafts.Desk.DiscardAsync(desk.Author, desk.GuideId, (await desk.Drafts.DraftAsync()).Version, Cancellation);
        var before = await ShownAsync(desk);

        await desk.WriteOnAsync(Hook, "Et si c'était vous ?", "Entrez.");

        Assert.Equal(new Shown(true, true, false, false), before);
        Assert.Equal(new Shown(false, false, true, true), await ShownAsync(desk));
    }

    [Fact]
    public async Task Lists_OfAGuideThatNobodyReadsYet_ShowItsDraft()
    {
        using var desk = await DeskStore.ForAsync("submit");
        var given = new NewOccupation("doreur", "doreur", "doreuse", default, default, GuideKind.Brief);

        var guide = (await new GuideStart(desk.Store, desk.Store.Time).CreateAsync(desk.Author, given, Cancellation)).Value;

        Assert.Equal(new Shown(false, false, true, true), await ShownAsync(desk.Store, desk.Author, guide));
    }

    private static Task<Shown> ShownAsync(DeskStore desk) => ShownAsync(desk.Store, desk.Author, desk.GuideId);

    private static async Task<Shown> ShownAsync(TestStore store, Actor author, int id)
    {
        var board = new GuideBoard(store, store.Time);
        var all = (await board.ListAsync(author, new GuideFilter(), 1, Cancellation)).Value!;
        var writing = (await board.ListAsync(author, new GuideFilter { State = GuideStage.Writing }, 1, Cancellation)).Value!;
        var waiting = (await board.WaitingAsync(author, Cancellation)).Value!;
        var standing = (await new GuideHistory(store).StandingAsync(author, id, Cancellation)).Value!;
        return new Shown(
            Assert.Single(all.Lines, l => l.Id == id).IsUnchanged,
            standing.IsUnchanged,
            writing.Lines.Any(l => l.Id == id),
            waiting.Writing.Any(l => l.Id == id)
        );
    }

    private sealed record Shown(bool IsUnchanged, bool IsUnchangedOnItsPage, bool IsInFilter, bool Waits);
}
