using System.Text.Json.Nodes;
using CareerPortal.Editing;
using CareerPortal.Web.Texts;
using CareerPortal.Web.Workspace.Drafts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CareerPortal.Web.Workspace.Editor;

/// <summary>A field of many items: they are added, removed and moved, and of a long list one page is drawn.</summary>
public abstract class ItemsField : FieldComponent
{
    private const int LongestTitle = 70;

    /// <summary>A line that tells nothing of its item.</summary>
    private const string Currency = "currency";

    [Inject]
    private IStringLocalizer<PortalTexts> Localizer { get; set; } = null!;

    protected IReadOnlyList<JsonObject> Items { get; private set; } = [];

    /// <summary>The page of the list that is drawn: what is on another is not in the form at all.</summary>
    protected int Page => Form.PageOf(Path, Items.Count);

    /// <summary>How many items stand before those of the page.</summary>
    protected int First => Page * FormContext.Page;

    protected IEnumerable<(int Place, string Item, string ItemId, JsonObject Value)> Shown =>
        Items
            .Skip(First)
            .Take(FormContext.Page)
            .Select((item, index) => (First + index + 1, $"{Path}.{DraftPlaces.IdOf(item)}", DraftPlaces.IdOf(item)!, item));

    /// <summary>What moving an item has to know of the list beyond the page that is drawn.</summary>
    protected IReadOnlyDictionary<string, object?> Surroundings =>
        new Dictionary<string, object?>
        {
            ["data-first"] = First,
            ["data-count"] = Items.Count,
            ["data-before-that"] = IdAt(First - 2),
            ["data-before"] = IdAt(First - 1),
            ["data-after"] = IdAt(First + FormContext.Page),
        };

    protected string? LastId => IdAt(Items.Count - 1);

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

    /// <summary>The name of an item at a place, which may be on another page; null where there is none.</summary>
    private string? IdAt(int place) => place >= 0 && place < Items.Count ? DraftPlaces.IdOf(Items[place]) : null;

    protected override void OnParametersSet() =>
        Items = (Value as JsonArray)?.OfType<JsonObject>().Where(i => DraftPlaces.IdOf(i) is not null).ToList() ?? [];

    protected void Turn(int page) => Form.TurnTo(Path, page);

    /// <summary>A new item: its texts are empty, all else is not there until it is filled in.</summary>
    protected string Blank =>
        new JsonObject(
            Field
                .Children.Where(c => c.Required && c.Kind is FieldKind.Line or FieldKind.Prose or FieldKind.Reference)
                .Select(c => KeyValuePair.Create(c.Name, (JsonNode?)""))
        ).ToJsonString();
}
