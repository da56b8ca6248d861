using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CareerPortal.Editing;

/// <summary>
/// The address of a place in a document: members after a dot, items counted (<c>content.faq[2].asked</c>) or by their names
/// (<c>content.faq.k3f9abcd.asked</c>).
/// </summary>
public static partial class DocumentPath
{
    public static bool IsWithin(string path, string part) =>
        path.StartsWith(part, StringComparison.Ordinal) && (path.Length == part.Length || path[part.Length] is '.' or '[');

    /// <summary>The steps of an address: a text for a member or a name, a number for a counted item.</summary>
    internal static IReadOnlyList<PathStep> StepsOf(string path) =>
        [
            .. Step()
                .Matches(path)
                .Select(m =>
                    m.Groups["at"].Success
                        ? new PathStep(null, int.Parse(m.Groups["at"].Value, CultureInfo.InvariantCulture))
                        : new PathStep(m.Value, -1)
                ),
        ];

    /// <summary>The value at an address; null where there is none.</summary>
    public static JsonNode? Find(JsonNode? document, string path)
    {
        foreach (var step in StepsOf(path))
        {
            document = Inner(document, step);
        }

        return document;
    }

    /// <summary>The address of a counted place in a document with names; null where it leads nowhere.</summary>
    public static string? Named(JsonNode? named, string counted)
    {
        var path = "";
        foreach (var step in StepsOf(counted))
        {
            if (named is JsonArray items && step.Name is null)
            {
                named = step.At < items.Count ? items[step.At] : null;
                if (DraftPlaces.IdOf(named) is not { } id)
                {
                    return null;
                }

                path += $".{id}";
            }
            else
            {
                named = Inner(named, step);
                path += path.Length == 0 ? step.Name : $".{step.Name}";
            }
        }

        return path;
    }

    /// <summary>Takes a member away and gives what it was.</summary>
    internal static JsonNode? Take(JsonObject document, string path)
    {
        var steps = StepsOf(path);
        JsonNode? owner = document;
        foreach (var step in steps.SkipLast(1))
        {
            owner = Inner(owner, step);
        }

        if (owner is not JsonObject members || steps[^1].Name is not { } name || members[name] is not { } taken)
        {
            return null;
        }

        members.Remove(name);
        return taken;
    }

    internal static JsonNode? Inner(JsonNode? node, PathStep step) =>
        (node, step.Name) switch
        {
            (JsonObject members, { } name) => members[name],
            (JsonArray items, null) => step.At < items.Count ? items[step.At] : null,
            (JsonArray items, { } id) => items.FirstOrDefault(i => DraftPlaces.IdOf(i) == id),
            _ => null,
        };

    [GeneratedRegex(@"\[(?<at>\d{1,9})\]|[^.\[\]]+")]
    private static partial Regex Step();
}
