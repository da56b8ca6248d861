using System.Text.Json.Nodes;
using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>
/// The sections of a document as colleagues speak of them: those of the page, the head above them, and the record beside all (kind, register,
/// days). Each is told from another state of itself by a hash.
/// </summary>
public static class DocumentSections
{
    /// <summary>What stands above the sections, under the title.</summary>
    public const string Head = "entete";

    /// <summary>What the guide says of itself: kind, register, days.</summary>
    public const string Record = "fiche";

    private const string Content = "content";

    private static readonly IReadOnlyList<(string Path, string Section)> Places =
    [
        .. GuideSections.Head.Select(p => ($"{Content}.{p.Path}", Head)),
        .. GuideSections.All.SelectMany(s => s.Parts.Select(p => ($"{Content}.{p.Path}", s.Id))),
    ];

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<string> All { get; } = [Record, Head, .. GuideSections.All.Where(s => s.Parts.Count > 0).Select(s => s.Id)];

    /// <summary>The section in which an address lies, whether its items are counted or named.</summary>
    public static string Of(string path) => Places.FirstOrDefault(p => DocumentPath.IsWithin(path, p.Path)).Section ?? Record;

    /// <summary>The hash of each section of a document without names.</summary>
    public static IReadOnlyDictionary<string, string> HashesOf(JsonObject plain)
    {
        var rest = (JsonObject)plain.DeepClone();
        var parts = All.ToDictionary(s => s, _ => new JsonObject());
        foreach (var (path, section) in Places)
        {
            if (DocumentPath.Take(rest, path) is { } part)
            {
                parts[section][path] = part;
            }
        }

        parts[Record][""] = rest;
        return parts.ToDictionary(p => p.Key, p => HashOf(p.Value));
    }

    /// <summary>The sections in which two documents without names differ, in the order of the page; all that the second has where there is no first.</summary>
    public static IReadOnlyList<string> Changed(JsonObject? first, JsonObject second)
    {
        var (before, after) = (HashesOf(first ?? []), HashesOf(second));
        return [.. All.Where(s => before[s] != after[s])];
    }

    /// <summary>What tells one value from another.</summary>
    public static string HashOf(JsonNode? value) => GuideDocuments.HashOf(Json.TextOf(Canonical(value)));

    /// <summary>The value with its members in one order and without those that are null: the same said twice has the same hash.</summary>
    private static JsonNode? Canonical(JsonNode? value) =>
        value switch
        {
            JsonObject members => new JsonObject(
                members
                    .Where(m => m.Value is not null)
                    .OrderBy(m => m.Key, StringComparer.Ordinal)
                    .Select(m => KeyValuePair.Create(m.Key, Canonical(m.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(Canonical)]),
            _ => value?.DeepClone(),
        };
}
