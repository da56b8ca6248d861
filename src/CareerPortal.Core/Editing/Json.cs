using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>Values of documents, compared and read whatever they are.</summary>
internal static class Json
{
    public static bool Same(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(one, other);

    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value as drafts keep it: letters as they are, for people who read the store.</summary>
    public static string Write(JsonNode? node) => node?.ToJsonString(Written) ?? "null";

    /// <summary>The text that a value is; null where it is none, or no whole characters.</summary>
    public static string? StringOf(JsonNode? node)
    {
        try
        {
            return node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape.
            return null;
        }
    }

    /// <summary>The number that a value is; null where it is none, or none that a decimal holds.</summary>
    public static decimal? NumberOf(JsonNode? node) =>
        node is JsonValue value
        && value.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>Whether two values differ by nothing that anybody typed; what is blank is not there.</summary>
    public static bool SameTyped(JsonNode? one, JsonNode? other)
    {
        if (IsBlank(one) || IsBlank(other))
        {
            return IsBlank(one) && IsBlank(other);
        }

        return (one, other) switch
        {
            (JsonObject first, JsonObject second) => Members(first, second).All(m => SameTyped(first[m], second[m])),
            (JsonArray first, JsonArray second) => first.Count == second.Count && first.Zip(second).All(i => SameTyped(i.First, i.Second)),
            _ when StringOf(one) is { } text => StringOf(other) is { } second && DraftText.Same(text, second),
            _ when NumberOf(one) is { } number => NumberOf(other) == number,
            _ => Same(one, other),
        };
    }

    private static bool IsBlank(JsonNode? node) => node is null or JsonArray { Count: 0 } || StringOf(node) is { } text && string.IsNullOrWhiteSpace(text);

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
