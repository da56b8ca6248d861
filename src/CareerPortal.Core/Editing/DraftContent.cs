using System.Text.Json.Nodes;
using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>What a draft says at one moment, read once.</summary>
internal sealed record DraftContent(JsonObject Named, GuideDocument Document, IReadOnlyList<GuideFault> Unreadable)
{
    private JsonObject? _plain;

    /// <summary>The document as a revision would hold it.</summary>
    public JsonObject Plain => _plain ??= PlainOf(Document);

    public static DraftContent Of(Draft draft) => Of((JsonObject)JsonNode.Parse(draft.Document)!);

    public static DraftContent Of(JsonObject named)
    {
        var (document, unreadable) = DraftReading.Read(named);
        return new DraftContent(named, document, unreadable);
    }

    public static JsonObject PlainOf(GuideDocument document) => (JsonObject)JsonNode.Parse(GuideDocuments.Write(document))!;

    /// <summary>Whether a revision says the same.</summary>
    public bool Is(Revision? revision)
    {
        if (revision is null || Unreadable.Count > 0)
        {
            return false;
        }

        var hash = revision.Format == GuideDocuments.Format && revision.Hash is { } held ? held : GuideDocuments.HashOf(revision.Read());
        return GuideDocuments.HashOf(Document) == hash;
    }
}
