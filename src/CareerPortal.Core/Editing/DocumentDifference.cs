using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>
/// What leads from one state of a document to another, field by field; items of lists are followed wherever they moved. Applied to the first
/// state it gives the second exactly.
/// </summary>
public sealed class DocumentDifference
{
    private readonly Step? _step;

    private DocumentDifference(Step? step, IReadOnlyList<FieldChange> fields) => (_step, Fields) = (step, fields);

    /// <summary>Every field and item that differs, in the order of the document.</summary>
    public IReadOnlyList<FieldChange> Fields { get; }

    public static DocumentDifference Between(JsonNode? first, JsonNode? second)
    {
        var fields = new List<FieldChange>();
        return new DocumentDifference(Compare(first, second, "", fields), fields);
    }

    /// <summary>The second state, from the first.</summary>
    /// <exception cref="InvalidOperationException">It is not the state that was compared.</exception>
    public JsonNode? ApplyTo(JsonNode? first) => _step is null ? first?.DeepClone() : _step.From(first);

    private static Step? Compare(JsonNode? first, JsonNode? second, string path, List<FieldChange> fields)
    {
        if (Json.Same(first, second))
        {
            return null;
        }

        switch (first, second)
        {
            case (JsonObject old, JsonObject now):
                return new Members([
                    .. Json.Members(old, now)
                        .Select(m => (m, Compare(old[m], now[m], path.Length == 0 ? m : $"{path}.{m}", fields)))
                        .Where(m => m.Item2 is not null)
                        .Select(m => (m.m, m.Item2!)),
                ]);

            case (JsonArray old, JsonArray now):
                return CompareItems(old, now, path, fields);

            default:
                var kind =
                    first is null ? FieldChangeKind.Added
                    : second is null ? FieldChangeKind.Removed
                    : FieldChangeKind.Changed;
                fields.Add(new FieldChange(path, kind, Shown(first), Shown(second)));
                return new Value(second?.DeepClone());
        }
    }

    private static Items CompareItems(JsonArray old, JsonArray now, string path, List<FieldChange> fields)
    {
        var match = ListMatch.Of(old, now);
        for (var at = 0; at < old.Count; at++)
        {
            if (match.After(at) < 0)
            {
                fields.Add(new FieldChange($"{path}[{at}]", FieldChangeKind.Removed, Shown(old[at]), null));
            }
        }

        var stayed = Unmoved([.. Enumerable.Range(0, now.Count).Select(match.Before).Where(before => before >= 0)]);
        var items = new List<Item>(now.Count);
        for (var at = 0; at < now.Count; at++)
        {
            var here = $"{path}[{at}]";
            if (match.Before(at) is var before && before < 0)
            {
                fields.Add(new FieldChange(here, FieldChangeKind.Added, null, Shown(now[at])));
                items.Add(new Item(before, new Value(now[at]?.DeepClone())));
                continue;
            }

            if (!stayed.Contains(before))
            {
                fields.Add(new FieldChange(here, FieldChangeKind.Moved, Shown(old[before]), Shown(now[at])));
            }

            items.Add(new Item(before, Compare(old[before], now[at], here, fields)));
        }

        return new Items(items);
    }

    /// <summary>The most of the places that still follow each other: what is not among them was moved.</summary>
    private static HashSet<int> Unmoved(int[] places)
    {
        var (length, previous) = (new int[places.Length], new int[places.Length]);
        var last = -1;
        for (var at = 0; at < places.Length; at++)
        {
            (length[at], previous[at]) = (1, -1);
            for (var earlier = 0; earlier < at; earlier++)
            {
                if (places[earlier] < places[at] && length[earlier] + 1 > length[at])
                {
                    (length[at], previous[at]) = (length[earlier] + 1, earlier);
                }
            }

            last = last < 0 || length[at] > length[last] ? at : last;
        }

        var stayed = new HashSet<int>();
        for (var at = last; at >= 0; at = previous[at])
        {
            stayed.Add(places[at]);
        }

        return stayed;
    }

    private static string? Shown(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : node?.ToJsonString();

    /// <summary>How a value becomes another.</summary>
    private abstract record Step
    {
        public abstract JsonNode? From(JsonNode? first);
    }

    private sealed record Value(JsonNode? Now) : Step
    {
        public override JsonNode? From(JsonNode? first) => Now?.DeepClone();
    }

    private sealed record Members(IReadOnlyList<(string Name, Step Step)> Changed) : Step
    {
        public override JsonNode From(JsonNode? first)
        {
            var members = first?.DeepClone() as JsonObject ?? throw new InvalidOperationException("Not the document that was compared.");
            foreach (var (name, step) in Changed)
            {
                if (step.From(members[name]) is { } now)
                {
                    members[name] = now;
                }
                else
                {
                    members.Remove(name);
                }
            }

            return members;
        }
    }

    /// <summary>An item: where it was, or −1, and what changed in it.</summary>
    private readonly record struct Item(int Before, Step? Step);

    private sealed record Items(IReadOnlyList<Item> Now) : Step
    {
        public override JsonNode From(JsonNode? first)
        {
            var old = first as JsonArray ?? throw new InvalidOperationException("Not the document that was compared.");
            return new JsonArray([
                .. Now.Select(item =>
                {
                    var before = item.Before >= 0 && item.Before < old.Count ? old[item.Before] : null;
                    return item.Step is null ? before?.DeepClone() : item.Step.From(before);
                }),
            ]);
        }
    }
}
