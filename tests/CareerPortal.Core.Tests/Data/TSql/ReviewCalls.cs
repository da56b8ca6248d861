using CareerPortal.Accounts;
using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Data.TSql;

/// <summary>What the review of guides asks of the store.</summary>
internal static class ReviewCalls
{
    private static readonly Actor Somebody = new(Guid.CreateVersion7(), Guid.CreateVersion7(), "stamp");

    private static readonly NewOccupation Given = new("doreur", "doreur", "doreuse", default, default, default);

    public static IReadOnlyDictionary<string, Func<RecordingStore, Task>> All { get; } =
        new Dictionary<string, Func<RecordingStore, Task>>
        {
            ["EditorialDesk.SubmitAsync"] = s => Desk(s).SubmitAsync(Somebody, 1, Guid.Empty, "x", default),
            ["EditorialDesk.ApproveSectionAsync"] = s => Desk(s).ApproveSectionAsync(Somebody, 1, 1, "entete", default),
            ["EditorialDesk.ApproveAsync"] = s => Desk(s).ApproveAsync(Somebody, 1, 1, default),
            ["EditorialDesk.ReturnAsync"] = s => Desk(s).ReturnAsync(Somebody, 1, 1, "x", default),
            ["EditorialDesk.PublishAsync"] = s => Desk(s).PublishAsync(Somebody, 1, 1, "x", ChangeKind.Major, default),
            ["EditorialDesk.ScheduleAsync"] = s => Desk(s).ScheduleAsync(Somebody, 1, 1, DateTime.UnixEpoch, "x", ChangeKind.Major, default),
            ["EditorialDesk.UnscheduleAsync"] = s => Desk(s).UnscheduleAsync(Somebody, 1, 1, default),
            ["EditorialDesk.RestoreAsync"] = s => Desk(s).RestoreAsync(Somebody, 1, 1, Guid.Empty, default),
            ["EditorialDesk.RestoreFieldAsync"] = s =>
                Desk(s).RestoreFieldAsync(Somebody, 1, 1, new RestoredField(FieldChangeKind.Changed, "content.hook"), Guid.Empty, default),
            ["EditorialDesk.SaveRevisionAsync"] = s => Desk(s).SaveRevisionAsync(Somebody, 1, Guid.Empty, "x", default),
            ["EditorialDesk.PassAsync"] = s => Desk(s).PassAsync(Somebody, 1, [new WarningPass("content.hook", FaultKind.AgedFact, "x")], default),
            ["EditorialDesk.NameAsync"] = s => Desk(s).NameAsync(Somebody, 1, 1, "x", default),
            ["CommentDesk.ReadAsync"] = s => Comments(s).ReadAsync(Somebody, 1, default),
            ["CommentDesk.StartAsync"] = s => Comments(s).StartAsync(Somebody, 1, "content.hook", "x", default),
            ["CommentDesk.ReplyAsync"] = s => Comments(s).ReplyAsync(Somebody, 1, 1, "x", default),
            ["CommentDesk.MoveAsync"] = s => Comments(s).MoveAsync(Somebody, 1, 1, CareerPortal.Editing.ThreadState.Resolved, default),
            ["CommentDesk.MarkAsync"] = s => Comments(s).MarkAsync(Somebody, 1, "content.hook", "x", MarkKind.Accepted, default),
            ["ShareDesk.ShareAsync"] = s => Sharing(s).ShareAsync(Somebody, 1, 1, 14, "x", default),
            ["ShareDesk.RevokeAsync"] = s => Sharing(s).RevokeAsync(Somebody, 1, 1, default),
            ["ShareDesk.ListAsync"] = s => Sharing(s).ListAsync(Somebody, 1, default),
            ["ShareDesk.FindAsync"] = s => Sharing(s).FindAsync("x", default),
            ["ShareDesk.RemarkAsync"] = s => Sharing(s).RemarkAsync("x", "x", "missions", "x", default),
            ["ShareDesk.DeleteExpiredAsync"] = s => Sharing(s).DeleteExpiredAsync(default),
            ["GuideHistory.ListAsync"] = s => new GuideHistory(s).ListAsync(Somebody, 1, 1, default),
            ["GuideHistory.StandingAsync"] = s => new GuideHistory(s).StandingAsync(Somebody, 1, default),
            ["GuideHistory.NameAsync"] = s => new GuideHistory(s).NameAsync(Somebody, 1, default),
            ["GuideHistory.NumbersAsync"] = s => new GuideHistory(s).NumbersAsync(Somebody, 1, [1], default),
            ["GuideHistory.CompareAsync"] = s => new GuideHistory(s).CompareAsync(Somebody, 1, 1, null, default),
            ["GuideHistory.ReviewAsync"] = s => new GuideHistory(s).ReviewAsync(Somebody, 1, default),
            ["GuideBoard.ListAsync"] = s => Board(s).ListAsync(Somebody, Filter, 1, default),
            ["GuideBoard.WaitingAsync"] = s => Board(s).WaitingAsync(Somebody, default),
            ["GuideBoard.ColleaguesAsync"] = s => Board(s).ColleaguesAsync(Somebody, default),
            ["GuideBoard.CareAsync"] = s => Board(s).CareAsync(Somebody, 1, default),
            ["GuideStart.CreateAsync"] = s => Start(s).CreateAsync(Somebody, Given, default),
            ["GuideStart.FromCatalogueAsync"] = s =>
                Start(s).FromCatalogueAsync(Somebody, "x", Sector.Digital, StudyLevel.Master, new GuideContent { Summary = "" }, default),
            ["GuideStart.CloneAsync"] = s => Start(s).CloneAsync(Somebody, 1, Given, default),
            ["GuideStart.AssignAsync"] = s => Start(s).AssignAsync(Somebody, 1, new CareSheet(Somebody.AccountId, null, [], Guid.Empty), default),
        };

    private static GuideFilter Filter =>
        new()
        {
            Text = "x",
            Language = "fr",
            Kind = GuideKind.Brief,
            OwnerId = Guid.Empty,
            WithoutOwner = true,
            State = GuideStage.InReview,
        };

    private static EditorialDesk Desk(RecordingStore store) => new(store, TestStore.Qualities, TimeProvider.System);

    private static CommentDesk Comments(RecordingStore store) => new(store, TimeProvider.System);

    private static ShareDesk Sharing(RecordingStore store) => new(store, TimeProvider.System);

    private static GuideBoard Board(RecordingStore store) => new(store, TimeProvider.System);

    private static GuideStart Start(RecordingStore store) => new(store, TimeProvider.System);
}
