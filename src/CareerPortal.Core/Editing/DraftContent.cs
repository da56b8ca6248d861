using System.Text.Json.Nodes;
using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>What a draft says at one moment, read once.</summary>
internal sealed record DraftContent(JsonObject Named, GuideDocument Document, IReadOnlyList<GuideFault> Unreadable)
{
    private JsonObject? _plain;

    /// <summary>The document as a revision would hold it.</summary>
    public JsonObject Plain => _plain ??= PlainOf(Document);

    /// <summary>The document without what stands there only because nobody has chosen yet.</summary>
    public JsonObject Chosen()
    {
        var chosen = (JsonObject)Plain.DeepClone();
        foreach (var fault in Unreadable)
        {
            Leave(chosen, fault.Path);
        }

        return chosen;
    }

    /// <summary>Items keep their order when a draft is read: a named place is found by counting.</summary>
    private void Leave(JsonObject chosen, string path)
    {
        if (GuideForm.FieldAt(path) is not { IsPicked: true })
        {
            return;
        }

        JsonNode? named = Named;
        JsonNode? plain = chosen;
        var steps = path.Split('.');
        foreach (var step in steps.SkipLast(1))
        {
            if (named is JsonArray items)
            {
                var at = items.Index().Where(i => DraftPlaces.IdOf(i.Item) == step).Select(i => i.Index).FirstOrDefault(-1);
                (named, plain) = (at < 0 ? null : items[at], plain is JsonArray list && at >= 0 && at < list.Count ? list[at] : null);
            }
            else
            {
                (named, plain) = ((named as JsonObject)?[step], (plain as JsonObject)?[step]);
            }
        }

        (plain as JsonObject)?.Remove(steps[^1]);
    }

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
