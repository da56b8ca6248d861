using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>
/// Brings together what two people made of one document, by field and by item of a list. What only one changed is taken; where both changed
/// the same in different ways the document keeps what they began with, and both stand in <see cref="Conflicts"/>. Who of the two comes first makes no
/// difference.
/// </summary>
/// <remarks>
/// Three-way merge over trees, lists by matched items and their order apart (after T. Lindholm 2004, "A three-way merge for XML documents").
/// </remarks>
public sealed class DocumentMerge
{
    private const int Start = -1;

    private readonly List<MergeConflict> _conflicts = [];

    private DocumentMerge() { }

    public JsonNode? Document { get; private set; }

    public IReadOnlyList<MergeConflict> Conflicts => _conflicts;

    public static DocumentMerge Of(JsonNode? first, JsonNode? mine, JsonNode? theirs)
    {
        var merge = new DocumentMerge();
        merge.Document = merge.Merge(first, mine, theirs, "");
        return merge;
    }

    private JsonNode? Merge(JsonNode? first, JsonNode? mine, JsonNode? theirs, string path)
    {
        if (Json.Same(mine, theirs) || Json.Same(first, theirs))
        {
            return mine?.DeepClone();
        }

        if (Json.Same(first, mine))
        {
            return theirs?.DeepClone();
        }

        switch (first, mine, theirs)
        {
            case (JsonObject old, JsonObject one, JsonObject other):
                var members = new JsonObject();
                foreach (var name in Json.Members(old, one, other))
                {
                    if (Merge(old[name], one[name], other[name], path.Length == 0 ? name : $"{path}.{name}") is { } value)
                    {
                        members[name] = value;
                    }
                }

                return members;

            case (JsonArray or null, JsonArray one, JsonArray other):
                return MergeItems(first as JsonArray ?? [], one, other, path);

            default:
                return Keep(path, first, mine, theirs);
        }
    }

    /// <summary>A conflict; the document keeps what was there.</summary>
    private JsonNode? Keep(string path, JsonNode? first, JsonNode? mine, JsonNode? theirs)
    {
        _conflicts.Add(new MergeConflict(path, first?.DeepClone(), mine?.DeepClone(), theirs?.DeepClone()));
        return first?.DeepClone();
    }

    private JsonArray MergeItems(JsonArray first, JsonArray mine, JsonArray theirs, string path)
    {
        var (one, other) = (ListMatch.Of(first, mine), ListMatch.Of(first, theirs));
        var kept = new Dictionary<int, JsonNode?>();
        for (var at = 0; at < first.Count; at++)
        {
            var (in1, in2) = (one.After(at), other.After(at));
            if (in1 >= 0 && in2 >= 0)
            {
                kept.Add(at, Merge(first[at], mine[in1], theirs[in2], $"{path}[{at}]"));
            }
            else if (in1 >= 0 && !Json.Same(first[at], mine[in1]))
            {
                kept.Add(at, Keep($"{path}[{at}]", first[at], mine[in1], null));
            }
            else if (in2 >= 0 && !Json.Same(first[at], theirs[in2]))
            {
                kept.Add(at, Keep($"{path}[{at}]", first[at], null, theirs[in2]));
            }
        }

        var order = Order(first, mine, theirs, one, other, [.. kept.Keys.Order()], path);
        var added = Added(New(mine, one, kept), New(theirs, other, kept), order);
        return [.. Placed(Start), .. order.SelectMany(at => (IEnumerable<JsonNode?>)[kept[at], .. Placed(at)])];

        IEnumerable<JsonNode?> Placed(int after) => added.GetValueOrDefault(after, []);
    }

    /// <summary>The items that both had, in the order of whoever moved them; where both did, differently, as they were.</summary>
    private List<int> Order(JsonArray first, JsonArray mine, JsonArray theirs, ListMatch one, ListMatch other, List<int> kept, string path)
    {
        var (order1, order2) = (OrderIn(mine, one, kept), OrderIn(theirs, other, kept));
        if (order1.SequenceEqual(order2) || order2.SequenceEqual(kept))
        {
            return order1;
        }

        if (order1.SequenceEqual(kept))
        {
            return order2;
        }

        Keep(path, first, mine, theirs);
        return kept;
    }

    /// <summary>What stayed, in the order of one side; what that side took away follows what it followed before.</summary>
    private static List<int> OrderIn(JsonArray side, ListMatch match, List<int> kept)
    {
        var order = Enumerable.Range(0, side.Count).Select(match.Before).Where(kept.Contains).ToList();
        for (var at = 0; at < kept.Count; at++)
        {
            if (match.After(kept[at]) < 0)
            {
                order.Insert(at == 0 ? 0 : order.IndexOf(kept[at - 1]) + 1, kept[at]);
            }
        }

        return order;
    }

    /// <summary>What a side added, by the item that it follows there.</summary>
    private static Dictionary<int, List<JsonNode?>> New(JsonArray side, ListMatch match, Dictionary<int, JsonNode?> kept)
    {
        var added = new Dictionary<int, List<JsonNode?>>();
        var after = Start;
        for (var at = 0; at < side.Count; at++)
        {
            if (match.Before(at) is var before && before >= 0)
            {
                after = kept.ContainsKey(before) ? before : after;
                continue;
            }

            if (!added.TryGetValue(after, out var items))
            {
                added.Add(after, items = []);
            }

            items.Add(side[at]);
        }

        return added;
    }

    /// <summary>What both added, each once, in an order that does not depend on who is who.</summary>
    private static Dictionary<int, List<JsonNode?>> Added(
        Dictionary<int, List<JsonNode?>> one,
        Dictionary<int, List<JsonNode?>> other,
        List<int> order
    )
    {
        var all = new Dictionary<int, List<JsonNode?>>();
        var twice = Texts(one).Intersect(Texts(other), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var after in order.Prepend(Start))
        {
            List<List<JsonNode?>> chains = [one.GetValueOrDefault(after, []), other.GetValueOrDefault(after, [])];
            chains.Sort((a, b) => string.CompareOrdinal(string.Join('\n', a.Select(Json.TextOf)), string.Join('\n', b.Select(Json.TextOf))));
            var here = new List<JsonNode?>();
            foreach (var chain in chains)
            {
                // What one side has twice is there twice; what both have is there once.
                var before = new HashSet<string>(taken, StringComparer.Ordinal);
                foreach (var item in chain)
                {
                    var text = Json.TextOf(item);
                    if (twice.Contains(text) && before.Contains(text))
                    {
                        continue;
                    }

                    taken.Add(text);
                    here.Add(item?.DeepClone());
                }
            }

            all.Add(after, here);
        }

        return all;

        static IEnumerable<string> Texts(Dictionary<int, List<JsonNode?>> items) => items.Values.SelectMany(i => i).Select(Json.TextOf);
    }
}
