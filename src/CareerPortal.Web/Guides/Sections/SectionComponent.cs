using CareerPortal.Guides;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Components;

namespace CareerPortal.Web.Guides.Sections;

/// <summary>What stands under the heading of one section of a guide's page; which section, <see cref="ShowsSectionAttribute"/> says.</summary>
public abstract class SectionComponent : ComponentBase
{
    [CascadingParameter]
    public required PublishedGuide Guide { get; set; }

    protected GuideContent Content => Guide.Content;

    /// <summary>A text of the guide, set as its language is.</summary>
    protected string Text(string text) => Site.Set(text, Guide.Summary.Language);
}
