using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>The texts of a document with what they were in another state of it, wherever they stood there.</summary>
internal static class DocumentPairs
{
    /// <summary>By the address of each text in the second state: where it stood in the first and what it said there.</summary>
    public static IReadOnlyDictionary<string, (string Path, string Text)> Of(JsonNode? first, JsonNode? second)
    {
        var pairs = new Dictionary<string, (string Path, string Text)>(StringComparer.Ordinal);
        Walk(first, "", second, "");
        return pairs;

        void Walk(JsonNode? old, string oldPath, JsonNode? now, string path)
        {
            switch (old, now)
            {
                case (JsonObject one, JsonObject other):
                    foreach (var (name, value) in other)
                    {
                        Walk(one[name], Member(oldPath, name), value, Member(path, name));
                    }

                    break;

                case (JsonArray one, JsonArray other):
                    var places = ItemPairs.Before(one, other);
                    for (var at = 0; at < other.Count; at++)
                    {
                        if (places[at] is var before and >= 0)
                        {
                            Walk(one[before], $"{oldPath}[{before}]", other[at], $"{path}[{at}]");
                        }
                    }

                    break;

                case (JsonValue one, JsonValue other) when one.GetValueKind() == JsonValueKind.String && other.GetValueKind() == JsonValueKind.String:
                    pairs.Add(path, (oldPath, one.GetValue<string>()));
                    break;
            }
        }
    }

    private static string Member(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
