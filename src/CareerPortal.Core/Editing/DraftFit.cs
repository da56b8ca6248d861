using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>Tells whether a draft can take what a file brings, whole: what does not fit is refused before anything is written.</summary>
internal static class DraftFit
{
    private const int Kilobyte = 1024;

    /// <summary>Enough to see what is wrong.</summary>
    private const int MostTold = 20;

    /// <summary>What is too large in a document, whether its items have names or not.</summary>
    public static IReadOnlyList<ImportFault> Of(JsonObject document)
    {
        var faults = new List<ImportFault>();
        Find(document, "", faults);
        var size = Encoding.UTF8.GetByteCount(Json.Write(document));
        if (faults.Count == 0 && size > DraftLimits.DocumentBytes)
        {
            faults.Add(new ImportFault(ImportFaultKind.Kilobytes, "", 1 + size / Kilobyte, DraftLimits.DocumentBytes / Kilobyte));
        }

        return faults;
    }

    /// <summary>What would be too large in a draft once it had the changes; <paramref name="waiting"/> conflicts wait in it already.</summary>
    public static IReadOnlyList<ImportFault> Of(JsonObject draft, IReadOnlyList<DraftChange> changes, IReadOnlyList<OpenConflict> waiting)
    {
        if (TooManyItems(draft, changes) is { Count: > 0 } lists)
        {
            return lists;
        }

        var tree = new DraftTree((JsonObject)draft.DeepClone());
        var disputed = waiting.Select(c => c.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var change in changes)
        {
            if (DraftShape.Check(change).Change is not { } clean)
            {
                return [new ImportFault(ImportFaultKind.Value, change.Path, 0, 0)];
            }

            var address = DraftAddress.Parse(clean.Path)!;
            if (tree.FirstMissing(address) is { } missing)
            {
                disputed.Add(address.First(missing).Path);
            }
            else if (!Apply(tree, clean, address))
            {
                disputed.Add(address.Path);
            }
        }

        return disputed.Count > waiting.Count && disputed.Count > DraftLimits.Conflicts
            ? [new ImportFault(ImportFaultKind.Conflicts, "", disputed.Count, DraftLimits.Conflicts)]
            : Of(tree.Document);
    }

    private static List<ImportFault> TooManyItems(JsonObject draft, IReadOnlyList<DraftChange> changes)
    {
        var tree = new DraftTree(draft);
        var more = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var change in changes.Where(c => c.Kind is DraftEditKind.Insert or DraftEditKind.Remove))
        {
            if (DraftAddress.Parse(change.Path) is { } address)
            {
                var list = address.IsItem ? address.First(address.Steps.Count - 1).Path : address.Path;
                more[list] = more.GetValueOrDefault(list) + (change.Kind == DraftEditKind.Insert ? 1 : -1);
            }
        }

        return
        [
            .. more.Select(m => (m.Key, Count: m.Value + (tree.List(DraftAddress.Parse(m.Key)!)?.Count ?? 0)))
                .Where(m => m.Count > DraftLimits.Items)
                .Take(MostTold)
                .Select(m => new ImportFault(ImportFaultKind.Items, m.Key, m.Count, DraftLimits.Items)),
        ];
    }

    /// <summary>False where the draft would keep what it has.</summary>
    private static bool Apply(DraftTree tree, DraftChange change, DraftAddress address)
    {
        switch (change.Kind)
        {
            case DraftEditKind.Set:
                if (!Json.SameTyped(tree.Get(address), change.Before) && !Json.Same(tree.Get(address), change.After))
                {
                    return false;
                }

                tree.Set(address, change.After);
                return true;

            case DraftEditKind.Remove:
                if (change.Before is not null && !Json.SameTyped(tree.Item(address), change.Before))
                {
                    return false;
                }

                tree.Remove(address);
                return true;

            case DraftEditKind.Insert:
                tree.Insert(address, change.After!.AsObject(), change.AfterId);
                return true;

            default:
                tree.Move(address, change.AfterId);
                return true;
        }
    }

    private static void Find(JsonNode? node, string path, List<ImportFault> faults)
    {
        if (faults.Count >= MostTold)
        {
            return;
        }

        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Find(value, name == DraftForm.Value ? path : Within(path, name), faults);
                }

                break;

            case JsonArray { Count: > DraftLimits.Items } items:
                faults.Add(new ImportFault(ImportFaultKind.Items, path, items.Count, DraftLimits.Items));
                break;

            case JsonArray items:
                foreach (var item in items)
                {
                    Find(item, Within(path, DraftPlaces.IdOf(item) ?? ""), faults);
                }

                break;

            case JsonValue value
                when value.GetValueKind() == JsonValueKind.String && Json.StringOf(value) is { Length: > DraftLimits.TextLength } text:
                faults.Add(new ImportFault(ImportFaultKind.Letters, path, text.Length, DraftLimits.TextLength));
                break;
        }
    }

    private static string Within(string path, string name) =>
        path.Length == 0 ? name
        : name.Length == 0 ? path
        : $"{path}.{name}";
}
