using System.Text.Json.Nodes;
using CareerPortal.Data;
using CareerPortal.Guides;

namespace CareerPortal.Editing;

/// <summary>
/// Reads a draft whatever it holds, so that it can always be shown: what cannot be read is left empty in the document, and told as a fault by the
/// address that it has in the draft.
/// </summary>
public static class DraftReading
{
    private const string NoDate = "0001-01-01";
    private const string NoTime = "00:00";
    private const int ShownLength = 100;

    /// <summary>
    /// The document of a draft, and what in it could not be read. Texts that lack are told by the rules of guides, not here; groups in which
    /// nothing stands are left out.
    /// </summary>
    public static (GuideDocument Document, IReadOnlyList<GuideFault> Unreadable) Read(JsonObject named)
    {
        var faults = new List<GuideFault>();
        var plain = GroupOf(GuideForm.Whole, named, "", faults);
        return (StoredJson.Read<GuideDocument>(Json.Write(plain)), faults);
    }

    private static JsonObject GroupOf(FormField group, JsonNode? node, string path, List<GuideFault> faults)
    {
        var held = MembersOf(node);
        if (held is null && node is not null)
        {
            faults.Add(new GuideFault(path, FaultKind.Unreadable));
        }

        var plain = new JsonObject();
        foreach (var field in group.Children)
        {
            var here = path.Length == 0 ? field.Name : $"{path}.{field.Name}";
            if (ValueOf(field, held?[field.Name], here, faults) is { } value)
            {
                plain[field.Name] = value;
            }
        }

        return plain;
    }

    private static JsonNode? ValueOf(FormField field, JsonNode? node, string path, List<GuideFault> faults)
    {
        if (field.IsList)
        {
            return node is null && field.CanBeAbsent ? null : ItemsOf(field, node, path, faults);
        }

        if (field.Kind == FieldKind.Group)
        {
            return field.CanBeAbsent && !SaysSomething(field, node) ? null : GroupOf(field, node, path, faults);
        }

        return LeafOf(field, node, path, faults);
    }

    private static JsonArray ItemsOf(FormField list, JsonNode? node, string path, List<GuideFault> faults)
    {
        if (node is not JsonArray items)
        {
            if (node is not null)
            {
                faults.Add(new GuideFault(path, FaultKind.Unreadable));
            }

            return [];
        }

        if (items.Count > DraftLimits.Items)
        {
            faults.Add(new GuideFault(path, FaultKind.TooLong, $"{items.Count} > {DraftLimits.Items}"));
        }

        var plain = new JsonArray();
        foreach (var (at, item) in items.Take(DraftLimits.Items).Index())
        {
            var members = MembersOf(item);
            var here = $"{path}.{Json.StringOf(members?[DraftForm.Id]) ?? $"{at}"}";
            if (list.Kind == FieldKind.List)
            {
                plain.Add((JsonNode)GroupOf(list, item, here, faults));
            }
            else
            {
                // An item that nobody has named may be the text itself.
                plain.Add(LeafOf(list.Children[0], members is null ? item : members[DraftForm.Value], here, faults));
            }
        }

        return plain;
    }

    private static JsonNode? LeafOf(FormField field, JsonNode? node, string path, List<GuideFault> faults)
    {
        var text = Json.StringOf(node);
        switch (field.Kind)
        {
            case FieldKind.Line or FieldKind.Prose or FieldKind.Reference:
                if (node is not null && text is null)
                {
                    Fault(FaultKind.Unreadable);
                }

                var clean = DraftText.Clean(text ?? "");
                return clean.Length == 0 && field.CanBeAbsent ? null : clean;

            case FieldKind.Yes when node is JsonValue value && value.TryGetValue<bool>(out var yes):
                return yes;

            case FieldKind.Date when text is not null && FormValues.IsDate(text, out _):
            case FieldKind.Time when text is not null && FormValues.IsTime(text, out _):
            case FieldKind.Choice when text is not null && field.Choices!.Contains(text, StringComparer.Ordinal):
                return text;

            case FieldKind.Money when Json.NumberOf(node) is { } cents && cents == Math.Truncate(cents) && cents is >= long.MinValue and <= long.MaxValue:
                return (long)cents;

            case FieldKind.Number when Json.NumberOf(node) is { } number && (!field.IsWhole || IsWhole(number)):
                return field.IsWhole ? (int)number : number;
        }

        var isBlank = node is null || text is { } typed && string.IsNullOrWhiteSpace(typed);
        if (!isBlank || field.Required && field.Kind != FieldKind.Yes)
        {
            Fault(isBlank ? FaultKind.EmptyText : FaultKind.Unreadable);
        }

        return field.CanBeAbsent
            ? null
            : field.Kind switch
            {
                FieldKind.Yes => false,
                FieldKind.Date => NoDate,
                FieldKind.Time => NoTime,
                FieldKind.Choice => field.Choices![0],
                _ => 0,
            };

        void Fault(FaultKind kind) => faults.Add(new GuideFault(path, kind, text is { Length: > ShownLength } ? text[..ShownLength] : text));
    }

    private static bool IsWhole(decimal number) => number == Math.Truncate(number) && number is >= int.MinValue and <= int.MaxValue;

    /// <summary>Whether anything of a group was filled in: what nothing stands in is not there.</summary>
    private static bool SaysSomething(FormField group, JsonNode? node)
    {
        if (MembersOf(node) is not { } held)
        {
            // Something of another shape is a fault to be told.
            return node is not null;
        }

        return group.Children.Any(field =>
            held[field.Name] switch
            {
                null => false,
                JsonArray items => items.Count > 0,
                JsonObject members => field.Kind != FieldKind.Group || SaysSomething(field, members),
                var value when Json.StringOf(value) is { } text => !string.IsNullOrWhiteSpace(text),
                JsonValue value when value.TryGetValue<bool>(out var yes) => yes,
                _ => true,
            }
        );
    }

    /// <summary>An object whose members can be asked for; one that has a member twice cannot.</summary>
    private static JsonObject? MembersOf(JsonNode? node)
    {
        try
        {
            return node is JsonObject members && !members.ContainsKey("") ? members : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
