using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Catalogue;
using CareerPortal.Compatibility;
using CareerPortal.Core.Tests.Editing.Releases;
using CareerPortal.Data;
using CareerPortal.Directories;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>A store with two guides, who writes, who contradicts, and every desk: each call makes its own, as another node would.</summary>
internal sealed class WritePathMatrixStore : IDisposable
{
    public const string Hook = "content.hook";
    public const string Tagline = "content.tagline";
    public const string Begun = "Et si c'était vous ?";
    public const string Mine = "Venez voir par vous-même.";
    public const string Theirs = "Venez le mardi.";

    private readonly Newsroom _room = new();
    private ImpactStudy? _study;

    public TestStore Store => _room.Store;

    public DateTime Now => _room.Now;

    /// <summary>Who wrote and submitted.</summary>
    public Actor Author { get; private set; } = null!;

    /// <summary>Whose writes are tried.</summary>
    public Actor Self { get; private set; } = null!;

    /// <summary>Who comes between.</summary>
    public Actor Other { get; private set; } = null!;

    public int GuideId { get; private set; }

    public int SecondId { get; private set; }

    public int RevisionId { get; private set; }

    public DraftDesk Drafts => new(Store, Store.Time);

    public EditorialDesk Editorial => new(Store, TestStore.Qualities, Store.Time);

    public ReleaseDesk Releases => _room.Releases;

    public WithdrawalDesk Withdrawals => _room.Withdrawals;

    public DirectoryDesk Directories => _room.Directories;

    public TranslationDesk Translations => new(Store, Drafts, Store.Time);

    public GuideExchange Files => new(Store, Drafts, Translations, new ExchangeExport(Store), Store.Time);

    public GuideStart Starts => new(Store, Store.Time);

    public CatalogueImport Import => new(Store, Store.Time);

    public CatalogueDesk Catalogue => new(Store, new CatalogueShelf(Store, new ContentMark(Store, Store.Time)), Store.Time);

    public ShareDesk Shares => new(Store, Store.Time);

    public PreviewDesk Previews => new(Store, Store.Time);

    public CommentDesk Comments => new(Store, Store.Time);

    public RequirementsDesk Requirements
    {
        get
        {
            var parts = new QuizParts(Store, Store.Time);
            _study ??= new ImpactStudy(Store, new ContentMark(Store, Store.Time), parts.Engines);
            return new RequirementsDesk(Store, TestStore.Qualities, parts.Bank, _study, Store.Time);
        }
    }

    public CancellationToken Cancellation { get; } = TestContext.Current.CancellationToken;

    public static async Task<WritePathMatrixStore> MakeAsync()
    {
        var made = new WritePathMatrixStore();
        await made.Store.ImportAsync(Sample.Set(Sample.CompleteGuide(), Sample.BriefGuide("doreur")), made.Cancellation);
        made.Author = await made._room.PersonAsync(AccountRole.Reviewer);
        made.Self = await made._room.PersonAsync(AccountRole.Administrator);
        made.Other = await made._room.PersonAsync(AccountRole.Administrator);
        await using var context = made.Store.CreateDbContext();
        made.GuideId = await context.Guides.Where(g => g.Slug == "relieur").Select(g => g.Id).SingleAsync(made.Cancellation);
        made.SecondId = await context.Guides.Where(g => g.Slug == "doreur").Select(g => g.Id).SingleAsync(made.Cancellation);
        return made;
    }

    /// <summary>An edition of the catalogue that lists one occupation.</summary>
    public static CatalogueEdition Listed(string feminine) =>
        new()
        {
            Name = "essai",
            Occupations =
            [
                new ListedOccupation(
                    "B1101",
                    new CatalogueFacts
                    {
                        Masculine = "luthier",
                        Feminine = feminine,
                        Parent = "B1101",
                        Domain = "B11",
                    }
                ),
            ],
            Terms = [],
            Sources = [],
        };

    /// <summary>Somebody types a text in a tab of their own, over what stands there.</summary>
    public async Task TypeAsync(Actor actor, string path, string after, int? guideId = null)
    {
        var (guide, tab) = (guideId ?? GuideId, Guid.CreateVersion7());
        var open = (await Drafts.OpenAsync(actor, guide, tab, Cancellation)).Value!;
        var before = path.Split('.').Aggregate((JsonNode?)open.Document, (n, m) => (n as JsonObject)?[m])?.DeepClone();
        var change = new DraftChange(DraftEditKind.Set, path, before, JsonValue.Create(after));
        var answer = await Drafts.ApplyAsync(actor, guide, new DraftBatch(tab, 1, [change], open.Sequence), Cancellation);
        Assert.Equal(DeskAnswer.Done, answer.Answer);
    }

    /// <summary>Somebody else writes on in another field.</summary>
    public Task WriteOnAsync() => TypeAsync(Other, Tagline, Theirs);

    public async Task<Guid> VersionAsync()
    {
        await using var context = Store.CreateDbContext();
        return await context.Drafts.Where(d => d.GuideId == GuideId).Select(d => d.Version).SingleAsync(Cancellation);
    }

    public async Task SubmitAsync()
    {
        await TypeAsync(Author, Hook, "Entrez.");
        await SubmitAgainAsync();
    }

