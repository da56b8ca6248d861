using CareerPortal.Accounts;
using CareerPortal.Core.Tests.Editing;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Translation;

/// <summary>A store with an original, somebody who translates it, and what they work with.</summary>
internal sealed class TranslationStore : IDisposable
{
    private readonly DraftStore _drafts;

    private TranslationStore(DraftStore drafts, Actor actor)
    {
        _drafts = drafts;
        Actor = actor;
        Desk = new TranslationDesk(drafts.Store, drafts.Desk, drafts.Store.Time);
        Files = new GuideExchange(drafts.Store, drafts.Desk, Desk, new ExchangeExport(drafts.Store), drafts.Store.Time);
    }

    public TestStore Store => _drafts.Store;

    public DraftDesk Drafts => _drafts.Desk;

    public Actor Actor { get; }

    public TranslationDesk Desk { get; }

    public GuideExchange Files { get; }

    public int OriginalId => _drafts.GuideId;

    public int GuideId { get; private set; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<TranslationStore> MakeAsync()
    {
        var drafts = await DraftStore.WithGuideAsync();
        return new TranslationStore(drafts, await drafts.PersonAsync());
    }

    public Task<Actor> PersonAsync(string name, AccountRole role) => _drafts.PersonAsync(name, role);

    /// <summary>Begins the translation into Dutch.</summary>
    public async Task StartAsync() => GuideId = (await Desk.StartAsync(Actor, OriginalId, "nl", Cancellation)).Value;

    /// <summary>Publishes another state of the original.</summary>
    public async Task ChangeOriginalAsync(Func<GuideContent, GuideContent> change)
    {
        Store.Time.Advance(TimeSpan.FromMinutes(1));
        await using var context = Store.CreateDbContext();
        var guide = await context
            .Guides.Include(g => g.Mentions)
            .Include(g => g.PublishedRevision)
            .SingleAsync(g => g.Id == OriginalId, Cancellation);
        var document = guide.PublishedRevision!.Read();
        var number = await context.Revisions.CountAsync(r => r.GuideId == OriginalId, Cancellation) + 1;
        var revision = Revision.Of(guide, number, document with { Content = change(document.Content) }, "Test", Store.Time.GetUtcNow().UtcDateTime);
        context.Add(revision);
        guide.Publish(revision, Store.Time.GetUtcNow().UtcDateTime);
        await context.SaveChangesAsync(Cancellation);
    }

    public async Task<TranslationView> ReadAsync() => (await Desk.ReadAsync(Actor, GuideId, Cancellation)).Value!;

    public async Task<TranslationField> FieldAsync(string path) =>
        Assert.Single((await ReadAsync()).Sections.SelectMany(s => s.Fields), f => f.Path == path);

    /// <summary>Translates every text that has a place and is empty.</summary>
    public async Task TranslateAllAsync()
    {
        var view = await ReadAsync();
        var texts = view
            .Sections.SelectMany(s => s.Fields)
            .Where(f => f is { DraftPath: not null, State: TranslationFieldState.Missing })
            .Select(f => new TranslatedText(f.Path, f.DraftPath!, f.Translation, $"NL {f.Original}"))
            .ToList();
        await Desk.WriteAsync(Actor, GuideId, Guid.CreateVersion7(), view.OriginalRevisionId, texts, Cancellation);
    }

    public void Dispose() => _drafts.Dispose();
}
