using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>A named document, read and written by addresses. It knows nothing of who writes.</summary>
internal sealed class DraftTree(JsonObject document)
{
    public JsonObject Document { get; } = document;

    public static DraftTree Parse(string document) => new(JsonNode.Parse(document) as JsonObject ?? []);

    /// <summary>The number of steps that lead to the first item that is not there; null where all are.</summary>
    public int? FirstMissing(DraftAddress address)
    {
        JsonNode? node = Document;
        for (var at = 0; at < address.Steps.Count; at++)
        {
            var step = address.Steps[at];
            if (step.IsItem)
            {
                if (ItemIn(node as JsonArray, step.Name) is not { } item)
                {
                    return at + 1;
                }

                node = item;
            }
            else
            {
                node = (node as JsonObject)?[step.Name];
            }
        }

        return null;
    }

    /// <summary>What stands at an address: an item of texts gives its text. Null where nothing does.</summary>
    public JsonNode? Get(DraftAddress address)
    {
        var node = NodeAt(address, address.Steps.Count);
        return address.IsItem && address.Field.IsLeaf ? (node as JsonObject)?[DraftForm.Value] : node;
    }

    /// <summary>The item at an address with its name; null where there is none.</summary>
    public JsonObject? Item(DraftAddress address) => NodeAt(address, address.Steps.Count) as JsonObject;

    public JsonArray? List(DraftAddress list) => NodeAt(list, list.Steps.Count) as JsonArray;

    /// <summary>The item that another follows; null for the first.</summary>
    public string? Follows(DraftAddress item)
    {
        var list = ListOf(item);
        var at = list is null ? -1 : IndexOf(list, item.Last.Name);
        return at > 0 ? DraftPlaces.IdOf(list![at - 1]) : null;
    }

    /// <summary>Sets a value, with the groups around it where they are not there yet; tells the outermost that was made.</summary>
    public string? Set(DraftAddress address, JsonNode? value)
    {
        if (address.IsItem)
        {
            Item(address)![DraftForm.Value] = value?.DeepClone();
            return null;
        }

        var parent = NodeAt(address, address.Steps.Count - 1) as JsonObject;
        if (value is null)
        {
            parent?.Remove(address.Last.Name);
            return null;
        }

        var made = default(string);
        parent ??= Make(address, address.Steps.Count - 1, ref made);
        made ??= parent.ContainsKey(address.Last.Name) ? null : address.Path;
        parent[address.Last.Name] = value.DeepClone();
        return made;
    }

    /// <summary>Puts an item after another, or last where that one is not there; tells the outermost that was made for it.</summary>
    public string? Insert(DraftAddress list, JsonObject item, string? afterId)
    {
        var made = default(string);
        if (List(list) is not { } items)
        {
            var parent = Make(list, list.Steps.Count - 1, ref made);
            made ??= list.Path;
            parent[list.Last.Name] = items = [];
        }

        items.Insert(PlaceAfter(items, afterId), item.DeepClone());
        return made;
    }

    /// <summary>Makes the items on the way to an address that are not there, empty but for their names.</summary>
    public void Grow(DraftAddress address)
    {
        for (var count = 1; count <= address.Steps.Count; count++)
        {
            var here = address.First(count);
            if (here.IsItem && Item(here) is null)
            {
                Insert(address.First(count - 1), new JsonObject { [DraftForm.Id] = here.Last.Name }, here.Last.Name);
            }
        }
    }

    /// <summary>Puts another item in the place of the one of its name.</summary>
    public void Replace(DraftAddress item, JsonObject value)
    {
        var list = ListOf(item)!;
        list[IndexOf(list, item.Last.Name)] = value.DeepClone();
    }

    public void Remove(DraftAddress item)
    {
        var list = ListOf(item)!;
        list.RemoveAt(IndexOf(list, item.Last.Name));
    }

    public void Move(DraftAddress item, string? afterId)
    {
        var list = ListOf(item)!;
        var at = IndexOf(list, item.Last.Name);
        var moved = list[at];
        list.RemoveAt(at);
        list.Insert(PlaceAfter(list, afterId), moved);
    }

    /// <summary>Takes away what was made for a value that has gone, from the inside as far as nothing stands in it.</summary>
    public void Prune(DraftAddress from, string outermost)
    {
        for (var count = from.Steps.Count; count > 0; count--)
        {
            var here = from.First(count);
            if (!DocumentPath.IsWithin(here.Path, outermost))
            {
                return;
            }

            if (here.IsItem)
            {
                continue;
            }

            var node = NodeAt(here, count);
            if (node is JsonArray { Count: > 0 } or JsonObject { Count: > 0 } or JsonValue)
            {
                return;
            }

            (NodeAt(here, count - 1) as JsonObject)?.Remove(here.Last.Name);
        }
    }

    public static int IndexOf(JsonArray list, string id)
    {
        for (var at = 0; at < list.Count; at++)
        {
            if (DraftPlaces.IdOf(list[at]) == id)
            {
                return at;
            }
        }

        return -1;
    }

    private static JsonObject? ItemIn(JsonArray? list, string id) =>
        list is not null && IndexOf(list, id) is >= 0 and var at ? list[at] as JsonObject : null;

    private static int PlaceAfter(JsonArray list, string? afterId)
    {
        if (afterId is null)
        {
            return 0;
        }

        var after = IndexOf(list, afterId);
        return after < 0 ? list.Count : after + 1;
    }

    private JsonArray? ListOf(DraftAddress item) => NodeAt(item, item.Steps.Count - 1) as JsonArray;

    private JsonNode? NodeAt(DraftAddress address, int steps)
    {
        JsonNode? node = Document;
        for (var at = 0; at < steps && node is not null; at++)
        {
            var step = address.Steps[at];
            node = step.IsItem ? ItemIn(node as JsonArray, step.Name) : (node as JsonObject)?[step.Name];
        }

        return node;
    }

    /// <summary>The object at the end of some steps, made with those around it where it is not there; items on the way are there.</summary>
    private JsonObject Make(DraftAddress address, int steps, ref string? made)
    {
        if (NodeAt(address, steps) is JsonObject there)
        {
            return there;
        }

        var parent = Make(address, steps - 1, ref made);
        made ??= address.First(steps).Path;
        var now = new JsonObject();
        parent[address.Steps[steps - 1].Name] = now;
        return now;
    }
}
