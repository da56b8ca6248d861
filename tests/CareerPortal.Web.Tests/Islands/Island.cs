using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace CareerPortal.Web.Tests.Islands;

/// <summary>Tells in which language it was made, which it has when it is clicked, and after it has waited.</summary>
public sealed class Island : ComponentBase
{
    private readonly string _made = Languages;
    private string _clicked = "";
    private string _waited = "";

    private static string Languages => $"{CultureInfo.CurrentCulture.Name} {CultureInfo.CurrentUICulture.Name}";

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "button");
        builder.AddAttribute(1, "onclick", EventCallback.Factory.Create<MouseEventArgs>(this, ClickAsync));
        builder.AddAttribute(2, "style", "padding: 1px");
        builder.AddContent(3, $"{_made}, {_clicked}, {_waited}");
        builder.CloseElement();
    }

    private async Task ClickAsync()
    {
        _clicked = Languages;
        StateHasChanged();
        await Task.Delay(1);
        _waited = Languages;
    }
}
