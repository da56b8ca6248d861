namespace CareerPortal.Editing;

/// <summary>A browser tab in which a draft is open: where its person is, and the last of its edits that was stored.</summary>
public sealed class DraftTab
{
    public const int SectionMaxLength = 60;

    public required int DraftId { get; init; }

    public required Guid TabId { get; init; }

    public required Guid AccountId { get; init; }

    public long LastSequence { get; set; }

    public string? Section { get; set; }

    public required DateTime SeenUtc { get; set; }
}
