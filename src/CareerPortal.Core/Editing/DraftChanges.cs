using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>The changes that lead a draft to another state of it, item by item, as its desk takes them.</summary>
internal static class DraftChanges
{
    /// <summary>From one named document to another whose items bear the same names.</summary>
    public static IReadOnlyList<DraftChange> Between(JsonObject now, JsonObject then)
    {
        var changes = new List<DraftChange>();
        Members(now, then, "", changes);
        return changes;
    }

    /// <summary>A plain document with the names that its items have in a named one, wherever they moved.</summary>
    public static JsonNode? NamedAs(JsonNode? named, JsonNode? plain)
    {
        switch (plain)
        {
            case JsonObject members:
                var from = named as JsonObject;
                return new JsonObject(members.Select(m => KeyValuePair.Create(m.Key, NamedAs(from?[m.Key], m.Value))));

            case JsonArray items:
                var old = named as JsonArray ?? [];
                var match = ListMatch.Of((JsonArray)DraftForm.Plain(old)!, items);
                return new JsonArray([
                    .. items.Select((item, at) => NamedItem(match.Before(at) is var place and >= 0 ? old[place] as JsonObject : null, item)),
                ]);

            default:
                return plain?.DeepClone();
        }
    }

    private static JsonObject NamedItem(JsonObject? named, JsonNode? plain)
    {
        var item = new JsonObject { [DraftForm.Id] = named?[DraftForm.Id]?.GetValue<string>() ?? DraftForm.NewId() };
        if (plain is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                item[name] = NamedAs(named?[name], value);
            }
        }
        else
        {
            item[DraftForm.Value] = plain?.DeepClone();
        }

        return item;
    }

    private static void Members(JsonObject now, JsonObject then, string path, List<DraftChange> changes)
    {
        foreach (var name in Json.Members(now, then).Where(n => n != DraftForm.Id))
        {
            // The item of a list of texts is its value.
            var here =
                name == DraftForm.Value ? path
                : path.Length == 0 ? name
                : $"{path}.{name}";
            Value(now[name], then[name], here, changes);
        }
    }

    private static void Value(JsonNode? now, JsonNode? then, string path, List<DraftChange> changes)
    {
        if (Json.Same(now, then))
        {
            return;
        }

        switch (now, then)
        {
            case (JsonObject one, JsonObject other):
                Members(one, other, path, changes);
                break;

            case (JsonArray or null, JsonArray or null):
                Items(now as JsonArray ?? [], then as JsonArray ?? [], path, changes);
                break;

            default:
                changes.Add(new DraftChange(DraftEditKind.Set, path, now?.DeepClone(), then?.DeepClone()));
                break;
        }
    }

    private static void Items(JsonArray now, JsonArray then, string path, List<DraftChange> changes)
    {
        var (old, kept) = (Named(now), Named(then).Select(i => i.Id).ToHashSet(StringComparer.Ordinal));
        foreach (var (id, item) in old.Where(i => !kept.Contains(i.Id)))
        {
            changes.Add(new DraftChange(DraftEditKind.Remove, $"{path}.{id}", item.DeepClone()));
        }

        var order = old.Select(i => i.Id).Where(kept.Contains).ToList();
        var held = old.ToDictionary(i => i.Id, i => i.Item, StringComparer.Ordinal);
        string? last = null;
        foreach (var (id, item) in Named(then))
        {
            if (!held.TryGetValue(id, out var before))
            {
                changes.Add(new DraftChange(DraftEditKind.Insert, path, null, item.DeepClone(), last));
                order.Insert(last is null ? 0 : order.IndexOf(last) + 1, id);
            }
            else
            {
                if ((last is null ? 0 : order.IndexOf(last) + 1) != order.IndexOf(id))
                {
                    changes.Add(new DraftChange(DraftEditKind.Move, $"{path}.{id}", AfterId: last));
                    order.Remove(id);
                    order.Insert(last is null ? 0 : order.IndexOf(last) + 1, id);
                }

                Members(before, item, $"{path}.{id}", changes);
            }

            last = id;
        }
    }

    private static List<(string Id, JsonObject Item)> Named(JsonArray items) =>
        [.. items.OfType<JsonObject>().Select(i => (i[DraftForm.Id]!.GetValue<string>(), i))];
}
