using System.Globalization;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>Places of a draft, found by the addresses of its items' names and by those that count items.</summary>
public static class DraftPlaces
{
    /// <summary>What stands at an address such as <c>content.faq.k3f9abcd.asked</c>; null where nothing does.</summary>
    public static JsonNode? At(JsonNode? named, string path)
    {
        var node = In(named, path);
        return node is JsonObject item && item.ContainsKey(DraftForm.Value) ? item[DraftForm.Value] : node;
    }

    /// <summary>The same, but an item of a list of texts as it is, with its name.</summary>
    public static JsonNode? In(JsonNode? named, string path)
    {
        var node = named;
        foreach (var name in path.Split('.'))
        {
            node = node switch
            {
                JsonObject members => members[name],
                JsonArray items => items.FirstOrDefault(i => IdOf(i) == name),
                _ => null,
            };
        }

        return node;
    }

    /// <summary>The name of an item.</summary>
    public static string? IdOf(JsonNode? item) =>
        item is JsonObject members && members[DraftForm.Id] is JsonValue id && id.TryGetValue<string>(out var name) ? name : null;

    /// <summary>The address in the draft of a place that the rules count: <c>content.faq[1].asked</c>. As far as the draft has it.</summary>
    public static string Named(JsonObject named, string counted)
    {
        var path = new List<string>();
        JsonNode? node = named;
        foreach (var step in counted.Split('.', '['))
        {
            if (step.EndsWith(']'))
            {
                if (
                    node is not JsonArray items
                    || !int.TryParse(step[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                    || index >= items.Count
                    || IdOf(items[index]) is not { } id
                )
                {
                    break;
                }

                path.Add(id);
                node = items[index];
            }
            else
            {
                path.Add(step);
                node = node is JsonObject members ? members[step] : null;
            }
        }

        return string.Join('.', path);
    }
}
