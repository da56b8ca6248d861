using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CareerPortal.Editing;
using CareerPortal.Web.Texts;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Workspace.Drafts;

/// <summary>The places of a document and their values in words: by the names of the form, never by members of JSON.</summary>
internal static partial class PlaceWords
{
    /// <summary>« Questions, n° 3, Réponse »: the fields that lead to a place, items by their number where it is known.</summary>
    public static string Of(IStringLocalizer<PortalTexts> T, string path)
    {
        var steps = Step().Matches(path).Select(m => m.Value).ToList();
        var words = new List<string>();
        var here = "";
        foreach (var step in steps)
        {
            var isCounted = step[0] == '[';
            var isItem = isCounted || GuideForm.FieldAt(here)?.IsList == true;
            here += here.Length == 0 ? Plain(step) : $".{Plain(step)}";
            if (isCounted)
            {
                words.Add(T["Review.ItemNumber", int.Parse(step[1..^1], CultureInfo.InvariantCulture) + 1]);
            }
            else if (!isItem && GuideForm.FieldAt(here) is { Label.Length: > 0 } field && here is not ("content" or "content.microTasks"))
            {
                words.Add(T.Of(field));
            }
        }

        return words.Count == 0 ? T["Review.WholeGuide"] : string.Join(", ", words);
    }

    /// <summary>A place that may be one of something else than a guide, which is named as it is; nothing for the whole.</summary>
    public static string? Within(IStringLocalizer<PortalTexts> T, string place) =>
        (place.StartsWith("$.", StringComparison.Ordinal) ? place[2..] : place) switch
        {
            "" or "$" => null,
            var here when FieldOf(here) is null => here,
            var here => Of(T, here),
        };

    /// <summary>The field of a place, whether its items are counted or named; null where the form has none.</summary>
    public static FormField? FieldOf(string path) => GuideForm.FieldAt(Counted().Replace(path, ".i$1"));

    /// <summary>What a value says, line by line: for an item its fields with their names.</summary>
    public static IReadOnlyList<(string? Label, string Text)> Lines(IStringLocalizer<PortalTexts> T, FormField? field, string value)
    {
        if (field is null || field is { Kind: FieldKind.Line or FieldKind.Prose })
        {
            return [(null, value)];
        }

        var node = Read(value);
        return [.. Lines(T, field, node, null)];
    }

    private static IEnumerable<(string? Label, string Text)> Lines(IStringLocalizer<PortalTexts> T, FormField field, JsonNode? node, string? label)
    {
        switch (node)
        {
            case null:
                yield break;
            case JsonObject members:
                foreach (var child in field.Children)
                {
                    if (IsUnchosen(child, members[child.Name]))
                    {
                        yield return (T.Of(child), T["Editor.Unchosen"]);
                    }

                    foreach (var line in Lines(T, child, members[child.Name], T.Of(child)))
                    {
                        yield return line;
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    var one =
                        field.Kind == FieldKind.List ? field with { Kind = FieldKind.Group }
                        : field.Children.Count > 0 ? field.Children[0]
                        : field;
                    foreach (var line in Lines(T, one, item, label))
                    {
                        yield return line;
                    }
                }

                break;
            default:
                var text =
                    field.Choices is not null && node.GetValueKind() == JsonValueKind.String
                        ? T.OfChoice(field, node.GetValue<string>())
                        : GuideForm.Show(field, node, CultureInfo.CurrentCulture);
                yield return (label, text);
                break;
        }
    }

    /// <summary>Whether a value that there must be was not chosen yet.</summary>
    private static bool IsUnchosen(FormField field, JsonNode? value) => value is null && field is { Required: true, IsPicked: true };

    private static JsonNode? Read(string value)
    {
        try
        {
            return JsonNode.Parse(value) is { } node && node.GetValueKind() != JsonValueKind.Null ? node : JsonValue.Create(value);
        }
        catch (JsonException)
        {
            return JsonValue.Create(value);
        }
    }

    private static string Plain(string step) => step[0] == '[' ? $"i{step[1..^1]}" : step;

    [GeneratedRegex(@"\[\d{1,9}\]|[^.\[\]]+")]
    private static partial Regex Step();

    [GeneratedRegex(@"\[(\d{1,9})\]")]
    private static partial Regex Counted();
}
