using System.Text.Json.Nodes;
using CareerPortal.Editing;
using CareerPortal.Web.Texts;
using CareerPortal.Web.Workspace.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Workspace.Editor;

/// <summary>A field of many items: they are added, removed and moved, and a long list is drawn a page at a time.</summary>
public abstract class ItemsField : FieldComponent
{
    private const int LongestTitle = 70;

    /// <summary>A line that tells nothing of its item.</summary>
    private const string Currency = "currency";

    [Inject]
    private IStringLocalizer<PortalTexts> Localizer { get; set; } = null!;

    protected IReadOnlyList<JsonObject> Items =>
        (Value as JsonArray)?.OfType<JsonObject>().Where(i => DraftPlaces.IdOf(i) is not null).ToList() ?? [];

    protected IEnumerable<(int Place, string Item, string ItemId, JsonObject Value)> Shown =>
        Items.Take(Form.ShownOf(Path)).Select((item, index) => (index + 1, $"{Path}.{DraftPlaces.IdOf(item)}", DraftPlaces.IdOf(item)!, item));

    protected string? LastId => DraftPlaces.IdOf(Items.Count > 0 ? Items[^1] : null);

    /// <summary>What an item is known by when it is folded: its time and first line, else what it refers to, else what was chosen in it.</summary>
    protected string TitleOf(JsonObject item)
    {
        IReadOnlyList<string> parts =
        [
            .. Texts(item, FieldKind.Time).Take(1),
            .. Field.Children.Where(c => c.Kind == FieldKind.Line && c.Name != Currency).Take(1).SelectMany(c => TextOf(c, item)),
        ];
        parts = parts.Count > 0 ? parts : [.. Texts(item, FieldKind.Reference).Take(1)];
        if (Field.Children.All(c => c.Kind != FieldKind.Line || c.Name == Currency) && Field.Children.Any(c => c.Kind == FieldKind.Choice))
        {
            parts = [.. Field.Children.Where(c => c.Kind == FieldKind.Choice).Select(c => ChosenIn(c, item)).Where(t => t.Length > 0)];
        }

        var title = string.Join(" · ", parts);
        return title.Length > LongestTitle ? title[..LongestTitle] + "…" : title;
    }

    private IEnumerable<string> Texts(JsonObject item, FieldKind kind) => Field.Children.Where(c => c.Kind == kind).SelectMany(c => TextOf(c, item));

    private IEnumerable<string> TextOf(FormField child, JsonObject item) =>
        Form.NameOf(child, item[child.Name]) is { } text && !string.IsNullOrWhiteSpace(text) ? [text] : [];

    private string ChosenIn(FormField child, JsonObject item) =>
        GuideForm.Show(child, item[child.Name], Form.Culture) is { Length: > 0 } chosen ? Localizer.OfChoice(child, chosen) : "";

    protected void ShowMore() => Form.ShowMore(Path);

    /// <summary>A new item: its texts are empty, all else is not there until it is filled in.</summary>
    protected string Blank =>
        new JsonObject(
            Field
                .Children.Where(c => c.Required && c.Kind is FieldKind.Line or FieldKind.Prose or FieldKind.Reference)
                .Select(c => KeyValuePair.Create(c.Name, (JsonNode?)""))
        ).ToJsonString();
}
