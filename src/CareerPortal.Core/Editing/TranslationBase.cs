namespace CareerPortal.Editing;

/// <summary>The original that a translation follows, as far as somebody compared them.</summary>
public sealed class TranslationBase
{
    public required int GuideId { get; init; }

    public required int OriginalRevisionId { get; set; }

    /// <summary>The revision of the original that each field was last held against, where it is not that one.</summary>
    public required IReadOnlyDictionary<string, int> Fields { get; set; }

    public Guid? AccountId { get; set; }

    public required DateTime AtUtc { get; set; }

    public Guid Version { get; set; } = Guid.CreateVersion7();

    /// <summary>Notes that fields were held against a revision of the original, or all of them.</summary>
    public void Mark(IReadOnlyList<string> fields, bool all, int revisionId)
    {
        if (all)
        {
            (OriginalRevisionId, Fields) = (revisionId, new Dictionary<string, int>());
            return;
        }

        var marked = new Dictionary<string, int>(Fields, StringComparer.Ordinal);
        foreach (var field in fields)
        {
            marked[field] = revisionId;
        }

        Fields = marked;
    }
}
