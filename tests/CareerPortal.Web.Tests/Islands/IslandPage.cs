using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;

namespace CareerPortal.Web.Tests.Islands;

/// <summary>A page with an interactive part, which the site itself does not have yet.</summary>
[Route("/ile")]
[HoldsIsland]
public sealed class IslandPage : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<Island>(0);
        builder.AddComponentRenderMode(new InteractiveServerRenderMode(prerender: false));
        builder.CloseComponent();
    }
}
