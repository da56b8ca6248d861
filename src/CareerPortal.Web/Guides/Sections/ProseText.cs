using CareerPortal.Guides;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CareerPortal.Web.Guides.Sections;

/// <summary>
/// A long text of a guide with its marks (<see cref="Prose"/>), set as its language is: words are encoded, and nothing becomes markup but what the
/// tree says. Without marks it is one paragraph.
/// </summary>
public sealed class ProseText : SectionComponent
{
    [Parameter, EditorRequired]
    public required string Value { get; set; }

    /// <summary>The language of the text, where it is shown outside of its guide.</summary>
    [Parameter]
    public string? Language { get; set; }

    /// <summary>What stands at the end of the last paragraph.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    private string Spoken => Language ?? Guide.Summary.Language;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        // The text is set with its marks, which the rules of setting know, so that a colon after bold letters has its space.
        var blocks = Prose.Parse(Site.Set(Value, Spoken));
        for (var at = 0; at < blocks.Count; at++)
        {
            var end = at == blocks.Count - 1 ? ChildContent : null;
            if (blocks[at].IsList)
            {
                AddList(builder, blocks[at].Lines);
                if (end is not null)
                {
                    builder.OpenElement(0, "p");
                    builder.AddContent(1, end);
                    builder.CloseElement();
                }
            }
            else
            {
                builder.OpenElement(2, "p");
                AddSpans(builder, blocks[at].Lines[0]);
                builder.AddContent(3, end);
                builder.CloseElement();
            }
        }
    }

    private void AddList(RenderTreeBuilder builder, IReadOnlyList<IReadOnlyList<ProseSpan>> items)
    {
        builder.OpenElement(4, "ul");
        foreach (var item in items)
        {
            builder.OpenElement(5, "li");
            AddSpans(builder, item);
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    private void AddSpans(RenderTreeBuilder builder, IReadOnlyList<ProseSpan> spans)
    {
        foreach (var span in spans)
        {
            if (span.Mark == ProseMark.None)
            {
                builder.AddContent(6, span.Text);
                continue;
            }

            builder.OpenElement(7, ElementOf(span.Mark));
            if (span.Address is { } address)
            {
                AddAddress(builder, address);
            }

            AddSpans(builder, span.Spans);
            builder.CloseElement();
        }
    }

    private void AddAddress(RenderTreeBuilder builder, string address)
    {
        var isOurs = address.StartsWith('/');
        builder.AddAttribute(8, "href", isOurs ? Ours(address) : address);
        if (!isOurs)
        {
            builder.AddAttribute(9, "rel", "noopener");
        }
    }

    /// <summary>A page of this site is shown in the language of the guide, unless the address names one.</summary>
    private string Ours(string path) => path.Split('/', '?', '#') is [_, var first, ..] && Languages.Knows(first) ? path : Site.LinkIn(Spoken, path);

    private static string ElementOf(ProseMark mark) =>
        mark switch
        {
            ProseMark.Bold => "strong",
            ProseMark.Italic => "em",
            _ => "a",
        };
}
