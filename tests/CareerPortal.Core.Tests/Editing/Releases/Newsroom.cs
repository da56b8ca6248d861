using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Editing.Releases;

/// <summary>A store with guides and with people who may do something with them.</summary>
internal sealed class Newsroom : IDisposable
{
    public TestStore Store { get; } = new();

    public ReleaseDesk Releases => new(Store, TestStore.Qualities, Store.Time);

    public EditorialDesk Editorial => new(Store, TestStore.Qualities, Store.Time);

    public WithdrawalDesk Withdrawals => new(Store, Store.Time);

    public DirectoryDesk Directories => new(Store, TestStore.Qualities, Store.Time);

    public DateTime Now => Store.Time.GetUtcNow().UtcDateTime;

    public async Task<Actor> PersonAsync(AccountRole role)
    {
        await using var context = Store.CreateDbContext();
        var id = Guid.CreateVersion7();
        var account = new Account
        {
            Id = id,
            UserName = $"{id}",
            NormalizedUserName = $"{id}",
            Email = $"{id}@example.be",
            NormalizedEmail = $"{id}@EXAMPLE.BE",
            DisplayName = $"{role}",
            SecurityStamp = $"{id:N}",
            Role = role,
            State = AccountState.Active,
            CreatedUtc = Now,
        };
        var session = new AccountSession
        {
            Id = Guid.CreateVersion7(),
            AccountId = id,
            CreatedUtc = Now,
            SeenUtc = Now,
            Browser = "test",
        };
        context.AddRange(account, session);
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return new Actor(id, session.Id, account.SecurityStamp);
    }

    /// <summary>Takes away somebody's right behind their back.</summary>
    public async Task RevokeAsync(Actor actor)
    {
        await using var context = Store.CreateDbContext();
        (await context.Accounts.SingleAsync(a => a.Id == actor.AccountId)).Role = AccountRole.Author;
        await context.SaveChangesAsync();
    }

    /// <summary>A draft of a guide with another summary, submitted by one and approved by another.</summary>
    public async Task<int> ApprovedAsync(string slug, string summary, Actor author, Actor reviewer, DateTime? atUtc = null, string? note = null)
    {
        await using var context = Store.CreateDbContext();
        var guide = await context.Guides.Include(g => g.PublishedRevision).SingleAsync(g => g.Slug == slug);
        var document = guide.PublishedRevision!.Read();
        document = document with { Content = document.Content with { Summary = summary } };
        var number = await context.Revisions.Where(r => r.GuideId == guide.Id).MaxAsync(r => r.Number) + 1;
        var revision = Revision.Of(guide, number, document, new RevisionSignature("", author.AccountId, RevisionOccasion.Submitted), Now);
        context.Add(revision);
        await context.SaveChangesAsync();
        context.RemoveRange(context.Set<Draft>().Where(d => d.GuideId == guide.Id));
        await context.SaveChangesAsync();
        context.Add(
            new Draft
            {
                Guide = guide,
                State = atUtc is null ? DraftState.Approved : DraftState.Scheduled,
                BaseRevisionId = guide.PublishedRevisionId,
                Document = DraftForm.Name(JsonNode.Parse(revision.Document))!.ToJsonString(),
                SubmittedRevisionId = revision.Id,
                SubmittedById = author.AccountId,
                SubmittedUtc = Now,
                ApprovedById = reviewer.AccountId,
                PublishAtUtc = atUtc,
                ChangeNote = note,
                ChangeKind = note is null ? ChangeKind.Minor : ChangeKind.Major,
                ChangedUtc = Now,
            }
        );
        await context.SaveChangesAsync();
        return guide.Id;
    }

    /// <summary>What a release holds now, as one of its people sees it.</summary>
    public async Task<ReleaseView> ViewAsync(Actor actor, int id) => (await Releases.FindAsync(actor, id, "fr", default)).Value!;

    /// <summary>An approved release of some guides with a new minimum wage.</summary>
    public async Task<int> ReleaseAsync(Actor maker, Actor second, params int[] guides)
    {
        var id = (await Releases.CreateAsync(maker, "Janvier", default)).Value;
        foreach (var guide in guides)
        {
            await using var context = Store.CreateDbContext();
            var said = await context.Drafts.Where(d => d.GuideId == guide).Select(d => new { d.ChangeNote, d.ChangeKind }).SingleAsync();
            var version = (await ViewAsync(maker, id)).Version;
            var added = await Releases.AddGuideAsync(maker, id, version, guide, said.ChangeNote, said.ChangeKind, default);
            Assert.Equal(DeskAnswer.Done, added.Answer);
        }

        var floor = ExchangeJson.Write(new WageFloorEntry(new DateOnly(2026, 11, 1), 250_000, 1_518, Sample.Source), indented: false);
        var seen = (await ViewAsync(maker, id)).Version;
        Assert.Equal(DeskAnswer.Done, (await Releases.AddParameterAsync(maker, id, seen, ReleaseItemKind.WageFloor, floor, default)).Answer);
        Assert.Equal(DeskAnswer.Done, (await Releases.SubmitAsync(maker, id, (await ViewAsync(maker, id)).Version, default)).Answer);
        Assert.Equal(DeskAnswer.Done, (await Releases.ApproveAsync(second, id, (await ViewAsync(maker, id)).Version, default)).Answer);
        return id;
    }

    public async Task<string?> SummaryAsync(int guideId)
    {
        await using var context = Store.CreateDbContext();
        return await context.Guides.Where(g => g.Id == guideId).Select(g => g.PublishedSummary).SingleAsync();
    }

    public async Task<int> CountAsync<T>(System.Linq.Expressions.Expression<Func<T, bool>> which)
        where T : class
    {
        await using var context = Store.CreateDbContext();
        return await context.Set<T>().CountAsync(which);
    }

    public void Dispose() => Store.Dispose();
}
