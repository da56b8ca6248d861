using System.Text.Json.Nodes;
using CareerPortal.Editing;
using Microsoft.AspNetCore.Components;

namespace CareerPortal.Web.Workspace.Editor;

/// <summary>A field of many items: they are added, removed and moved, and a long list is drawn a page at a time.</summary>
public abstract class ItemsField : FieldComponent
{
    private const int LongestTitle = 70;

    protected IReadOnlyList<JsonObject> Items => (Value as JsonArray)?.OfType<JsonObject>().Where(i => DraftPlaces.IdOf(i) is not null).ToList() ?? [];

    protected IEnumerable<(int Place, string Item, string ItemId, JsonObject Value)> Shown =>
        Items.Take(Form.ShownOf(Path)).Select((item, index) => (index + 1, $"{Path}.{DraftPlaces.IdOf(item)}", DraftPlaces.IdOf(item)!, item));

    protected string? LastId => DraftPlaces.IdOf(Items.Count > 0 ? Items[^1] : null);

    /// <summary>The first text of an item, by which it is known when it is folded.</summary>
    protected string TitleOf(JsonObject item)
    {
        var title = Field
            .Children.Where(c => c.Kind is FieldKind.Line or FieldKind.Reference or FieldKind.Prose or FieldKind.Choice or FieldKind.Time)
            .OrderBy(c => c.Kind == FieldKind.Line ? 0 : 1)
            .Select(c => Form.NameOf(c, item[c.Name]))
            .FirstOrDefault(t => !string.IsNullOrWhiteSpace(t));
        return title is { Length: > LongestTitle } ? title[..LongestTitle] + "…" : title ?? "";
    }

    protected void ShowMore() => Form.ShowMore(Path);

    /// <summary>A new item: its texts are empty, all else is not there until it is filled in.</summary>
    protected string Blank =>
        new JsonObject(
            Field
                .Children.Where(c => c.Required && c.Kind is FieldKind.Line or FieldKind.Prose or FieldKind.Reference)
                .Select(c => KeyValuePair.Create(c.Name, (JsonNode?)""))
        ).ToJsonString();
}