    public async Task SubmitAgainAsync()
    {
        var result = await Editorial.SubmitAsync(Author, GuideId, await VersionAsync(), "Prêt.", Cancellation);
        Assert.Equal(DeskAnswer.Done, result.Answer);
        RevisionId = result.Value!.RevisionId;
    }

    public async Task ApproveAsync()
    {
        await SubmitAsync();
        var done = await Editorial.ApproveAsync(Other, GuideId, RevisionId, Cancellation);
        Assert.Equal(DeskAnswer.Done, done.Answer);
    }

    /// <summary>The guide's first revision, as it was brought in.</summary>
    public async Task<int> FirstAsync()
    {
        await using var context = Store.CreateDbContext();
        return await context.Revisions.Where(r => r.GuideId == GuideId).OrderBy(r => r.Number).Select(r => r.Id).FirstAsync(Cancellation);
    }

    public async Task<Guid> GuideVersionAsync()
    {
        await using var context = Store.CreateDbContext();
        return await context.Guides.Where(g => g.Id == GuideId).Select(g => g.Version).SingleAsync(Cancellation);
    }

    /// <summary>A release with an approved guide and a minimum wage, put together by the author; approved where it is asked for.</summary>
    public async Task<int> ReleaseAsync(ReleaseState state)
    {
        await ApproveAsync();
        var id = (await Releases.CreateAsync(Author, "Janvier", Cancellation)).Value;
        await DoneAsync(async v => (await Releases.AddGuideAsync(Author, id, v, GuideId, null, ChangeKind.Minor, Cancellation)).Answer);
        if (state != ReleaseState.Preparing)
        {
            await DoneAsync(async v => (await Releases.SubmitAsync(Author, id, v, Cancellation)).Answer);
        }

        if (state is ReleaseState.Approved or ReleaseState.Scheduled)
        {
            await DoneAsync(async v => (await Releases.ApproveAsync(Other, id, v, Cancellation)).Answer);
        }

        if (state == ReleaseState.Scheduled)
        {
            await DoneAsync(async v => (await Releases.ScheduleAsync(Author, id, v, Now.AddDays(1), Cancellation)).Answer);
        }

        return id;

        async Task DoneAsync(Func<Guid, Task<DeskAnswer>> write) => Assert.Equal(DeskAnswer.Done, await write(await ReleaseVersionAsync(id)));
    }

    public async Task<Guid> ReleaseVersionAsync(int id) => (await _room.ViewAsync(Author, id)).Version;

    public async Task<int> OnlyReleaseAsync()
    {
        await using var context = Store.CreateDbContext();
        return await context.Releases.Select(r => r.Id).SingleAsync(Cancellation);
    }

    /// <summary>Somebody else takes a new minimum wage into the release.</summary>
    public async Task AddFloorAsync()
    {
        var id = await OnlyReleaseAsync();
        var answer = await Releases.AddParameterAsync(
            Other,
            id,
            await ReleaseVersionAsync(id),
            ReleaseItemKind.WageFloor,
            Floor(250_000),
            Cancellation
        );
        Assert.Equal(DeskAnswer.Done, answer.Answer);
    }

    public static string Floor(long cents) =>
        ExchangeJson.Write(new WageFloorEntry(new DateOnly(2026, 11, 1), cents, 1_518, Sample.Source), indented: false);

    /// <summary>An entry of a directory with another text in it, and the state it has now.</summary>
    public async Task<(string Document, string State)> EntryAsync(string code, string name)
    {
        var entry = (await Directories.FindAsync(Self, DirectoryKind.Centre, code, Cancellation)).Value!;
        var document = JsonNode.Parse(entry.Document!)!.AsObject();
        document["name"] = name;
        return (document.ToJsonString(), entry.State!);
    }

    /// <summary>Somebody changes an entry of the centres.</summary>
    public async Task ChangeAsync(Actor actor, string code, string name)
    {
        var (document, state) = await EntryAsync(code, name);
        var answer = await Directories.ChangeAsync(actor, DirectoryKind.Centre, code, state, document, null, Cancellation);
        Assert.Equal(DeskAnswer.Done, answer.Answer);
    }

    /// <summary>A second centre that nothing names.</summary>
    public async Task<string> AddCentreAsync(Actor actor, string name)
    {
        var document = JsonNode.Parse((await EntryAsync(Sample.Centre, name)).Document)!.AsObject();
        document["code"] = "autre-centre";
        var answer = await Directories.AddAsync(actor, DirectoryKind.Centre, document.ToJsonString(), null, Cancellation);
        Assert.Equal(DeskAnswer.Done, answer.Answer);
        return "autre-centre";
    }

    /// <summary>A translation of the guide, begun by the author.</summary>
    public async Task<int> TranslationAsync() => (await Translations.StartAsync(Author, GuideId, "nl", Cancellation)).Value;

    public Task RevokeAsync(Actor actor) => StoreState.RevokeAsync(Store, actor);

    public Task<int> RevisionsAsync() => StoreState.RevisionsAsync(Store);

    /// <summary>Every row of every table that holds what somebody did, as text.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Dump()
    {
        using var context = Store.CreateDbContext();
        return StoreRows.Of((SqliteConnection)context.Database.GetDbConnection(), "DraftTabs");
    }

    public void Dispose()
    {
        _study?.Dispose();
        _room.Dispose();
    }
}
