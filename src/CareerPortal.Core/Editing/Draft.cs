using System.Text.Json.Nodes;
using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>
/// What is being written of a guide, beside what readers see: JSON whose list items have names of their own (<see cref="DraftForm"/>), and which
/// may hold what cannot be read yet, as it was typed.
/// </summary>
public sealed class Draft
{
    public int Id { get; private set; }

    public int GuideId { get; private set; }

    public required Guide Guide { get; init; }

    public DraftState State { get; set; }

    /// <summary>The revision it began from; none for a guide begun here.</summary>
    public int? BaseRevisionId { get; set; }

    public required string Document { get; set; }

    /// <summary>The number of the last edit.</summary>
    public long Sequence { get; set; }

    /// <summary>What was submitted; approvals and publishing speak of it.</summary>
    public int? SubmittedRevisionId { get; set; }

    public Guid? SubmittedById { get; set; }

    public DateTime? SubmittedUtc { get; set; }

    public Guid? ApprovedById { get; set; }

    public DateTime? PublishAtUtc { get; set; }

    public string? ChangeNote { get; set; }

    public ChangeKind ChangeKind { get; set; }

    public required DateTime ChangedUtc { get; set; }

    public Guid? ChangedById { get; set; }

    public Guid Version { get; set; } = Guid.CreateVersion7();

    /// <summary>Whether somebody wrote on after it was submitted, so that it is no longer on its way to readers.</summary>
    internal bool HasFallen => IsFallen(State, SubmittedRevisionId);

    internal static bool IsFallen(DraftState state, int? submittedRevisionId) => state == DraftState.Writing && submittedRevisionId is not null;

    /// <summary>Its state is another one than whoever read it knows.</summary>
    public void Touch() => Version = Guid.CreateVersion7();

    /// <summary>A revision of it waits for a second person.</summary>
    public void Submit(int revisionId, Guid accountId, DateTime nowUtc)
    {
        State = DraftState.InReview;
        (SubmittedRevisionId, SubmittedById, SubmittedUtc) = (revisionId, accountId, nowUtc);
        (ApprovedById, PublishAtUtc, ChangeNote) = (null, null, null);
        Touch();
    }

    /// <summary>Goes back to whoever submitted it, who is remembered.</summary>
    public void Return(DateTime nowUtc)
    {
        State = DraftState.Writing;
        (SubmittedRevisionId, SubmittedUtc) = (null, nowUtc);
        (ApprovedById, PublishAtUtc, ChangeNote) = (null, null, null);
        Touch();
    }

    public void Approve(Guid accountId)
    {
        State = DraftState.Approved;
        ApprovedById = accountId;
        Touch();
    }

    /// <summary>Goes to readers at an hour, with what they will be told.</summary>
    public void Schedule(DateTime atUtc, string? changeNote, ChangeKind kind)
    {
        State = DraftState.Scheduled;
        (PublishAtUtc, ChangeNote, ChangeKind) = (atUtc, changeNote, kind);
        Touch();
    }

    public void Unschedule()
    {
        State = DraftState.Approved;
        (PublishAtUtc, ChangeNote) = (null, null);
        Touch();
    }

    /// <summary>The draft of a guide, as a revision or a document that nobody has published yet says.</summary>
    public static Draft Of(Guide guide, GuideDocument document, int? baseRevisionId, DateTime nowUtc, Guid? accountId) =>
        new()
        {
            Guide = guide,
            BaseRevisionId = baseRevisionId,
            Document = NamedTextOf(document),
            ChangedUtc = nowUtc,
            ChangedById = accountId,
        };

    /// <summary>The document in the shape for editing, each item with a new name.</summary>
    public static string NamedTextOf(GuideDocument document) => Json.Write(DraftForm.Name(JsonNode.Parse(GuideDocuments.Write(document))));

    /// <summary>
    /// Takes another document whole, such as one that is restored: whoever has the draft open reads it anew, and no earlier edit can be undone.
    /// </summary>
    public DraftFall? Replace(string namedDocument, DateTime nowUtc, Guid? accountId)
    {
        Sequence += DraftLimits.Edits + 1;
        return Write(namedDocument, nowUtc, accountId);
    }

    /// <summary>
    /// Takes what somebody wrote. A draft that was on its way to readers is being written again; tells what it lost by it.
    /// </summary>
    internal DraftFall? Write(string namedDocument, DateTime nowUtc, Guid? accountId)
    {
        Document = namedDocument;
        ChangedUtc = nowUtc;
        ChangedById = accountId;
        Version = Guid.CreateVersion7();
        if (State == DraftState.Writing)
        {
            return null;
        }

        var fall = new DraftFall(State, PublishAtUtc);
        State = DraftState.Writing;
        ApprovedById = null;
        PublishAtUtc = null;
        return fall;
    }
}
