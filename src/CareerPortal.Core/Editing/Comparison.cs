using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>What differs between two states of a guide, by sections in the order of the page.</summary>
public sealed record Comparison(IReadOnlyList<ComparedSection> Sections)
{
    internal static Comparison Of(JsonObject? first, ComparedSide second, bool isRestorable)
    {
        var before = first ?? [];
        var fields = DocumentDifference
            .Between(before, second.Plain)
            .Fields.Select(change => (Section: DocumentSections.Of(change.Path), Field: FieldOf(change, before, second, isRestorable)))
            .ToLookup(f => f.Section, f => f.Field);
        return new Comparison([
            .. DocumentSections.All.Where(s => fields[s].Any()).Select(s => new ComparedSection(s, [.. fields[s]])),
        ]);
    }

    private static ComparedField FieldOf(FieldChange change, JsonObject first, ComparedSide second, bool isRestorable)
    {
        var named = second.Content?.Named;
        var path = named is null || change.Kind == FieldChangeKind.Removed ? null : DocumentPath.Named(named, change.Path);
        var hash = path is null ? null : CommentDesk.HashOf(DocumentPath.Find(named, path));
        IReadOnlyList<WordStretch> words = change is { Kind: FieldChangeKind.Changed, Before: { } old, After: { } now }
            ? WordDifference.Between(old, now)
            : [];
        return new ComparedField(change, words, path, hash, isRestorable ? RestoreOf(change, path, first, second.Plain) : null);
    }

    private static RestoredField? RestoreOf(FieldChange change, string? draftPath, JsonObject first, JsonObject second)
    {
        var list = change.Path.LastIndexOf('[') is var at && at > 0 ? change.Path[..at] : "";
        return change.Kind switch
        {
            FieldChangeKind.Added => draftPath is null ? null : new RestoredField(change.Kind, draftPath),
            FieldChangeKind.Moved => Earlier(first, second, list) is { } was ? new RestoredField(change.Kind, was) : null,

            // An item that is gone is counted as it was, in a list that is counted as it is.
            FieldChangeKind.Removed when change.Path.EndsWith(']') => Earlier(first, second, list) is { } was
                ? new RestoredField(change.Kind, was + change.Path[list.Length..])
                : null,
            _ => Earlier(first, second, change.Path) is { } was ? new RestoredField(change.Kind, was) : null,
        };
    }

    /// <summary>Where a place of the second document was in the first.</summary>
    private static string? Earlier(JsonNode? first, JsonNode? second, string path)
    {
        var earlier = "";
        foreach (var step in DocumentPath.StepsOf(path))
        {
            if (step.Name is { } name)
            {
                earlier += earlier.Length == 0 ? name : $".{name}";
                (first, second) = (DocumentPath.Inner(first, step), DocumentPath.Inner(second, step));
                continue;
            }

            if ((first, second) is not (JsonArray old, JsonArray now) || step.At >= now.Count || ListMatch.Of(old, now).Before(step.At) is not (>= 0 and var place))
            {
                return null;
            }

            earlier += $"[{place}]";
            (first, second) = (old[place], now[step.At]);
        }

        return earlier;
    }
}
