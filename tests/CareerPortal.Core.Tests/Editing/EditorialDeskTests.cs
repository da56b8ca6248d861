using System.Text.Json.Nodes;
using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>The way of a draft to readers: nothing is overwritten in silence, and one wish makes one revision.</summary>
public sealed class EditorialDeskTests
{
    private const string Hook = "content.hook";
    private const string Begun = "Et si c'était vous ?";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Writes =>
        ["submit", "approve", "section", "return", "publish", "schedule", "unschedule", "restore", "restore field", "save", "name", "withdraw"];

    /// <summary>What each way of writing adds to the history.</summary>
    private static int RevisionsOf(string write) => write is "submit" or "publish" or "save" or "restore" or "restore field" ? 1 : 0;

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task EveryWrite_ByADoubleClick_HappensOnce(string write)
    {
        using var desk = await DeskStore.ForAsync(write);
        var before = await desk.RevisionsAsync();

        var first = await desk.WriteAsync(write, desk.Reader);
        var second = await desk.WriteAsync(write, desk.Reader);

        Assert.Equal((DeskAnswer.Done, DeskAnswer.DoneBefore), (first, second));
        Assert.Equal(before + RevisionsOf(write), await desk.RevisionsAsync());
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task EveryWrite_InTwoTabsAtOnce_HappensOnce(string write)
    {
        using var desk = await DeskStore.ForAsync(write);
        var before = await desk.RevisionsAsync();

        var answers = await Task.WhenAll(
            Task.Run(() => desk.WriteAsync(write, desk.Reader), Cancellation),
            Task.Run(() => desk.WriteAsync(write, desk.Reader), Cancellation)
        );

        Assert.Contains(DeskAnswer.Done, answers);
        Assert.All(answers, a => Assert.Contains(a, new[] { DeskAnswer.Done, DeskAnswer.DoneBefore, DeskAnswer.Stale }));
        Assert.Single(answers, a => a == DeskAnswer.Done);
        Assert.Equal(before + RevisionsOf(write), await desk.RevisionsAsync());
    }

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task EveryWrite_OfARevokedRight_IsRefusedAndWritesNothing(string write)
    {
        using var desk = await DeskStore.ForAsync(write);
        var (before, document) = (await desk.RevisionsAsync(), (await desk.Drafts.DraftAsync()).Version);
        await desk.RevokeAsync(desk.Reader);

        var answer = await desk.WriteAsync(write, desk.Reader);

        Assert.Equal(DeskAnswer.NotAllowed, answer);
        Assert.Equal((before, document), (await desk.RevisionsAsync(), (await desk.Drafts.DraftAsync()).Version));
    }

    [Theory]
    [InlineData("submit")]
    [InlineData("approve")]
    [InlineData("section")]
    [InlineData("publish")]
    [InlineData("schedule")]
    [InlineData("restore")]
    [InlineData("restore field")]
    [InlineData("save")]
    public async Task EveryWrite_AfterSomebodyWroteOn_IsStaleAndKeepsTheirText(string write)
    {
        using var desk = await DeskStore.ForAsync(write);
        var before = await desk.RevisionsAsync();
        await desk.WriteOnAsync("content.tagline", "Pour que tout tienne.", "Pour tenir.");

        var answer = await desk.WriteAsync(write, desk.Reader);

        Assert.Equal(DeskAnswer.Stale, answer);
        Assert.Equal("Pour tenir.", await desk.TextAsync("tagline"));
        Assert.Equal(before, await desk.RevisionsAsync());
    }

    [Fact]
    public async Task PublishAsync_OfWhatASecondPersonApproved_ShowsItToReadersWithANewDay()
    {
        using var desk = await DeskStore.ForAsync("publish");
        desk.Store.Time.Advance(TimeSpan.FromDays(3));

        var result = await desk.Desk.PublishAsync(desk.Reader, desk.GuideId, desk.RevisionId, "Nouveau texte.", ChangeKind.Major, Cancellation);

        Assert.Equal(DeskAnswer.Done, result.Answer);
        await using var context = desk.Store.CreateDbContext();
        var guide = await context.Guides.Include(g => g.PublishedRevision).SingleAsync(Cancellation);
        var document = guide.PublishedRevision!.Read();
        Assert.Equal("Venez.", document.Content.Hook);
        Assert.Equal(new DateOnly(2026, 11, 25), document.UpdatedOn);
        Assert.Equal(("Nouveau texte.", ChangeKind.Major), (guide.PublishedRevision.ChangeNote, guide.PublishedRevision.ChangeKind));
        var draft = await desk.Drafts.DraftAsync();
        Assert.Equal((DraftState.Writing, guide.PublishedRevisionId), (draft.State, draft.BaseRevisionId));
        Assert.Equal(GuideDocuments.Write(document), GuideDocuments.Write(DraftReading.Read(JsonNode.Parse(draft.Document)!.AsObject()).Document));
    }

    [Fact]
    public async Task PublishAsync_OfASmallChange_KeepsTheDay()
    {
        using var desk = await DeskStore.ForAsync("publish");

        await desk.Desk.PublishAsync(desk.Reader, desk.GuideId, desk.RevisionId, null, ChangeKind.Minor, Cancellation);

        await using var context = desk.Store.CreateDbContext();
        Assert.Null((await context.Guides.SingleAsync(Cancellation)).UpdatedOn);
        Assert.Contains(await context.AuditEntries.ToListAsync(Cancellation), e => e.Action == "guide.release" && e.Fields.Contains(Hook));
    }

    [Fact]
    public async Task PublishAsync_OfAMajorChangeWithoutANote_IsRefused()
    {
        using var desk = await DeskStore.ForAsync("publish");

        var result = await desk.Desk.PublishAsync(desk.Reader, desk.GuideId, desk.RevisionId, " ", ChangeKind.Major, Cancellation);

        Assert.Equal(DeskAnswer.Invalid, result.Answer);
    }

    [Fact]
    public async Task PublishAsync_BeforeAnybodyAgreed_IsRefused()
    {
        using var desk = await DeskStore.ForAsync("approve");

        var result = await desk.Desk.PublishAsync(desk.Reader, desk.GuideId, desk.RevisionId, "Nouveau.", ChangeKind.Major, Cancellation);

        Assert.Equal(DeskAnswer.NotNow, result.Answer);
    }

    [Fact]
    public async Task ApproveAsync_ByWhoeverSubmitted_IsNotAllowed()
    {
        using var desk = await DeskStore.ForAsync("approve");

        var result = await desk.Desk.ApproveAsync(desk.Author, desk.GuideId, desk.RevisionId, Cancellation);

        Assert.Equal(DeskAnswer.NotAllowed, result.Answer);
    }

    [Fact]
    public async Task SubmitAsync_AfterOneSectionChanged_KeepsTheAgreementOnTheOthers()
    {
        using var desk = await DeskStore.ForAsync("approve");
        await desk.WriteOnAsync("content.introduction.new", null, "Un métier neuf.");
        await desk.SubmitAsync();
        await desk.Desk.ApproveSectionAsync(desk.Reader, desk.GuideId, desk.RevisionId, "entete", Cancellation);
        await desk.WriteOnAsync("content.introduction.new", null, "Un métier vivant.");
        await desk.SubmitAsync();

        var sheet = (await new GuideHistory(desk.Store).ReviewAsync(desk.Reader, desk.GuideId, Cancellation)).Value!;

        Assert.Equal(["entete", "introduction"], sheet.Sections.Select(s => s.Section));
        Assert.Equal([true, false], sheet.Sections.Select(s => s.IsAgreedByReader));
        var last = await desk.Desk.ApproveSectionAsync(desk.Reader, desk.GuideId, desk.RevisionId, "introduction", Cancellation);
        Assert.Equal((DeskAnswer.Done, DraftState.Approved), (last.Answer, last.Value));
    }

    [Fact]
    public async Task SubmitAsync_OfADraftWithFaults_NamesThemAndMakesNothing()
    {
        using var desk = await DeskStore.ForAsync("submit");
        await desk.WriteOnAsync("content.summary", "Ce que fait le métier relieur.", "<b>Gras</b>");

        var result = await desk.Desk.SubmitAsync(desk.Author, desk.GuideId, (await desk.Drafts.DraftAsync()).Version, null, Cancellation);

        Assert.Equal(DeskAnswer.HasFaults, result.Answer);
        Assert.Contains(result.Value!.Faults, f => f is { Path: "content.summary", Kind: FaultKind.Markup });
        Assert.Equal(1, await desk.RevisionsAsync());
    }

    [Fact]
    public async Task ReturnAsync_WithAReason_GivesItBackWithAThread()
    {
        using var desk = await DeskStore.ForAsync("return");

        await desk.Desk.ReturnAsync(desk.Reader, desk.GuideId, desk.RevisionId, "À revoir.", Cancellation);

        var waiting = (await new GuideBoard(desk.Store, desk.Store.Time).WaitingAsync(desk.Author, Cancellation)).Value!;
        Assert.Equal(desk.GuideId, Assert.Single(waiting.Returned).Id);
        var talk = (await new CommentDesk(desk.Store, desk.Store.Time).ReadAsync(desk.Author, desk.GuideId, Cancellation)).Value!;
        Assert.Equal("À revoir.", Assert.Single(Assert.Single(talk.Threads).Words).Text);
    }

    [Fact]
    public async Task RestoreAsync_OverADraftWrittenOn_TakesWhatItCanAndKeepsBothOfTheRest()
    {
        using var desk = await DeskStore.ForAsync("publish");
        await desk.WriteAsync("publish", desk.Reader);
        await desk.WriteOnAsync(Hook, "Venez.", "Entrez.");
        await desk.WriteOnAsync("content.tagline", "Pour que tout tienne.", "Pour tenir.");
        var first = await desk.FirstRevisionAsync();
        var version = (await desk.Drafts.DraftAsync()).Version;

        var result = await desk.Desk.RestoreAsync(desk.Author, desk.GuideId, first, version, Cancellation);

        Assert.Equal((DeskAnswer.Done, 1), (result.Answer, result.Value!.Conflicts));
        Assert.Equal(("Entrez.", "Pour tenir."), (await desk.TextAsync("hook"), await desk.TextAsync("tagline")));
        var open = Assert.Single(await desk.ConflictsAsync());
        Assert.Equal((Hook, $"\"{Begun}\"".Replace("'", "\\u0027").Replace("é", "\\u00E9")), (open.Path, open.Mine));
    }

    [Theory]
    [InlineData("restore", RevisionOccasion.Restored)]
    [InlineData("restore field", RevisionOccasion.FieldRestored)]
    public async Task Restore_OfARevision_StandsInTheHistoryWithWhoAndFromWhich(string write, RevisionOccasion occasion)
    {
        using var desk = await DeskStore.ForAsync(write);
        var lines = (await new GuideHistory(desk.Store).ListAsync(desk.Reader, desk.GuideId, 1, Cancellation)).Value!.Lines;
        var from = write == "restore" ? lines[0].Number : lines[^1].Number;

        await desk.WriteAsync(write, desk.Reader);

        var line = (await new GuideHistory(desk.Store).ListAsync(desk.Reader, desk.GuideId, 1, Cancellation)).Value!.Lines[0];
        Assert.Equal((occasion, from, "Bob"), (line.Occasion, line.RestoredFrom, line.Author));
        Assert.Equal(desk.Store.Time.GetUtcNow().UtcDateTime, line.CreatedUtc);
        await using var context = desk.Store.CreateDbContext();
        var restored = await context.Revisions.SingleAsync(r => r.Id == line.Id, Cancellation);
        Assert.Equal(GuideDocuments.Write(DraftReading.Read(await desk.Drafts.DocumentAsync()).Document), GuideDocuments.Write(restored.Read()));
        Assert.Null((await context.Guides.Include(g => g.PublishedRevision).SingleAsync(Cancellation)).PublishedRevision!.RestoredFrom);
    }

    [Fact]
    public async Task RestoreFieldAsync_OfAnItemThatWasRemoved_PutsItBackInItsPlace()
    {
        using var desk = await DeskStore.ForAsync("submit");
        var tab = await desk.Drafts.TabAsync(desk.Author);
        await tab.SendAsync(new DraftChange(DraftEditKind.Remove, tab.Item("content.introduction", 0)));
        var draft = await desk.Drafts.DraftAsync();
        var comparison = (
            await new GuideHistory(desk.Store).CompareAsync(desk.Author, desk.GuideId, await desk.FirstRevisionAsync(), null, Cancellation)
        ).Value!;
        var change = Assert.Single(comparison.Sections, s => s.Section == "introduction").Fields.Single();

        var result = await desk.Desk.RestoreFieldAsync(
            desk.Author,
            desk.GuideId,
            await desk.FirstRevisionAsync(),
            change.Restore!,
            draft.Version,
            Cancellation
        );

        Assert.Equal(DeskAnswer.Done, result.Answer);
        var list = (await desk.Drafts.DocumentAsync())["content"]!["introduction"]!.AsArray();
        Assert.Equal(["Un métier ancien.", "Un métier utile."], list.Select(i => $"{i!["$value"]}"));
    }

    [Fact]
    public async Task CompareAsync_OfRevisionAndDraft_TakesEveryChangeBackOneByOne()
    {
        using var desk = await DeskStore.ForAsync("submit");
        var tab = await desk.Drafts.TabAsync(desk.Author);
        await tab.SendAsync(
            new DraftChange(DraftEditKind.Insert, "content.pros", null, new JsonObject { ["$id"] = "abcd2345", ["$value"] = "Du temps." }),
            new DraftChange(DraftEditKind.Move, tab.Item("content.introduction", 0), null, null, tab.Item("content.introduction", 1).Split('.')[^1]),
            new DraftChange(DraftEditKind.Set, tab.Item("content.faq", 0) + ".asked", "Combien gagne-t-on ?", "Quel salaire ?")
        );
        var first = await desk.FirstRevisionAsync();
        var history = new GuideHistory(desk.Store);

        for (var turn = 0; turn < 10; turn++)
        {
            var comparison = (await history.CompareAsync(desk.Author, desk.GuideId, first, null, Cancellation)).Value!;
            if (comparison.Sections.SelectMany(s => s.Fields).FirstOrDefault() is not { } field)
            {
                break;
            }

            var version = (await desk.Drafts.DraftAsync()).Version;
            var result = await desk.Desk.RestoreFieldAsync(desk.Author, desk.GuideId, first, field.Restore!, version, Cancellation);
            Assert.Equal(DeskAnswer.Done, result.Answer);
        }

        var document = DraftReading.Read(await desk.Drafts.DocumentAsync()).Document;
        Assert.Equal(GuideDocuments.Write(Sample.CompleteGuide().ToDocument()), GuideDocuments.Write(document));
    }

    [Theory]
    [InlineData(AccountRole.Author, DeskAnswer.NotAllowed)]
    [InlineData(AccountRole.Administrator, DeskAnswer.Done)]
    public async Task WithdrawAsync_ByRole_IsForAdministrators(AccountRole role, DeskAnswer expected)
    {
        using var desk = await DeskStore.ForAsync("submit");
        var actor = await desk.Drafts.PersonAsync("Zoé", role);

        var answer = await desk.WithdrawAsync(actor);

        Assert.Equal(expected, answer);
    }

    [Fact]
    public async Task EveryRead_OfAnUnpublishedGuideOfSomebodyElse_FindsNothing()
    {
        using var desk = await DeskStore.ForAsync("submit");
        var stranger = await desk.Drafts.PersonAsync("Max", AccountRole.Author);
        var given = new NewOccupation("doreur", "doreur", "doreuse", default, default, GuideKind.Brief);
        var guide = (await new GuideStart(desk.Store, desk.Store.Time).CreateAsync(desk.Author, given, Cancellation)).Value;
        var history = new GuideHistory(desk.Store);

        DeskAnswer[] answers =
        [
            (await history.ListAsync(stranger, guide, 1, Cancellation)).Answer,
            (await history.CompareAsync(stranger, guide, null, null, Cancellation)).Answer,
            (await history.ReviewAsync(stranger, guide, Cancellation)).Answer,
            (await history.StandingAsync(stranger, guide, Cancellation)).Answer,
            (await new CommentDesk(desk.Store, desk.Store.Time).ReadAsync(stranger, guide, Cancellation)).Answer,
            (await new ShareDesk(desk.Store, desk.Store.Time).ListAsync(stranger, guide, Cancellation)).Answer,
            (await new GuideStart(desk.Store, desk.Store.Time).CloneAsync(stranger, guide, given with { Code = "autre" }, Cancellation)).Answer,
            (await desk.Desk.SubmitAsync(stranger, guide, Guid.Empty, null, Cancellation)).Answer,
        ];

        Assert.All(answers, a => Assert.Equal(DeskAnswer.NotFound, a));
        var list = (await new GuideBoard(desk.Store, desk.Store.Time).ListAsync(stranger, new GuideFilter(), 1, Cancellation)).Value!;
        Assert.DoesNotContain(list.Lines, l => l.Id == guide);
    }
}
