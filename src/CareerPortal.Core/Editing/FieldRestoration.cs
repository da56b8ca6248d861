using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>
/// Puts one place of an earlier document back into a draft, wherever its item stands now: the value it had, an item that was removed, the order of
/// a list, or nothing where there was nothing.
/// </summary>
internal static class FieldRestoration
{
    /// <summary>The named draft with the place as it was; null where the place is in neither.</summary>
    /// <param name="named">The draft.</param>
    /// <param name="earlier">The earlier document, without names.</param>
    /// <param name="path">The place, counted as in the earlier document.</param>
    public static JsonObject? Restore(JsonObject named, JsonObject earlier, string path)
    {
        var result = (JsonObject)named.DeepClone();
        var steps = DocumentPath.StepsOf(path);
        JsonNode? here = result;
        JsonNode? then = earlier;
        for (var at = 0; at < steps.Count; at++)
        {
            var (step, isLast) = (steps[at], at == steps.Count - 1);
            switch (here, then, step.Name)
            {
                case (JsonObject now, JsonObject old, { } name):
                    if (isLast || now[name] is null)
                    {
                        if (old[name] is not { } value)
                        {
                            return now.Remove(name) || isLast ? result : null;
                        }

                        // Where the way there is missing, all of it comes back.
                        now[name] = DraftNames.Like(now[name], value);
                        return result;
                    }

                    (here, then) = (now[name], old[name]);
                    break;

                case (JsonArray now, JsonArray old, null) when step.At < old.Count:
                    var match = ListMatch.Of((JsonArray)DraftForm.Plain(now)!, old);
                    var place = match.Before(step.At);
                    if (place < 0)
                    {
                        now.Insert(PlaceFor(match, step.At), DraftNames.NewItem(old[step.At]));
                        return result;
                    }

                    if (isLast)
                    {
                        now[place] = ((JsonArray)DraftNames.Like(new JsonArray(now[place]!.DeepClone()), new JsonArray(old[step.At]?.DeepClone()))!)[
                            0
                        ]!.DeepClone();
                        return result;
                    }

                    (here, then) = (now[place], old[step.At]);
                    break;

                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The draft without an item or a value that it has and the earlier document had not.</summary>
    /// <param name="named">The draft.</param>
    /// <param name="path">The place, by its names.</param>
    public static JsonObject? Remove(JsonObject named, string path)
    {
        var result = (JsonObject)named.DeepClone();
        var steps = DocumentPath.StepsOf(path);
        JsonNode? owner = result;
        foreach (var step in steps.SkipLast(1))
        {
            owner = DocumentPath.Inner(owner, step);
        }

        switch (owner)
        {
            case JsonObject members when steps[^1].Name is { } name && members.Remove(name):
                return result;
            case JsonArray items when items.FirstOrDefault(i => DraftPlaces.IdOf(i) == steps[^1].Name) is { } item:
                items.Remove(item);
                return result;
            default:
                return null;
        }
    }

    /// <summary>The draft with a list in the order that it had; what came since follows what it follows now.</summary>
    public static JsonObject? Order(JsonObject named, JsonObject earlier, string listPath)
    {
        var result = (JsonObject)named.DeepClone();
        if (DocumentPath.Find(result, listPath) is not JsonArray now || DocumentPath.Find(earlier, listPath) is not JsonArray old)
        {
            return null;
        }

        var match = ListMatch.Of((JsonArray)DraftForm.Plain(now)!, old);
        var order = new List<(int Rank, int Place)>();
        var rank = -1;
        for (var place = 0; place < now.Count; place++)
        {
            rank = match.After(place) is var before && before >= 0 ? before : rank;
            order.Add((rank, place));
        }

        var items = order.OrderBy(o => o.Rank).ThenBy(o => o.Place).Select(o => now[o.Place]?.DeepClone()).ToList();
        now.Clear();
        foreach (var item in items)
        {
            now.Add(item);
        }

        return result;
    }

    /// <summary>Where an item that was removed stands again: after what it followed.</summary>
    private static int PlaceFor(ListMatch match, int at)
    {
        for (var earlier = at - 1; earlier >= 0; earlier--)
        {
            if (match.Before(earlier) is var place && place >= 0)
            {
                return place + 1;
            }
        }

        return 0;
    }
}
