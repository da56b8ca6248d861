using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>One edit of a draft, kept so that it can be undone and told to others who have the draft open.</summary>
public sealed class DraftEdit
{
    public const int PathMaxLength = 400;

    public long Id { get; private set; }

    public required int DraftId { get; init; }

    /// <summary>Its number in the draft; a new one each time that it is taken back or done again, so that others hear of it.</summary>
    public required long Sequence { get; set; }

    /// <summary>The tab that can take it back; none where nobody can any more.</summary>
    public required Guid TabId { get; set; }

    public required Guid AccountId { get; init; }

    public required DateTime AtUtc { get; init; }

    public required DraftEditKind Kind { get; set; }

    public required string Path { get; init; }

    public string? Before { get; set; }

    public string? After { get; set; }

    public bool IsUndone { get; set; }

    /// <summary>Makes it what took it back: nobody can do it again, but others may not have heard of it yet.</summary>
    internal void GiveUp()
    {
        TabId = Guid.Empty;
        if (!IsUndone)
        {
            return;
        }

        IsUndone = false;
        Kind = Contrary(Kind);
        (Before, After) = (After, Before);
    }

    /// <summary>The edit for a tab to follow.</summary>
    internal AppliedEdit Tell()
    {
        var kind = IsUndone ? Contrary(Kind) : Kind;
        var side = EditSide.Read(IsUndone ? Before : After);
        return new AppliedEdit(Sequence, TabId, AccountId, kind, Path, side.Value, side.Follows);
    }

    /// <summary>The change that takes it back.</summary>
    internal (DraftChange Change, string? Made) Undo() => Change(Contrary(Kind), EditSide.Read(After), EditSide.Read(Before));

    /// <summary>The change that does it again.</summary>
    internal (DraftChange Change, string? Made) Redo() => Change(Kind, EditSide.Read(Before), EditSide.Read(After));

    private static DraftEditKind Contrary(DraftEditKind kind) =>
        kind switch
        {
            DraftEditKind.Insert => DraftEditKind.Remove,
            DraftEditKind.Remove => DraftEditKind.Insert,
            _ => kind,
        };

    private (DraftChange Change, string? Made) Change(DraftEditKind kind, EditSide from, EditSide to)
    {
        var path = kind == DraftEditKind.Insert ? Path[..Path.LastIndexOf('.')] : Path;
        return (new DraftChange(kind, path, (JsonNode?)from.Value, to.Value, to.Follows), from.Made);
    }
}
