using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>The edits that lead from one state of a draft to another, items told by their names.</summary>
internal static class DraftSteps
{
    public static IReadOnlyList<DraftChange> Between(JsonNode before, JsonNode after)
    {
        var changes = new List<DraftChange>();
        Compare(before, after, "", changes);
        return changes;
    }

    private static void Compare(JsonNode? before, JsonNode? after, string path, List<DraftChange> changes)
    {
        if (Json.Same(before, after))
        {
            return;
        }

        switch (before, after)
        {
            case (JsonObject or null, JsonObject now):
                CompareMembers(before as JsonObject ?? [], now, path, changes);
                break;

            case (JsonObject old, null):
                CompareMembers(old, [], path, changes);
                break;

            case (JsonArray or null, JsonArray now):
                CompareItems(before as JsonArray ?? [], now, path, changes);
                break;

            case (JsonArray old, null):
                CompareItems(old, [], path, changes);
                break;

            default:
                changes.Add(new DraftChange(DraftEditKind.Set, path, before?.DeepClone(), after?.DeepClone()));
                break;
        }
    }

    private static void CompareMembers(JsonObject old, JsonObject now, string path, List<DraftChange> changes)
    {
        foreach (var name in Json.Members(old, now).Where(n => n != DraftForm.Id))
        {
            // A text that is an item of a list has the address of the item.
            var here =
                name == DraftForm.Value ? path
                : path.Length == 0 ? name
                : $"{path}.{name}";
            Compare(old[name], now[name], here, changes);
        }
    }

    private static void CompareItems(JsonArray old, JsonArray now, string path, List<DraftChange> changes)
    {
        var stays = now.Select(DraftPlaces.IdOf).ToHashSet();
        var order = new List<string?>();
        foreach (var item in old)
        {
            var id = DraftPlaces.IdOf(item);
            if (stays.Contains(id))
            {
                order.Add(id);
            }
            else
            {
                changes.Add(new DraftChange(DraftEditKind.Remove, $"{path}.{id}", item?.DeepClone()));
            }
        }

        for (var at = 0; at < now.Count; at++)
        {
            var (id, after) = (DraftPlaces.IdOf(now[at]), at == 0 ? null : DraftPlaces.IdOf(now[at - 1]));
            var held = order.IndexOf(id);
            if (held < 0)
            {
                changes.Add(new DraftChange(DraftEditKind.Insert, path, null, now[at]?.DeepClone(), after));
                order.Insert(at, id);
                continue;
            }

            if (held != at)
            {
                changes.Add(new DraftChange(DraftEditKind.Move, $"{path}.{id}", AfterId: after));
                order.RemoveAt(held);
                order.Insert(at, id);
            }

            Compare(old.First(i => DraftPlaces.IdOf(i) == id), now[at], $"{path}.{id}", changes);
        }
    }
}
