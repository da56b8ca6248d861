using CareerPortal.Accounts;
using CareerPortal.Compatibility;
using CareerPortal.Data;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;
using static CareerPortal.Guides.GuideSets;

namespace CareerPortal.Core.Tests.Editing;

public sealed class RequirementsDeskTests : IDisposable
{
    private static readonly IReadOnlyList<RequirementEntry> Proposal =
    [
        new("detail", 5, 4, RequirementOrigin.Counsellor),
        new("patience", 3, 3, RequirementOrigin.Counsellor, 0.2),
        new("stress", 4, 5, RequirementOrigin.Onet),
    ];

    private readonly TestStore _store = new();
    private readonly List<IDisposable> _made = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _made.ForEach(m => m.Dispose());
        _store.Dispose();
    }

    [Fact]
    public async Task PublishAsync_ByAReviewer_ReplacesThemAndSaysWhyInTheAudit()
    {
        var (desk, guide, reviewer) = await OpenAsync(AccountRole.Reviewer);
        var sheet = (await desk.ReadAsync(reviewer, guide, Cancellation)).Value!;

        var answer = await desk.PublishAsync(reviewer, guide, sheet.Version, Proposal, " Le métier a changé. ", Cancellation);

        Assert.Equal(DeskAnswer.Done, answer);
        var now = (await desk.ReadAsync(reviewer, guide, Cancellation)).Value!;
        Assert.Equal(
            [
                ("detail", 5, 4, RequirementOrigin.Counsellor),
                ("stress", 4, 5, RequirementOrigin.Counsellor),
                ("patience", 3, 3, RequirementOrigin.GuideWords),
            ],
            now.Requirements.Select(r => (r.Quality, r.Importance, r.Level, r.Origin))
        );
        Assert.NotEqual(sheet.Version, now.Version);
        await using var context = _store.CreateDbContext();
        var entry = await context.Set<AuditEntry>().SingleAsync(Cancellation);
        Assert.Equal((RequirementsDesk.PublishAction, "relieur", "Le métier a changé."), (entry.Action, entry.ObjectId, entry.Reason));
        Assert.Equal(["requirements.stress", "requirements.rigueur"], entry.Fields);
    }

    [Fact]
    public async Task PublishAsync_DoubleClick_WritesOnce()
    {
        var (desk, guide, reviewer) = await OpenAsync(AccountRole.Reviewer);
        var version = (await desk.ReadAsync(reviewer, guide, Cancellation)).Value!.Version;

        var first = await desk.PublishAsync(reviewer, guide, version, Proposal, "Parce que.", Cancellation);
        var second = await desk.PublishAsync(reviewer, guide, version, Proposal, "Parce que.", Cancellation);

        Assert.Equal((DeskAnswer.Done, DeskAnswer.DoneBefore), (first, second));
        await using var context = _store.CreateDbContext();
        Assert.Equal(1, await context.Set<AuditEntry>().CountAsync(Cancellation));
    }

    [Fact]
    public async Task PublishAsync_ChangedMeanwhile_IsStaleAndWritesNothing()
    {
        var (desk, guide, reviewer) = await OpenAsync(AccountRole.Reviewer);
        var version = (await desk.ReadAsync(reviewer, guide, Cancellation)).Value!.Version;
        await desk.PublishAsync(reviewer, guide, version, [Proposal[0]], "D'abord.", Cancellation);

        var answer = await desk.PublishAsync(reviewer, guide, version, Proposal, "Ensuite.", Cancellation);

        Assert.Equal(DeskAnswer.Stale, answer);
        Assert.Equal(["detail"], (await desk.ReadAsync(reviewer, guide, Cancellation)).Value!.Requirements.Select(r => r.Quality));
    }

    [Fact]
    public async Task PublishAsync_RightRevokedMeanwhile_IsRefused()
    {
        var (desk, guide, reviewer) = await OpenAsync(AccountRole.Reviewer);
        var version = (await desk.ReadAsync(reviewer, guide, Cancellation)).Value!.Version;
        await using (var context = _store.CreateDbContext())
        {
            (await context.Set<Account>().SingleAsync(Cancellation)).Role = AccountRole.Author;
            await context.SaveChangesAsync(Cancellation);
        }

        var answer = await desk.PublishAsync(reviewer, guide, version, Proposal, "Parce que.", Cancellation);

        Assert.Equal(DeskAnswer.NotAllowed, answer);
        Assert.Equal(version, (await desk.ReadAsync(reviewer, guide, Cancellation)).Value!.Version);
    }

    [Fact]
    public async Task PublishAsync_ByAnAuthor_IsRefusedThoughTheyMayLook()
    {
        var (desk, guide, author) = await OpenAsync(AccountRole.Author);
        var sheet = (await desk.ReadAsync(author, guide, Cancellation)).Value!;

        Assert.False(sheet.MayPublish);
        Assert.Equal(DeskAnswer.NotAllowed, await desk.PublishAsync(author, guide, sheet.Version, Proposal, "Parce que.", Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public async Task PublishAsync_WithoutAReason_IsInvalid(string reason)
    {
        var (desk, guide, reviewer) = await OpenAsync(AccountRole.Reviewer);

        Assert.Equal(DeskAnswer.Invalid, await desk.PublishAsync(reviewer, guide, Guid.Empty, Proposal, reason, Cancellation));
    }

    [Fact]
    public async Task PublishAsync_RequirementsThatRulesRefuse_HasFaults()
    {
        var (desk, guide, reviewer) = await OpenAsync(AccountRole.Reviewer);
        var version = (await desk.ReadAsync(reviewer, guide, Cancellation)).Value!.Version;
        RequirementEntry[] wrong = [new("detail", 6, 3, RequirementOrigin.Counsellor), new("politesse", 3, 3, RequirementOrigin.Counsellor)];

        Assert.Equal(DeskAnswer.HasFaults, await desk.PublishAsync(reviewer, guide, version, wrong, "Parce que.", Cancellation));
        Assert.Equal(DeskAnswer.HasFaults, await desk.PublishAsync(reviewer, guide, version, [], "Parce que.", Cancellation));
    }

    [Fact]
    public async Task StudyAsync_Proposal_TellsItsEffectAndWritesNothing()
    {
        var (desk, guide, author) = await OpenAsync(AccountRole.Author);
        var version = (await desk.ReadAsync(author, guide, Cancellation)).Value!.Version;

        var study = await desk.StudyAsync(author, guide, Proposal, Cancellation);
        var again = await desk.StudyAsync(author, guide, Proposal, Cancellation);

        Assert.Equal((DeskAnswer.Done, ImpactSample.Size), (study.Answer, study.Value!.People));
        Assert.Same(study.Value, again.Value);
        Assert.Equal(version, (await desk.ReadAsync(author, guide, Cancellation)).Value!.Version);
    }

    [Fact]
    public async Task StudyAsync_AfterPublishing_CountsFromWhatIsPublished()
    {
        var (desk, guide, reviewer) = await OpenAsync(AccountRole.Reviewer);
        var before = await desk.StudyAsync(reviewer, guide, Proposal, Cancellation);
        var version = (await desk.ReadAsync(reviewer, guide, Cancellation)).Value!.Version;
        await desk.PublishAsync(reviewer, guide, version, Proposal, "Parce que.", Cancellation);
        _store.Time.Advance(TimeSpan.FromSeconds(1));

        var after = await desk.StudyAsync(reviewer, guide, Proposal, Cancellation);

        Assert.NotEqual(before.Value!.Before.MeanPercent, after.Value!.Before.MeanPercent);
        Assert.Equal(after.Value.After.MeanPercent, after.Value.Before.MeanPercent);
    }

    [Fact]
    public async Task ReadAsync_GuideOfSomebodyElse_IsNotForAnAuthor()
    {
        var (desk, guide, author) = await OpenAsync(AccountRole.Author);
        await using (var context = _store.CreateDbContext())
        {
            var other = Account.Of("autre@example.org", "Autre", AccountRole.Author, TestStore.Start.UtcDateTime);
            context.Add(other);
            context.Add(new GuideCare { GuideId = guide, OwnerId = other.Id });
            await context.SaveChangesAsync(Cancellation);
        }

        Assert.Equal(DeskAnswer.NotAllowed, (await desk.ReadAsync(author, guide, Cancellation)).Answer);
        Assert.Equal(DeskAnswer.NotAllowed, (await desk.StudyAsync(author, guide, Proposal, Cancellation)).Answer);
        Assert.Equal(DeskAnswer.NotFound, (await desk.ReadAsync(author, 99, Cancellation)).Answer);
    }

    private async Task<(RequirementsDesk Desk, int Guide, Actor Actor)> OpenAsync(AccountRole role)
    {
        await _store.ImportAsync(Sample.Set(Sample.CompleteGuide(), Sample.BriefGuide("autre")), Cancellation);
        var account = Account.Of("ana@example.org", "Ana", role, TestStore.Start.UtcDateTime);
        account.State = AccountState.Active;
        var session = new AccountSession
        {
            AccountId = account.Id,
            CreatedUtc = TestStore.Start.UtcDateTime,
            SeenUtc = TestStore.Start.UtcDateTime,
        };
        await using var context = _store.CreateDbContext();
        context.AddRange(account, session);
        await context.SaveChangesAsync(Cancellation);
        var guide = await context.Guides.Where(g => g.Slug == "relieur").Select(g => g.Id).SingleAsync(Cancellation);
        var parts = new QuizParts(_store, _store.Time);
        var study = new ImpactStudy(_store, new ContentMark(_store, _store.Time), parts.Engines);
        _made.Add(study);
        var desk = new RequirementsDesk(_store, TestStore.Qualities, parts.Bank, study, _store.Time);
        return (desk, guide, new Actor(account.Id, session.Id, account.SecurityStamp!));
    }
}
