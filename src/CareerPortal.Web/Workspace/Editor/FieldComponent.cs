using System.Text.Json.Nodes;
using CareerPortal.Editing;
using Microsoft.AspNetCore.Components;

namespace CareerPortal.Web.Workspace.Editor;

/// <summary>A field of the form, at its place in the draft.</summary>
public abstract class FieldComponent : ComponentBase
{
    [CascadingParameter]
    public required FormContext Form { get; set; }

    [Parameter, EditorRequired]
    public required FormField Field { get; set; }

    /// <summary>Its address in the draft.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    [Parameter]
    public JsonNode? Value { get; set; }

    /// <summary>What it is called, where that is not what its kind is called: the place of an item in its list.</summary>
    [Parameter]
    public string? Name { get; set; }

    protected string Id => FormContext.IdOf(Path);

    protected string? FaultsId => Form.Faults[Path].Any() ? Id + "-fautes" : null;
}
