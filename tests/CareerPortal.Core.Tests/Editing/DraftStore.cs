using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>A store with one guide and people who may write it.</summary>
internal sealed class DraftStore : IDisposable
{
    private readonly TestStore _store = new();

    public TestStore Store => _store;

    public int GuideId { get; private set; }

    public DraftDesk Desk { get; private set; } = null!;

    /// <summary>Another node on the same file.</summary>
    public DraftDesk OtherNode => new(_store, _store.Time);

    public static async Task<DraftStore> WithGuideAsync()
    {
        var made = new DraftStore();
        await made._store.ImportAsync(Sample.Set(Sample.CompleteGuide()), TestContext.Current.CancellationToken);
        await using var context = made._store.CreateDbContext();
        made.GuideId = await context.Guides.Select(g => g.Id).SingleAsync(TestContext.Current.CancellationToken);
        made.Desk = new DraftDesk(made._store, made._store.Time);
        return made;
    }

    /// <summary>Somebody who is signed in.</summary>
    public async Task<Actor> PersonAsync(string name = "Ana", AccountRole role = AccountRole.Reviewer)
    {
        await using var context = _store.CreateDbContext();
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            DisplayName = name,
            Email = $"{Guid.NewGuid():N}@essai.example",
            Role = role,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedUtc = TestStore.Start.UtcDateTime,
        };
        account.UserName = account.Email;
        account.NormalizedUserName = account.NormalizedEmail = account.Email.ToUpperInvariant();
        var session = new AccountSession
        {
            AccountId = account.Id,
            CreatedUtc = TestStore.Start.UtcDateTime,
            SeenUtc = TestStore.Start.UtcDateTime,
        };
        context.AddRange(account, session);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new Actor(account.Id, session.Id, account.SecurityStamp);
    }

    /// <summary>A tab of somebody, with the draft open.</summary>
    public async Task<Tab> TabAsync(Actor actor, DraftDesk? desk = null)
    {
        var tab = new Tab(desk ?? Desk, actor, GuideId);
        await tab.OpenAsync();
        return tab;
    }

    public async Task<Draft> DraftAsync()
    {
        await using var context = _store.CreateDbContext();
        return await context.Drafts.AsNoTracking().SingleAsync(TestContext.Current.CancellationToken);
    }

    public async Task<JsonObject> DocumentAsync() => JsonNode.Parse((await DraftAsync()).Document)!.AsObject();

    public void Dispose() => _store.Dispose();

    /// <summary>What a browser tab does: it numbers its steps and remembers what it has seen.</summary>
    internal sealed class Tab(DraftDesk desk, Actor actor, int guideId)
    {
        public Guid Id { get; } = Guid.CreateVersion7();

        public Actor Actor => actor;

        /// <summary>The tabs whose place it takes.</summary>
        public IReadOnlyList<Guid> Former { get; set; } = [];

        public long Last { get; private set; }

        public long Seen { get; private set; }

        public JsonObject Document { get; private set; } = [];

        public async Task OpenAsync()
        {
            var opened = await desk.OpenAsync(actor, guideId, Id, TestContext.Current.CancellationToken);
            Assert.Equal(DeskAnswer.Done, opened.Answer);
            Seen = opened.Value!.Sequence;
            Document = opened.Value.Document;
        }

        /// <summary>The name of an item of a list, by its place when the draft was opened.</summary>
        public string Item(string list, int at) =>
            $"{list}.{list.Split('.').Aggregate((JsonNode?)Document, (n, m) => n?[m])!.AsArray()[at]!["$id"]!.GetValue<string>()}";

        public async Task<DraftReceipt> SendAsync(params DraftChange[] changes)
        {
            var result = await ApplyAsync(Last + 1, changes);
            Assert.Equal(DeskAnswer.Done, result.Answer);
            Last += changes.Length;
            Seen = result.Value!.Sequence;
            return result.Value;
        }

        public Task<DeskResult<DraftReceipt>> ApplyAsync(long first, params DraftChange[] changes) =>
            desk.ApplyAsync(actor, guideId, new DraftBatch(Id, first, changes, Seen) { Former = Former }, TestContext.Current.CancellationToken);

        public Task<DraftReceipt> SetAsync(string path, string? before, string? after) =>
            SendAsync(new DraftChange(DraftEditKind.Set, path, before, after));

        public async Task<DraftNews> NewsAsync() =>
            (await desk.EditsSinceAsync(actor, guideId, Id, Seen, TestContext.Current.CancellationToken)).Value!;

        public Task<DraftReceipt> UndoAsync() => StepAsync(desk.UndoAsync);

        public Task<DraftReceipt> RedoAsync() => StepAsync(desk.RedoAsync);

        public async Task<DeskResult<DraftReceipt>> ChooseAsync(OpenConflict conflict, ConflictChoice choice)
        {
            var result = await desk.ChooseAsync(
                actor,
                guideId,
                new DraftChoice(conflict.Id, choice, conflict.Stamp),
                new DraftStep(Id, Last + 1, Seen),
                TestContext.Current.CancellationToken
            );
            if (result.Answer == DeskAnswer.Done)
            {
                Last++;
            }

            return result;
        }

        private async Task<DraftReceipt> StepAsync(Func<Actor, int, DraftStep, CancellationToken, Task<DeskResult<DraftReceipt>>> step)
        {
            var result = await step(actor, guideId, new DraftStep(Id, Last + 1, Seen) { Former = Former }, TestContext.Current.CancellationToken);
            Assert.Equal(DeskAnswer.Done, result.Answer);
            Last++;
            Seen = result.Value!.Sequence;
            return result.Value;
        }
    }
}
