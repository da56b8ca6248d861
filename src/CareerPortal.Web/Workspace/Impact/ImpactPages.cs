using CareerPortal.Editing;

namespace CareerPortal.Web.Workspace.Impact;

/// <summary>Changing what occupations require.</summary>
internal static class ImpactPages
{
    public static IServiceCollection AddImpactPages(this IServiceCollection services) => services.AddSingleton<RequirementsDesk>();
}
