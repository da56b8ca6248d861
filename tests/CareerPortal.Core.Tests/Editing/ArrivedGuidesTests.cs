using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>Imported content never overwrites what people wrote: it arrives as a draft.</summary>
public sealed class ArrivedGuidesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ApplyAsync_OverAGuideWithADraft_BringsBothTogetherAndPublishesNothing()
    {
        using var desk = await DeskStore.ForAsync("submit");

        var report = await desk.Store.ImportAsync(Set(c => c with { Tagline = "Pour que tout dure." }), Cancellation);

        Assert.Equal((1, 0, new ImportCount(0, 0, 0)), (report.Drafts, report.Conflicts, report.Guides));
        Assert.Equal(("Venez.", "Pour que tout dure."), (await desk.TextAsync("hook"), await desk.TextAsync("tagline")));
        await using var context = desk.Store.CreateDbContext();
        var guide = await context.Guides.Include(g => g.PublishedRevision).SingleAsync(Cancellation);
        Assert.Equal("Pour que tout tienne.", guide.PublishedRevision!.Read().Content.Tagline);
        Assert.Equal(
            [RevisionOccasion.Imported, RevisionOccasion.Imported],
            await context.Revisions.Select(r => r.Occasion).ToListAsync(Cancellation)
        );
    }

    [Fact]
    public async Task ApplyAsync_OfATextThatBothChanged_KeepsTheDraftsAndLetsTheOtherWait()
    {
        using var desk = await DeskStore.ForAsync("submit");

        var report = await desk.Store.ImportAsync(Set(c => c with { Hook = "Entrez." }), Cancellation);

        Assert.Equal((1, 1), (report.Drafts, report.Conflicts));
        Assert.Equal("Venez.", await desk.TextAsync("hook"));
        var conflict = Assert.Single(await desk.ConflictsAsync());
        Assert.Equal(("content.hook", "\"Entrez.\"", "\"Venez.\""), (conflict.Path, conflict.Mine, conflict.Theirs));
    }

    [Fact]
    public async Task ApplyAsync_OfTheSameFilesAgain_ChangesNothing()
    {
        using var desk = await DeskStore.ForAsync("submit");
        await desk.Store.ImportAsync(Set(c => c with { Hook = "Entrez." }), Cancellation);
        var before = await desk.Drafts.DraftAsync();

        var report = await desk.Store.ImportAsync(Set(c => c with { Hook = "Entrez." }), Cancellation);

        Assert.Equal((0, 0, new ImportCount(0, 0, 1)), (report.Drafts, report.Conflicts, report.Guides));
        Assert.Equal(before.Version, (await desk.Drafts.DraftAsync()).Version);
        Assert.Single(await desk.ConflictsAsync());
    }

    [Fact]
    public async Task ApplyAsync_OverAGuidePublishedHere_LeavesWhatReadersHave()
    {
        using var desk = await DeskStore.ForAsync("publish");
        Assert.Equal(DeskAnswer.Done, await desk.WriteAsync("publish", desk.Reader));

        var report = await desk.Store.ImportAsync(Set(c => c with { Cons = ["Du bruit."] }), Cancellation);

        Assert.Equal(1, report.Drafts);
        await using var context = desk.Store.CreateDbContext();
        var guide = await context.Guides.Include(g => g.PublishedRevision).SingleAsync(Cancellation);
        Assert.Equal(["De la poussière."], guide.PublishedRevision!.Read().Content.Cons);
        var draft = DraftReading.Read(await desk.Drafts.DocumentAsync()).Document.Content;
        Assert.Equal(("Venez.", "Du bruit."), (draft.Hook, Assert.Single(draft.Cons)));
    }

    [Fact]
    public async Task RehearseAsync_OverADraft_TellsAndStoresNothing()
    {
        using var desk = await DeskStore.ForAsync("submit");

        var report = await desk.Store.Import().RehearseAsync(Set(c => c with { Hook = "Entrez." }), "Test", Cancellation);

        Assert.Equal((1, 1), (report.Drafts, report.Conflicts));
        Assert.Empty(await desk.ConflictsAsync());
    }

    private static ExchangeSet Set(Func<GuideContent, GuideContent> change)
    {
        var guide = Sample.CompleteGuide();
        return Sample.Set(guide with { Content = change(guide.Content) });
    }
}
