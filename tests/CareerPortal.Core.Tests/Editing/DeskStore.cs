using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>A guide with a draft as far on its way as some step needs, its author and its reader.</summary>
internal sealed class DeskStore : IDisposable
{
    private const string Hook = "content.hook";

    private int _other;

    private DeskStore(DraftStore drafts) => Drafts = drafts;

    public DraftStore Drafts { get; }

    public TestStore Store => Drafts.Store;

    public int GuideId => Drafts.GuideId;

    public Actor Author { get; private set; } = null!;

    public Actor Reader { get; private set; } = null!;

    public int RevisionId { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>A second node is a second desk: nothing lives in memory.</summary>
    public EditorialDesk Desk => new(Store, TestStore.Qualities, Store.Time);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<DeskStore> ForAsync(string write)
    {
        var desk = new DeskStore(await DraftStore.WithGuideAsync());
        desk.Author = await desk.Drafts.PersonAsync("Ana", AccountRole.Reviewer);
        desk.Reader = await desk.Drafts.PersonAsync("Bob", write == "withdraw" ? AccountRole.Administrator : AccountRole.Reviewer);
        await desk.WriteOnAsync(Hook, "Et si c'était vous ?", "Venez.");
        if (write is "approve" or "section" or "return" or "publish" or "schedule" or "unschedule")
        {
            await desk.SubmitAsync();
        }

        if (write is "publish" or "schedule" or "unschedule")
        {
            await desk.Desk.ApproveAsync(desk.Reader, desk.GuideId, desk.RevisionId, Cancellation);
        }

        if (write == "unschedule")
        {
            await desk.WriteAsync("schedule", desk.Reader);
        }

        if (write == "restore")
        {
            desk._other = await desk.OtherRevisionAsync();
        }

        desk.Version = (await desk.Drafts.DraftAsync()).Version;
        return desk;
    }

    public async Task SubmitAsync()
    {
        var version = (await Drafts.DraftAsync()).Version;
        var result = await Desk.SubmitAsync(Author, GuideId, version, "Prêt.", Cancellation);
        Assert.Equal(DeskAnswer.Done, result.Answer);
        RevisionId = result.Value!.RevisionId;
    }

    /// <summary>Does one of the things that write, by what was shown when this store was made.</summary>
    public async Task<DeskAnswer> WriteAsync(string write, Actor actor) =>
        write switch
        {
            "submit" => (await Desk.SubmitAsync(actor, GuideId, Version, "Prêt.", Cancellation)).Answer,
            "approve" => (await Desk.ApproveAsync(actor, GuideId, RevisionId, Cancellation)).Answer,
            "section" => (await Desk.ApproveSectionAsync(actor, GuideId, RevisionId, "entete", Cancellation)).Answer,
            "return" => (await Desk.ReturnAsync(actor, GuideId, RevisionId, "À revoir.", Cancellation)).Answer,
            "publish" => (await Desk.PublishAsync(actor, GuideId, RevisionId, "Nouveau.", ChangeKind.Major, Cancellation)).Answer,
            "schedule" => (
                await Desk.ScheduleAsync(
                    actor,
                    GuideId,
                    RevisionId,
                    TestStore.Start.UtcDateTime.AddDays(2),
                    "Nouveau.",
                    ChangeKind.Major,
                    Cancellation
                )
            ).Answer,
            "unschedule" => (await Desk.UnscheduleAsync(actor, GuideId, RevisionId, Cancellation)).Answer,
            "restore" => (await Desk.RestoreAsync(actor, GuideId, _other, Version, Cancellation)).Answer,
            "restore field" => (
                await Desk.RestoreFieldAsync(
                    actor,
                    GuideId,
                    await FirstRevisionAsync(),
                    new RestoredField(FieldChangeKind.Changed, Hook),
                    Version,
                    Cancellation
                )
            ).Answer,
            "save" => (await Desk.SaveRevisionAsync(actor, GuideId, Version, "Avant les vacances", Cancellation)).Answer,
            "name" => (await Desk.NameAsync(actor, GuideId, await FirstRevisionAsync(), "La première", Cancellation)).Answer,
            "withdraw" => await WithdrawAsync(actor),
            _ => throw new ArgumentOutOfRangeException(nameof(write), write, null),
        };

    public async Task<DeskAnswer> WithdrawAsync(Actor actor)
    {
        await using var context = Store.CreateDbContext();
        var version = await context.Guides.Where(g => g.Id == GuideId).Select(g => g.Version).SingleAsync(Cancellation);
        var desk = new WithdrawalDesk(Store, Store.Time);
        return (await desk.WithdrawAsync(actor, GuideId, version, WithdrawalReason.Error, "Une erreur.", null, Cancellation)).Answer;
    }

    /// <summary>The author writes a text; a path that ends in <c>new</c> is a new item of a list.</summary>
    public async Task WriteOnAsync(string path, string? before, string after)
    {
        var tab = await Drafts.TabAsync(Author);
        await (
            path.EndsWith(".new", StringComparison.Ordinal)
                ? tab.SendAsync(new DraftChange(DraftEditKind.Insert, path[..^4], null, after))
                : tab.SetAsync(path, before, after)
        );
    }

    public Task RevokeAsync(Actor actor) => StoreState.RevokeAsync(Store, actor);

    public Task<int> RevisionsAsync() => StoreState.RevisionsAsync(Store);

    public async Task<int> FirstRevisionAsync()
    {
        await using var context = Store.CreateDbContext();
        return await context.Revisions.OrderBy(r => r.Number).Select(r => r.Id).FirstAsync(Cancellation);
    }

    public async Task<IReadOnlyList<DraftConflict>> ConflictsAsync()
    {
        await using var context = Store.CreateDbContext();
        return await context.DraftConflicts.AsNoTracking().ToListAsync(Cancellation);
    }

    public async Task<string> TextAsync(string member) => $"{(await Drafts.DocumentAsync())["content"]![member]}";

    public void Dispose() => Drafts.Dispose();

    /// <summary>A revision that says something else than the draft in another place.</summary>
    private async Task<int> OtherRevisionAsync()
    {
        await using var context = Store.CreateDbContext();
        var guide = await context.Guides.SingleAsync(Cancellation);
        var document = Sample.CompleteGuide().ToDocument();
        var other = document with { Content = document.Content with { Cons = ["Du bruit."] } };
        var revision = Revision.Of(guide, 2, other, "Test", TestStore.Start.UtcDateTime);
        context.Add(revision);
        await context.SaveChangesAsync(Cancellation);
        return revision.Id;
    }
}
