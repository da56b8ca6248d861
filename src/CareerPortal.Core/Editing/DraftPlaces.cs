using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>Places of a draft, found by the names of its items.</summary>
public static class DraftPlaces
{
    /// <summary>What stands at an address such as <c>content.faq.k3f9abcd.asked</c>; null where nothing does.</summary>
    public static JsonNode? At(JsonNode? named, string path)
    {
        var node = DocumentPath.Find(named, path);
        return node is JsonObject item && item.ContainsKey(DraftForm.Value) ? item[DraftForm.Value] : node;
    }

    /// <summary>The name of an item.</summary>
    public static string? IdOf(JsonNode? item) => Json.StringOf((item as JsonObject)?[DraftForm.Id]);
}
