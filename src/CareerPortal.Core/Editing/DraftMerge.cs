using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>
/// Brings a document that came from elsewhere (a revision, an import) together with a draft: what only one of them changed is taken; where both did, the
/// draft's text stays in the draft and the other waits in a conflict.
/// </summary>
internal sealed record DraftMerge(JsonObject Named, IReadOnlyList<MergeConflict> Conflicts)
{
    /// <param name="first">What both began with, without names.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="other">What came, without names.</param>
    public static DraftMerge Of(JsonObject first, DraftContent draft, JsonObject other)
    {
        var mine = (JsonObject)DraftForm.Plain(draft.Named)!;
        var (arrived, merge) = (other, DocumentMerge.Of(first, other, mine));
        var conflicts = merge.Conflicts;
        if (conflicts.Count > 0)
        {
            // What waits is taken out of what arrived: the draft's own text is the only change there then.
            arrived = (JsonObject)other.DeepClone();
            foreach (var conflict in conflicts.Reverse())
            {
                PutBack(first, arrived, conflict);
            }

            merge = DocumentMerge.Of(first, arrived, mine);
        }

        var named = (JsonObject)DraftNames.Like(draft.Named, merge.Document)!;
        return new DraftMerge(named, [.. conflicts.Where(c => !IsOrder(c)).Select(c => Waiting(c, named, mine, first)).DistinctBy(c => c.Path)]);
    }

    /// <summary>Both put a list in orders of their own: the draft's holds, and nothing is lost by it.</summary>
    private static bool IsOrder(MergeConflict conflict) => conflict is { Mine: JsonArray, Theirs: JsonArray };

    /// <summary>A conflict as drafts keep it: with addresses and items by their names.</summary>
    private static MergeConflict Waiting(MergeConflict conflict, JsonObject named, JsonObject mine, JsonObject first)
    {
        var (path, isGone) = Address(named, mine, first, conflict.Path);
        if (isGone)
        {
            // The draft has the item no longer: it waits under a name of its own.
            var item = DraftNames.NewItem(conflict.Mine)!;
            return new MergeConflict($"{path}.{DraftPlaces.IdOf(item)}", conflict.Base?.DeepClone(), item, null);
        }

        var there = DocumentPath.Find(named, path);
        var theirs = conflict.Mine is null || there is not JsonObject text || !text.ContainsKey(DraftForm.Value) ? there : text[DraftForm.Value];
        return new MergeConflict(path, conflict.Base?.DeepClone(), DraftForm.Name(conflict.Mine), theirs?.DeepClone());
    }

    /// <summary>Gives what arrived the text that both began with, at a place counted as it was then.</summary>
    private static void PutBack(JsonObject first, JsonObject arrived, MergeConflict conflict)
    {
        JsonNode? old = first;
        JsonNode? now = arrived;
        var steps = DocumentPath.StepsOf(conflict.Path);
        for (var at = 0; at < steps.Count; at++)
        {
            var (step, isLast) = (steps[at], at == steps.Count - 1);
            switch (old, now, step.Name)
            {
                case (JsonObject before, JsonObject after, { } name):
                    if (isLast && IsOrder(conflict))
                    {
                        after[name] = InOrderOf(before[name] as JsonArray ?? [], (JsonArray)after[name]!);
                        return;
                    }

                    if (isLast || after[name] is null || before[name] is null)
                    {
                        after[name] = before[name]?.DeepClone();
                        return;
                    }

                    (old, now) = (before[name], after[name]);
                    break;

                case (JsonArray before, JsonArray after, null) when step.At < before.Count:
                    var place = ListMatch.Of(before, after).After(step.At);
                    if (place < 0)
                    {
                        after.Insert(Math.Min(step.At, after.Count), before[step.At]?.DeepClone());
                        return;
                    }

                    if (isLast)
                    {
                        after[place] = before[step.At]?.DeepClone();
                        return;
                    }

                    (old, now) = (before[step.At], after[place]);
                    break;

                default:
                    return;
            }
        }
    }

    /// <summary>A list in the order that its items had first; what came since follows what it follows.</summary>
    private static JsonArray InOrderOf(JsonArray first, JsonArray now)
    {
        var match = ListMatch.Of(first, now);
        var (rank, ranks) = (-1, new List<int>());
        for (var at = 0; at < now.Count; at++)
        {
            rank = match.Before(at) is var before && before >= 0 ? before : rank;
            ranks.Add(rank);
        }

        return new JsonArray([.. Enumerable.Range(0, now.Count).OrderBy(at => ranks[at]).ThenBy(at => at).Select(at => now[at]?.DeepClone())]);
    }

    /// <summary>The address by names of a place counted as it was at first; that of the list where the draft has the item no longer.</summary>
    private static (string Path, bool IsGone) Address(JsonObject named, JsonObject mine, JsonObject first, string counted)
    {
        JsonNode? old = first;
        JsonNode? now = mine;
        JsonNode? here = named;
        var path = "";
        foreach (var step in DocumentPath.StepsOf(counted))
        {
            if (step.Name is { } name)
            {
                path += path.Length == 0 ? name : $".{name}";
                (old, now, here) = (DocumentPath.Inner(old, step), DocumentPath.Inner(now, step), DocumentPath.Inner(here, step));
                continue;
            }

            var place = (old, now) is (JsonArray before, JsonArray after) && step.At < before.Count ? ListMatch.Of(before, after).After(step.At) : -1;
            var item = place < 0 ? null : ((JsonArray)now!)[place];
            var found = item is null ? null : (here as JsonArray)?.FirstOrDefault(i => Json.Same(DraftForm.Plain(i), item));
            if (found is null && place >= 0 && here is JsonArray items && place < items.Count)
            {
                found = items[place];
            }

            if (DraftPlaces.IdOf(found) is not { } id)
            {
                return (path, true);
            }

            path += $".{id}";
            (old, now, here) = (DocumentPath.Inner(old, step), item, found);
        }

        return (path, false);
    }
}
