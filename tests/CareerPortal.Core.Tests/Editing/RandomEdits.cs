using System.Text.Json;
using System.Text.Json.Nodes;
using CareerPortal.Exchange;
using CareerPortal.Guides;

namespace CareerPortal.Core.Tests.Editing;

/// <summary>What somebody might do to a part of a guide: rewrite, add, take away, move.</summary>
internal sealed class RandomEdits(int seed)
{
    private static readonly Lazy<JsonObject[]> Guides = new(() =>
        [.. ExchangeFolder.FirstContent.Read().Guides.Values.Select(g => JsonNode.Parse(GuideDocuments.Write(g.ToDocument()))!.AsObject())]
    );

    private readonly Random _random = new(seed);
    private int _written;

    /// <summary>Every part of the registry with a guide that fills it.</summary>
    public static IEnumerable<(JsonObject Guide, string Path)> Parts =>
        GuideSections.Parts.Select(part => (Guides.Value.First(g => At(g, part.Path) is not null and not JsonArray { Count: 0 }), part.Path));

    public static JsonNode? At(JsonNode? document, string path) => path.Split('.').Aggregate(document?["content"], (node, member) => node?[member]);

    /// <summary>The document with some edits in one of its parts.</summary>
    public JsonObject Edit(JsonObject document, string path, int edits)
    {
        var edited = document.DeepClone().AsObject();
        for (var edit = 0; edit < edits; edit++)
        {
            EditOnce(At(edited, path));
        }

        return edited;
    }

    private void EditOnce(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray items:
                EditItems(items);
                break;
            case JsonObject members:
                EditMember(members);
                break;
        }
    }

    private void EditItems(JsonArray items)
    {
        var at = items.Count == 0 ? -1 : _random.Next(items.Count);
        switch (_random.Next(4))
        {
            case 0 when at >= 0:
                items.RemoveAt(at);
                break;
            case 1 when at >= 0:
                var moved = items[at];
                items.RemoveAt(at);
                items.Insert(_random.Next(items.Count + 1), moved);
                break;
            case 2 when at >= 0:
                var added = Rewritten(items[at]);
                items.Insert(_random.Next(items.Count + 1), added);
                break;
            default:
                if (at >= 0 && items[at] is JsonObject members)
                {
                    EditMember(members);
                }
                else if (at >= 0)
                {
                    items[at] = Reworded(items[at]!.GetValue<string>());
                }

                break;
        }
    }

    private void EditMember(JsonObject members)
    {
        var name = members.ElementAt(_random.Next(members.Count)).Key;
        switch (members[name])
        {
            case JsonArray or JsonObject:
                EditOnce(members[name]);
                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                members[name] = Reworded(value.GetValue<string>());
                break;
        }
    }

    /// <summary>All texts of an item anew.</summary>
    private JsonNode? Rewritten(JsonNode? node) =>
        node switch
        {
            JsonObject members => new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, Rewritten(m.Value)))),
            JsonArray items => new JsonArray([.. items.Select(Rewritten)]),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => New(),
            _ => node?.DeepClone(),
        };

    private string Reworded(string text) => $"{text} {New()}";

    /// <summary>Words that nobody else writes.</summary>
    private string New() => $"mot{seed}n{_written++} suite{seed}n{_written++}";
}
