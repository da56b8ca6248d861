using System.Text.Json;
using System.Text.Json.Nodes;

namespace CareerPortal.Editing;

/// <summary>Lets into a draft only what can stand there: known places, values of their shape, cleaned texts within the limits.</summary>
internal static class DraftShape
{
    /// <summary>A change as it may be applied, or what is wrong with it.</summary>
    public static (DraftChange? Change, DraftRefusalKind Refusal) Check(DraftChange change)
    {
        if (DraftAddress.Parse(change.Path) is not { } address)
        {
            return (null, DraftRefusalKind.UnknownPlace);
        }

        if (change.AfterId is not null && !DraftAddress.IsId(change.AfterId))
        {
            return (null, DraftRefusalKind.WrongShape);
        }

        return change.Kind switch
        {
            DraftEditKind.Set when address.Field.IsLeaf => Valued(change, address.Field, address.IsItem ? change.After ?? "" : change.After),
            DraftEditKind.Set when address.Field.Kind == FieldKind.Group && !address.IsItem => Valued(change, address.Field, change.After),
            DraftEditKind.Insert => Inserted(change, address),
            DraftEditKind.Remove when address.IsItem => (change, default),
            DraftEditKind.Move when address.IsItem => (change, default),
            _ => (null, DraftRefusalKind.UnknownPlace),
        };
    }

    private static (DraftChange? Change, DraftRefusalKind Refusal) Valued(DraftChange change, FormField field, JsonNode? after)
    {
        var refusal = default(DraftRefusalKind?);
        var value = Clean(field, after, ref refusal);
        return refusal is { } why ? (null, why) : (change with { After = value }, default);
    }

    private static (DraftChange? Change, DraftRefusalKind Refusal) Inserted(DraftChange change, DraftAddress address)
    {
        var list = address.IsItem ? address.First(address.Steps.Count - 1) : address;
        if (!list.Field.IsList)
        {
            return (null, DraftRefusalKind.UnknownPlace);
        }

        var refusal = default(DraftRefusalKind?);
        var item = Item(list.Field, change.After ?? new JsonObject(), address.IsItem ? address.Last.Name : null, ref refusal);
        if (refusal is { } why)
        {
            return (null, why);
        }

        return list.Item(item[DraftForm.Id]!.GetValue<string>()).Path.Length > DraftEdit.PathMaxLength
            ? (null, DraftRefusalKind.UnknownPlace)
            : (change with { Path = list.Path, After = item }, default);
    }

    private static JsonNode? Clean(FormField field, JsonNode? value, ref DraftRefusalKind? refusal)
    {
        if (value is null || refusal is not null)
        {
            return null;
        }

        if (field.IsList)
        {
            return Items(field, value, ref refusal);
        }

        if (field.Kind == FieldKind.Group)
        {
            return value is JsonObject members && Holds(field, members) ? Group(field, members, ref refusal) : Refuse(ref refusal);
        }

        if (value is not JsonValue)
        {
            return Refuse(ref refusal);
        }

        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                var text = DraftText.Clean(TextOf(value));
                if (text.Length <= DraftLimits.TextLength)
                {
                    return text;
                }

                refusal = DraftRefusalKind.TextTooLong;
                return null;

            case JsonValueKind.Number when field.Kind is FieldKind.Money or FieldKind.Number && Json.NumberOf(value) is { } number:
                return number;

            case JsonValueKind.True or JsonValueKind.False when field.Kind == FieldKind.Yes:
                return value.GetValueKind() == JsonValueKind.True;

            default:
                return Refuse(ref refusal);
        }
    }

    private static JsonObject Group(FormField group, JsonObject members, ref DraftRefusalKind? refusal)
    {
        var clean = new JsonObject();
        foreach (var child in group.Children)
        {
            if (Clean(child, members[child.Name], ref refusal) is { } value)
            {
                clean[child.Name] = value;
            }
        }

        return clean;
    }

    private static JsonArray Items(FormField list, JsonNode value, ref DraftRefusalKind? refusal)
    {
        var clean = new JsonArray();
        if (value is not JsonArray items)
        {
            Refuse(ref refusal);
            return clean;
        }

        if (items.Count > DraftLimits.Items)
        {
            refusal = DraftRefusalKind.TooManyItems;
            return clean;
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (refusal is not null)
            {
                break;
            }

            var named = Item(list, item, null, ref refusal);
            if (refusal is null && !names.Add(named[DraftForm.Id]!.GetValue<string>()))
            {
                Refuse(ref refusal);
            }

            clean.Add((JsonNode)named);
        }

        return clean;
    }

    private static JsonObject Item(FormField list, JsonNode? item, string? id, ref DraftRefusalKind? refusal)
    {
        // A text or a code may come as it is.
        var members = item as JsonObject ?? (list.Kind != FieldKind.List && item is JsonValue ? new JsonObject { [DraftForm.Value] = item.DeepClone() } : null);
        if (members is null || !Holds(list, members))
        {
            Refuse(ref refusal);
            return [];
        }

        var name = members[DraftForm.Id] is { } given ? Json.StringOf(given) : id ?? DraftForm.NewId();
        if (!DraftAddress.IsId(name))
        {
            Refuse(ref refusal);
            return [];
        }

        var clean = new JsonObject { [DraftForm.Id] = name };
        foreach (var member in Group(list, members, ref refusal).ToList())
        {
            clean[member.Key] = member.Value?.DeepClone();
        }

        if (list.Kind != FieldKind.List)
        {
            clean[DraftForm.Value] ??= "";
        }

        return clean;
    }

    /// <summary>Whether an object has no members but those of a group, each once.</summary>
    private static bool Holds(FormField group, JsonObject members)
    {
        try
        {
            return members.All(m => m.Key == DraftForm.Id && group.IsList || group.Children.Any(c => c.Name == m.Key));
        }
        catch (ArgumentException)
        {
            // A member stands there twice.
            return false;
        }
    }

    private static string TextOf(JsonNode value) => Json.StringOf(value) ?? "\uFFFD";

    private static JsonNode? Refuse(ref DraftRefusalKind? refusal)
    {
        refusal ??= DraftRefusalKind.WrongShape;
        return null;
    }
}
