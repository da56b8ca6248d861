using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Exchange;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;
using CareerPortal.Wages;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Editing.Releases;

public sealed class ReleaseDeskTests : IAsyncLifetime
{
    private readonly Newsroom _room = new();
    private Actor _author = null!;
    private Actor _maker = null!;
    private Actor _second = null!;
    private int _one;
    private int _two;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _room.Store.ImportAsync(Sample.Set(Sample.BriefGuide("relieur"), Sample.BriefGuide("doreur")), Cancellation);
        _author = await _room.PersonAsync(AccountRole.Author);
        _maker = await _room.PersonAsync(AccountRole.Reviewer);
        _second = await _room.PersonAsync(AccountRole.Reviewer);
        _one = await _room.ApprovedAsync("relieur", "Un nouveau résumé.", _author, _second);
        _two = await _room.ApprovedAsync("doreur", "Un autre résumé.", _author, _second, note: "Les salaires ont changé.");
    }

    public ValueTask DisposeAsync()
    {
        _room.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task PublishAsync_ApprovedByASecondPerson_ShowsAllAtOnce()
    {
        var id = await _room.ReleaseAsync(_maker, _second, _one, _two);

        var answer = await PublishAsync(_maker, id);

        Assert.Equal(DeskAnswer.Done, answer);
        Assert.Equal("Un nouveau résumé.", await _room.SummaryAsync(_one));
        Assert.Equal("Un autre résumé.", await _room.SummaryAsync(_two));
        Assert.Equal(1, await _room.CountAsync<WageFloor>(w => w.MonthlyCents == 250_000));
        Assert.Equal(ReleaseState.Published, (await _room.ViewAsync(_maker, id)).State);
    }

    /// <summary>A release, and a link to the site with it, is no side door to a guide that is shown to its own people only.</summary>
    [Fact]
    public async Task FindAsync_UnpublishedGuideOfAnother_IsNotShownToAnAuthor()
    {
        await using (var context = _room.Store.CreateDbContext())
        {
            context.Add(new GuideCare { GuideId = _one, OwnerId = _maker.AccountId });
            await context.SaveChangesAsync(Cancellation);
            await context
                .Guides.Where(g => g.Id == _one)
                .ExecuteUpdateAsync(s => s.SetProperty(g => g.PublishedRevisionId, (int?)null), Cancellation);
        }

        var id = await _room.ReleaseAsync(_maker, _second, _one, _two);

        var seen = await _room.ViewAsync(_author, id);
        var whole = await _room.ViewAsync(_maker, id);

        Assert.Equal([_two], seen.Items.Select(i => i.GuideId).OfType<int>());
        Assert.False(seen.MaySeeBefore);
        Assert.Equal([_one, _two], whole.Items.Select(i => i.GuideId).OfType<int>());
        Assert.True(whole.MaySeeBefore);
    }

    [Fact]
    public async Task PublishAsync_MajorChange_AloneRenewsTheDayAndTellsReaders()
    {
        var id = await _room.ReleaseAsync(_maker, _second, _one, _two);
        await PublishAsync(_maker, id);

        var minor = await _room.Store.Library().FindAsync("fr", "relieur", Cancellation);
        var major = await _room.Store.Library().FindAsync("fr", "doreur", Cancellation);

        Assert.Equal(new DateOnly(2026, 1, 15), minor!.Summary.UpdatedOn);
        Assert.Empty(minor.Changes);
        Assert.Equal(DateOnly.FromDateTime(_room.Now), major!.Summary.UpdatedOn);
        Assert.Equal([new PublicChange(DateOnly.FromDateTime(_room.Now), "Les salaires ont changé.")], major.Changes);
    }

    [Fact]
    public async Task PublishAsync_Twice_HasOneEffect()
    {
        var id = await _room.ReleaseAsync(_maker, _second, _two);
        var version = (await _room.ViewAsync(_maker, id)).Version;

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Task.Run(() => _room.Releases.PublishAsync(_maker, id, version, Cancellation), Cancellation))
        );

        Assert.Single(answers, a => a.Answer == DeskAnswer.Done);
        Assert.All(answers, a => Assert.True(a.Answer is DeskAnswer.Done or DeskAnswer.DoneBefore or DeskAnswer.Stale, $"{a.Answer}"));
        Assert.Equal(1, await _room.CountAsync<Revision>(r => r.Occasion == RevisionOccasion.Published));
        Assert.Equal(1, await _room.CountAsync<AuditEntry>(a => a.Action == "release.publish"));
    }

    [Fact]
    public async Task ApproveAsync_WhoPutItTogether_MayNot()
    {
        var id = (await _room.Releases.CreateAsync(_maker, "Janvier", Cancellation)).Value;
        await _room.Releases.AddGuideAsync(_second, id, (await _room.ViewAsync(_maker, id)).Version, _one, null, ChangeKind.Minor, Cancellation);
        await _room.Releases.SubmitAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, Cancellation);
        var version = (await _room.ViewAsync(_maker, id)).Version;

        var maker = await _room.Releases.ApproveAsync(_maker, id, version, Cancellation);
        var adder = await _room.Releases.ApproveAsync(_second, id, version, Cancellation);
        var third = await _room.Releases.ApproveAsync(await _room.PersonAsync(AccountRole.Reviewer), id, version, Cancellation);

        Assert.Equal((DeskAnswer.NotAllowed, DeskAnswer.NotAllowed, DeskAnswer.Done), (maker.Answer, adder.Answer, third.Answer));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Change_AfterApproval_ReturnsItToReview(bool isScheduled)
    {
        var id = await _room.ReleaseAsync(_maker, _second, _one);
        if (isScheduled)
        {
            await _room.Releases.ScheduleAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, _room.Now.AddDays(1), Cancellation);
        }

        await _room.Releases.AddGuideAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, _two, null, ChangeKind.Minor, Cancellation);

        var view = await _room.ViewAsync(_maker, id);
        Assert.Equal((ReleaseState.InReview, null, null), (view.State, view.PublishAtUtc, view.ApprovedBy));
        Assert.Equal(DeskAnswer.NotNow, await PublishAsync(_maker, id));
    }

    [Fact]
    public async Task PublishAsync_GuideWithAMajorChange_TellsReadersAndRenewsItsDay()
    {
        var id = (await _room.Releases.CreateAsync(_maker, "Janvier", Cancellation)).Value;
        await AddAsync(id, null, ChangeKind.Minor);
        await AddAsync(id, "Les salaires de 2027.", ChangeKind.Major);
        await _room.Releases.SubmitAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, Cancellation);
        await _room.Releases.ApproveAsync(_second, id, (await _room.ViewAsync(_maker, id)).Version, Cancellation);

        var answer = await PublishAsync(_maker, id);

        Assert.Equal(DeskAnswer.Done, answer);
        await using var context = _room.Store.CreateDbContext();
        var shown = (await context.Guides.Include(g => g.PublishedRevision).SingleAsync(g => g.Id == _one, Cancellation)).PublishedRevision!;
        Assert.Equal(("Les salaires de 2027.", ChangeKind.Major), (shown.ChangeNote, shown.ChangeKind));
        Assert.Equal(DateOnly.FromDateTime(_room.Now), shown.Read().UpdatedOn);
    }

    [Fact]
    public async Task AddGuideAsync_MajorChangeWithoutAWordForReaders_IsRefused()
    {
        var id = (await _room.Releases.CreateAsync(_maker, "Janvier", Cancellation)).Value;

        var without = await AddAsync(id, " ", ChangeKind.Major);
        var with = await AddAsync(id, "Les salaires de 2027.", ChangeKind.Major);
        var again = await AddAsync(id, "Les salaires de 2027.", ChangeKind.Major);

        Assert.Equal((DeskAnswer.Invalid, DeskAnswer.Done, DeskAnswer.DoneBefore), (without, with, again));
        Assert.Equal(new GuideNews(ChangeKind.Major, "Les salaires de 2027."), Assert.Single((await _room.ViewAsync(_maker, id)).Items).News);
    }

    [Fact]
    public async Task FindAsync_GuideThatWentAnotherWay_SaysWhich()
    {
        var id = (await _room.Releases.CreateAsync(_maker, "Janvier", Cancellation)).Value;
        await AddAsync(id, null, ChangeKind.Minor);
        await using var context = _room.Store.CreateDbContext();
        var draft = await context.Drafts.SingleAsync(d => d.GuideId == _one, Cancellation);
        var desk = _room.Editorial;
        var revision = draft.SubmittedRevisionId!.Value;

        await desk.ScheduleAsync(_maker, _one, revision, _room.Now.AddDays(1), null, ChangeKind.Minor, Cancellation);
        var planned = Assert.Single((await _room.ViewAsync(_maker, id)).Items).Standing;
        await desk.PublishAsync(_maker, _one, revision, "Un résumé.", ChangeKind.Major, Cancellation);
        var published = await _room.ViewAsync(_maker, id);

        Assert.Equal((ReleaseItemStanding.Planned, ReleaseItemStanding.Published), (planned, Assert.Single(published.Items).Standing));
        Assert.Empty(published.Faults);
    }

    private async Task<DeskAnswer> AddAsync(int id, string? note, ChangeKind kind) =>
        (await _room.Releases.AddGuideAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, _one, note, kind, Cancellation)).Answer;

    [Fact]
    public async Task ApproveAsync_AVersionThatIsNoLongerThere_IsStale()
    {
        var id = (await _room.Releases.CreateAsync(_maker, "Janvier", Cancellation)).Value;
        await _room.Releases.AddGuideAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, _one, null, ChangeKind.Minor, Cancellation);
        await _room.Releases.SubmitAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, Cancellation);
        var seen = (await _room.ViewAsync(_maker, id)).Version;
        await _room.Releases.AddGuideAsync(_maker, id, seen, _two, null, ChangeKind.Minor, Cancellation);

        var answer = await _room.Releases.ApproveAsync(_second, id, seen, Cancellation);

        Assert.Equal(DeskAnswer.Stale, answer.Answer);
        Assert.Equal(ReleaseState.InReview, (await _room.ViewAsync(_maker, id)).State);
    }

    [Fact]
    public async Task PublishAsync_GuideSubmittedAnewMeanwhile_IsRefusedWhole()
    {
        var id = await _room.ReleaseAsync(_maker, _second, _one, _two);
        await _room.ApprovedAsync("doreur", "Encore un autre.", _author, _second);

        var result = await _room.Releases.PublishAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, Cancellation);

        Assert.Equal(DeskAnswer.HasFaults, result.Answer);
        Assert.Null(Assert.Single(result.Value!).Kind);
        Assert.NotEqual("Un nouveau résumé.", await _room.SummaryAsync(_one));
        Assert.Equal(0, await _room.CountAsync<WageFloor>(w => w.MonthlyCents == 250_000));
    }

    [Fact]
    public async Task PublishAsync_RightRevoked_IsRefused()
    {
        var id = await _room.ReleaseAsync(_maker, _second, _one);
        await _room.RevokeAsync(_maker);

        var answer = await PublishAsync(_maker, id);

        Assert.Equal(DeskAnswer.NotAllowed, answer);
        Assert.NotEqual("Un nouveau résumé.", await _room.SummaryAsync(_one));
    }

    [Fact]
    public async Task AddParameterAsync_WithAFault_IsRefusedWithIt()
    {
        var id = (await _room.Releases.CreateAsync(_maker, "Janvier", Cancellation)).Value;
        var floor = ExchangeJson.Write(new WageFloorEntry(new DateOnly(2027, 1, 1), 0, 1_518, "inconnue"), indented: false);

        var result = await _room.Releases.AddParameterAsync(
            _maker,
            id,
            (await _room.ViewAsync(_maker, id)).Version,
            ReleaseItemKind.WageFloor,
            floor,
            Cancellation
        );

        Assert.Equal(DeskAnswer.HasFaults, result.Answer);
        Assert.Equal([FaultKind.UnknownCode, FaultKind.OutOfRange], result.Value!.Select(f => f.Kind!.Value));
    }

    [Fact]
    public async Task PublishAsync_Requirements_TakeTheirPlace()
    {
        var id = (await _room.Releases.CreateAsync(_maker, "Exigences", Cancellation)).Value;
        var given = new OccupationRequirements("relieur", [new("detail", 2, 2, RequirementOrigin.Counsellor)]);
        await AddAsync(id, ReleaseItemKind.Requirements, ExchangeJson.Write(given, indented: false));
        await _room.Releases.SubmitAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, Cancellation);
        await _room.Releases.ApproveAsync(_second, id, (await _room.ViewAsync(_maker, id)).Version, Cancellation);

        await PublishAsync(_maker, id);

        await using var context = _room.Store.CreateDbContext();
        var occupation = await context
            .Set<Occupation>()
            .Include(o => o.Requirements)
            .Include(o => o.Titles)
            .SingleAsync(o => o.Code == "relieur", Cancellation);
        Assert.Equal([("detail", 2, 2)], occupation.Requirements.Select(r => (r.QualityId, r.Importance, r.Level)));
        Assert.NotEmpty(occupation.Titles);
    }

    [Fact]
    public async Task PublishDueAsync_NothingDue_AsksOnceAndWritesNothing()
    {
        var id = await _room.ReleaseAsync(_maker, _second, _one);
        await _room.Releases.ScheduleAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, _room.Now.AddMinutes(5), Cancellation);
        var before = _room.Store.Commands.Count;

        var published = await _room.Releases.PublishDueAsync(Cancellation);

        Assert.Equal((0, 1), (published, _room.Store.Commands.Count - before));
        Assert.NotEqual("Un nouveau résumé.", await _room.SummaryAsync(_one));
    }

    [Fact]
    public async Task PublishDueAsync_AtTheHour_PublishesDraftsAndReleasesOnceOverNodes()
    {
        var id = await _room.ReleaseAsync(_maker, _second, _one);
        await _room.Releases.ScheduleAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, _room.Now.AddMinutes(5), Cancellation);
        await _room.ApprovedAsync("doreur", "À son heure.", _author, _second, _room.Now.AddMinutes(5), "Une note.");
        _room.Store.Time.Advance(TimeSpan.FromMinutes(5));

        var published = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => Task.Run(() => _room.Releases.PublishDueAsync(Cancellation), Cancellation))
        );

        Assert.Equal(2, published.Sum());
        Assert.Equal("Un nouveau résumé.", await _room.SummaryAsync(_one));
        Assert.Equal("À son heure.", await _room.SummaryAsync(_two));
        Assert.Equal(1, await _room.CountAsync<Revision>(r => r.Occasion == RevisionOccasion.Published));
        Assert.Equal(2, await _room.CountAsync<AuditEntry>(a => a.Action == "guide.publish"));
        Assert.Equal(0, await _room.Releases.PublishDueAsync(Cancellation));
    }

    [Fact]
    public async Task PublishDueAsync_OneCannotBePublished_IsToldAndTheOthersGo()
    {
        var id = await _room.ReleaseAsync(_maker, _second, _one, _two);
        await _room.Releases.ScheduleAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, _room.Now.AddMinutes(1), Cancellation);
        await _room.ApprovedAsync("doreur", "À son heure.", _author, _second, _room.Now.AddMinutes(2));
        _room.Store.Time.Advance(TimeSpan.FromMinutes(5));

        var published = await _room.Releases.PublishDueAsync(Cancellation);

        var view = await _room.ViewAsync(_maker, id);
        Assert.Equal(1, published);
        Assert.Equal("À son heure.", await _room.SummaryAsync(_two));
        Assert.Equal((ReleaseState.Approved, null), (view.State, view.PublishAtUtc));
        Assert.Equal("HasFaults", view.LastFailure!.Reason);
        Assert.Equal(0, await _room.Releases.PublishDueAsync(Cancellation));
    }

    [Fact]
    public async Task CreateAsync_ByAnAuthor_IsRefused() =>
        Assert.Equal(DeskAnswer.NotAllowed, (await _room.Releases.CreateAsync(_author, "Janvier", Cancellation)).Answer);

    [Fact]
    public async Task CreateAsync_Twice_MakesOne()
    {
        var one = await _room.Releases.CreateAsync(_maker, "Janvier", Cancellation);
        var other = await _room.Releases.CreateAsync(_maker, "Janvier", Cancellation);

        Assert.Equal((DeskAnswer.DoneBefore, one.Value), (other.Answer, other.Value));
    }

    private async Task AddAsync(int id, ReleaseItemKind kind, string document) =>
        Assert.Equal(
            DeskAnswer.Done,
            (await _room.Releases.AddParameterAsync(_maker, id, (await _room.ViewAsync(_maker, id)).Version, kind, document, Cancellation)).Answer
        );

    private async Task<DeskAnswer> PublishAsync(Actor actor, int id) =>
        (await _room.Releases.PublishAsync(actor, id, (await _room.ViewAsync(_second, id)).Version, Cancellation)).Answer;
}
