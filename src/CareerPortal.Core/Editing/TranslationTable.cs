using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>
/// Lays a translation beside its original, text by text. Items of lists are followed through the state of the original that the translation was
/// held against; where the translation has other items than that, they are taken in their order.
/// </summary>
internal sealed class TranslationTable
{
    private const string Currency = "currency";

    private readonly JsonObject _original;
    private readonly JsonObject _draft;
    private readonly TranslationHeld _held;
    private readonly IReadOnlyDictionary<string, (string Path, string Text)> _was;
    private readonly HashSet<string> _heldFields;
    private List<TranslationField> _fields = [];
    private int _added;
    private int _removed;
    private int _dataDiffers;

    private TranslationTable(JsonObject original, JsonObject draft, TranslationHeld held)
    {
        _original = original;
        _draft = draft;
        _held = held;
        _was = DocumentPairs.Of(held.Base, original);
        _heldFields = HeldFields(original, held);
    }

    /// <summary>The sections that have texts, in the order of the page.</summary>
    public static IReadOnlyList<TranslationSection> Of(JsonObject original, JsonObject draft, TranslationHeld held)
    {
        var table = new TranslationTable(original, draft, held);
        return [.. GuideForm.Sections.Where(s => s.Id != GuideForm.Card).Select(table.Section).Where(s => s.Fields.Count > 0 || s.NeedsAligning)];
    }

    /// <summary>How many texts of the original have changed since they were held against it.</summary>
    public static int OlderIn(JsonObject original, TranslationHeld held)
    {
        var (was, heldFields) = (DocumentPairs.Of(held.Base, original), HeldFields(original, held));
        return TextsOf(original).Count(t => !(was.TryGetValue(t.Path, out var before) && before.Text == t.Text) && !heldFields.Contains(t.Path));
    }

    /// <summary>Every text of a guide that is translated, with its address.</summary>
    public static IEnumerable<(string Path, string Text)> TextsOf(JsonObject document) =>
        Of(document, [], new TranslationHeld(null, new Dictionary<string, int>(), new Dictionary<int, JsonObject>()))
            .SelectMany(s => s.Fields)
            .Select(f => (f.Path, f.Original));

    /// <summary>
    /// The draft with a section's items, numbers, codes and days as the original has them; texts stay where their item does, and are empty where it is new.
    /// </summary>
    public static JsonObject Align(JsonObject original, JsonObject draft, TranslationHeld held, IReadOnlySet<string> sections)
    {
        var table = new TranslationTable(original, draft, held);
        var aligned = (JsonObject)draft.DeepClone();
        foreach (var field in GuideForm.Sections.Where(s => s.Id != GuideForm.Card && sections.Contains(s.Id)).SelectMany(s => s.Fields))
        {
            var value = Aligned(field, At(original, field.Path!), At(table.StructureOf(field), field.Path!), At(draft, field.Path!));
            Put(aligned, field.Path!, value);
        }

        return aligned;
    }

