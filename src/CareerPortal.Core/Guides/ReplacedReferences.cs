using System.Text.Json.Nodes;
using CareerPortal.Data;
using CareerPortal.Directories;

namespace CareerPortal.Guides;

/// <summary>
/// Follows the codes of directories that were merged into others: what a guide refers to goes on leading somewhere, and its revision stays as it
/// was written.
/// </summary>
public static class ReplacedReferences
{
    /// <summary>The members of a document that hold codes, one or several.</summary>
    private static readonly Dictionary<string, DirectoryKind> Members = new(StringComparer.Ordinal)
    {
        ["source"] = DirectoryKind.Source,
        ["sources"] = DirectoryKind.Source,
        ["centre"] = DirectoryKind.Centre,
        ["centres"] = DirectoryKind.Centre,
        ["zone"] = DirectoryKind.Zone,
        ["platform"] = DirectoryKind.Platform,
    };

    /// <summary>The content with every code that was replaced written as it is now.</summary>
    public static GuideContent Follow(GuideContent content, IReadOnlyDictionary<(DirectoryKind Kind, string Code), string> replaced)
    {
        if (replaced.Count == 0 || !GuideReferences.Of(content).Any(r => KindOf(r.Kind) is { } kind && replaced.ContainsKey((kind, r.Code))))
        {
            return content;
        }

        var document = JsonNode.Parse(StoredJson.Write(content))!;
        foreach (var place in In(document).Where(p => replaced.ContainsKey((p.Kind, p.Code))).ToList())
        {
            place.Write(replaced[(place.Kind, place.Code)]);
        }

        return StoredJson.Read<GuideContent>(document.ToJsonString());
    }

    public static string Follow(GuideReferenceKind kind, string code, IReadOnlyDictionary<(DirectoryKind Kind, string Code), string> replaced) =>
        KindOf(kind) is { } directory ? replaced.GetValueOrDefault((directory, code), code) : code;

    /// <summary>Every code of a directory in a document, whatever its shape, with its address in it.</summary>
    public static IEnumerable<CodePlace> In(JsonNode? document) => In(document, "", null);

    private static DirectoryKind? KindOf(GuideReferenceKind kind) =>
        kind switch
        {
            GuideReferenceKind.Source => DirectoryKind.Source,
            GuideReferenceKind.Centre => DirectoryKind.Centre,
            GuideReferenceKind.Zone => DirectoryKind.Zone,
            GuideReferenceKind.Platform => DirectoryKind.Platform,
            _ => null,
        };

    private static IEnumerable<CodePlace> In(JsonNode? node, string path, DirectoryKind? kind)
    {
        switch (node)
        {
            case JsonObject members:
                var name = members["$id"]?.GetValue<string>();
                var here = name is null || path.Length == 0 ? path : $"{path[..path.LastIndexOf('.')]}.{name}";
                return members
                    .Where(m => m.Key != "$id")
                    .SelectMany(m =>
                        In(
                            m.Value,
                            m.Key == "$value" ? here
                                : here.Length == 0 ? m.Key
                                : $"{here}.{m.Key}",
                            m.Key == "$value" ? kind
                                : Members.TryGetValue(m.Key, out var held) ? held
                                : null
                        )
                    );
            case JsonArray items:
                return items.Index().SelectMany(i => In(i.Item, $"{path}.{i.Index}", kind));
            case JsonValue value when kind is { } directory && value.TryGetValue<string>(out var code):
                return [new CodePlace(directory, code, path, value)];
            default:
                return [];
        }
    }
}
