using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CareerPortal.Web.Tests.Islands;

/// <summary>A page without an interactive part, beside one that has it.</summary>
[Route("/terre")]
public sealed class PlainPage : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddMarkupContent(0, "<h1>Terre</h1>");
}