    /// <summary>A document of another language as it begins: the original's numbers, codes and days, and no text.</summary>
    public static JsonObject Begin(JsonObject original)
    {
        var none = new TranslationHeld(null, new Dictionary<string, int>(), new Dictionary<int, JsonObject>());
        var begun = new JsonObject
        {
            ["kind"] = original["kind"]?.DeepClone(),
            ["register"] = original["register"]?.DeepClone(),
            ["content"] = new JsonObject(),
        };
        return Align(original, begun, none, GuideForm.Sections.Select(s => s.Id).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Whether a field's value is words of the guide's language.</summary>
    public static bool IsText(FormField field) => field.Kind is FieldKind.Line or FieldKind.Prose && field.Name != Currency;

    private static HashSet<string> HeldFields(JsonObject original, TranslationHeld held)
    {
        var fields = new HashSet<string>(StringComparer.Ordinal);
        foreach (var marks in held.Fields.GroupBy(f => f.Value))
        {
            if (held.Documents.TryGetValue(marks.Key, out var document))
            {
                var marked = marks.Select(m => m.Key).ToHashSet(StringComparer.Ordinal);
                var then = DocumentPairs.Of(document, original);
                fields.UnionWith(then.Where(p => marked.Contains(p.Value.Path) && TextAt(original, p.Key) == p.Value.Text).Select(p => p.Key));
            }
        }

        return fields;
    }

    private TranslationSection Section(FormSection section)
    {
        (_fields, _added, _removed, _dataDiffers) = ([], 0, 0, 0);
        foreach (var field in section.Fields)
        {
            Walk(field, At(_original, field.Path!), At(StructureOf(field), field.Path!), At(_draft, field.Path!), field.Path!, field.Path!);
        }

        return new TranslationSection(section.Id, _fields, _added, _removed, _dataDiffers);
    }

    /// <summary>The state of the original whose items, in their order, the translation has.</summary>
    private JsonObject? StructureOf(FormField part) =>
        _held.Fields.TryGetValue(part.Path!, out var revision) && _held.Documents.TryGetValue(revision, out var document) ? document : _held.Base;

    private void Walk(FormField field, JsonNode? original, JsonNode? structure, JsonNode? draft, string path, string? draftPath)
    {
        switch (field.Kind)
        {
            case FieldKind.Group when original is JsonObject members:
                var group = draft as JsonObject;
                foreach (var child in field.Children)
                {
                    var childPath = draftPath is not null && group is not null ? $"{draftPath}.{child.Name}" : null;
                    Walk(child, members[child.Name], (structure as JsonObject)?[child.Name], group?[child.Name], $"{path}.{child.Name}", childPath);
                }

                break;

            case FieldKind.List
            or FieldKind.TextList:
                var (items, held) = (original as JsonArray ?? [], draft as JsonArray ?? []);
                var places = Places(items, structure as JsonArray, held);
                _removed += held.Count - places.Count(p => p.Draft >= 0);
                foreach (var (at, (before, place)) in places.Index())
                {
                    _added += place < 0 ? 1 : 0;
                    var item = place < 0 ? null : held[place] as JsonObject;
                    var itemPath = item?[DraftForm.Id]?.GetValue<string>() is { } id && draftPath is not null ? $"{draftPath}.{id}" : null;
                    var was = before < 0 ? null : (structure as JsonArray)?[before];
                    if (field.Kind == FieldKind.List)
                    {
                        Walk(field with { Kind = FieldKind.Group }, items[at], was, item, $"{path}[{at}]", itemPath);
                    }
                    else
                    {
                        Text(field.Children[0], items[at], item?[DraftForm.Value], $"{path}[{at}]", itemPath);
                    }
                }

                break;

            case FieldKind.Group:
                _removed += draft is null ? 0 : 1;
                break;

            default:
                if (IsText(field))
                {
                    Text(field, original, draft, path, draftPath);
                }
                else if (!SameData(original, DraftForm.Plain(draft)))
                {
                    _dataDiffers++;
                }

                break;
        }
    }

    private void Text(FormField field, JsonNode? original, JsonNode? draft, string path, string? draftPath)
    {
        if (TextOf(original) is not { Length: > 0 } text)
        {
            _removed += TextOf(draft) is { Length: > 0 } ? 1 : 0;
            return;
        }

        var translation = TextOf(draft);
        var isHeld = _was.TryGetValue(path, out var was) && was.Text == text || _heldFields.Contains(path);
        var state =
            string.IsNullOrWhiteSpace(translation) ? TranslationFieldState.Missing
            : isHeld ? TranslationFieldState.UpToDate
            : TranslationFieldState.Older;
        _fields.Add(new TranslationField(path, field, text, isHeld ? null : was.Text, draftPath, translation, state));
    }

    /// <summary>For each item of the original: its place in the state that was held, and in the translation; −1 where it has none.</summary>
    private static List<(int Before, int Draft)> Places(JsonArray items, JsonArray? structure, JsonArray draft)
    {
        var before = structure is null ? null : ItemPairs.Before(structure, items);
        var follows = before is not null && structure!.Count == draft.Count;
        return
        [
            .. Enumerable
                .Range(0, items.Count)
                .Select(at =>
                    (
                        before?[at] ?? -1,
                        follows ? before![at]
                        : at < draft.Count ? at
                        : -1
                    )
                ),
        ];
    }

    private static JsonNode? Aligned(FormField field, JsonNode? original, JsonNode? structure, JsonNode? draft)
    {
        switch (field.Kind)
        {
            case FieldKind.Group when original is JsonObject members:
                var (from, group) = (draft as JsonObject, new JsonObject());
                foreach (var child in field.Children)
                {
                    if (Aligned(child, members[child.Name], (structure as JsonObject)?[child.Name], from?[child.Name]) is { } value)
                    {
                        group[child.Name] = value;
                    }
                }

                return group;

            case FieldKind.List
            or FieldKind.TextList when original is JsonArray items:
                var held = draft as JsonArray ?? [];
                var aligned = new JsonArray();
                foreach (var (at, (before, place)) in Places(items, structure as JsonArray, held).Index())
                {
                    var item = place < 0 ? null : held[place] as JsonObject;
                    var named = new JsonObject { [DraftForm.Id] = item?[DraftForm.Id]?.GetValue<string>() ?? DraftForm.NewId() };
                    if (field.Kind == FieldKind.TextList)
                    {
                        named[DraftForm.Value] = TextOf(item?[DraftForm.Value]) ?? "";
                    }
                    else
                    {
                        var was = before < 0 ? null : (structure as JsonArray)?[before];
                        foreach (var (name, value) in (JsonObject)Aligned(field with { Kind = FieldKind.Group }, items[at], was, item)!)
                        {
                            named[name] = value?.DeepClone();
                        }
                    }

                    aligned.Add(named);
                }

                return aligned;

            default:
                return IsText(field)
                    ? original is null
                        ? null
                        : TextOf(draft) ?? ""
                    : SameData(original, DraftForm.Plain(draft))
                        ? draft?.DeepClone()
                        : DraftForm.Name(original);
        }
    }

    /// <summary>A list that has nothing and one that is not there say the same.</summary>
    private static bool SameData(JsonNode? one, JsonNode? other) =>
        Json.Same(one is JsonArray { Count: 0 } ? null : one, other is JsonArray { Count: 0 } ? null : other);

    private static string? TextOf(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static string? TextAt(JsonObject document, string path)
    {
        JsonNode? node = document;
        foreach (var step in path.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
        {
            node = step.StartsWith('[')
                ? (node as JsonArray)?[int.Parse(step[1..^1], System.Globalization.CultureInfo.InvariantCulture)]
                : (node as JsonObject)?[step];
        }

        return TextOf(node);
    }

    private static JsonNode? At(JsonObject? document, string path) =>
        path.Split('.').Aggregate((JsonNode?)document, (node, name) => (node as JsonObject)?[name]);

    private static void Put(JsonObject document, string path, JsonNode? value)
    {
        var names = path.Split('.');
        var parent = document;
        foreach (var name in names[..^1])
        {
            if (parent[name] is not JsonObject next)
            {
                if (value is null)
                {
                    return;
                }

                parent[name] = next = [];
            }

            parent = next;
        }

        if (value is null)
        {
            parent.Remove(names[^1]);
        }
        else
        {
            parent[names[^1]] = value;
        }
    }
}
