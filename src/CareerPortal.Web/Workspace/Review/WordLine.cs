using CareerPortal.Editing;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CareerPortal.Web.Workspace.Review;

/// <summary>Two texts in one line: what went struck out, what came underlined, without a space that neither has.</summary>
public sealed class WordLine : ComponentBase
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<WordStretch> Words { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var stretch in Words)
        {
            if (stretch.Kind == StretchKind.Same)
            {
                builder.AddContent(0, stretch.Text);
                continue;
            }

            var isGone = stretch.Kind == StretchKind.Removed;
            builder.OpenElement(1, isGone ? "del" : "ins");
            builder.AddAttribute(2, "class", isGone ? "ws-old" : "ws-new");
            builder.AddContent(3, stretch.Text);
            builder.CloseElement();
        }
    }
}
