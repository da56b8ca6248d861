using CareerPortal.Guides;
using CareerPortal.Web.Guides.Sections;

namespace CareerPortal.Web.Guides;

/// <summary>Guides on the site.</summary>
internal static class GuidePages
{
    public static IServiceCollection AddGuidePages(this IServiceCollection services) => services.AddSingleton<RenderedSections>().AddGuides();
}
