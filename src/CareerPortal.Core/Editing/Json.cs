using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>Values of documents, compared and read whatever they are.</summary>
internal static class Json
{
    public static bool Same(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(one, other);

    public static string TextOf(JsonNode? node) => node?.ToJsonString() ?? "null";

    /// <summary>Every text in a value, in its order.</summary>
    public static IEnumerable<string> TextsOf(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(m => TextsOf(m.Value)),
            JsonArray items => items.SelectMany(TextsOf),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
            _ => [],
        };

    /// <summary>The members of one or more objects in the order in which they are first met.</summary>
    public static IEnumerable<string> Members(params IEnumerable<JsonObject> objects) => objects.SelectMany(o => o.Select(m => m.Key)).Distinct();
}
