using CareerPortal.Editing;

namespace CareerPortal.Web.Workspace.Releases;

/// <summary>Releases, withdrawals and directories in the workspace.</summary>
internal static class ReleasePages
{
    public static IServiceCollection AddReleasePages(this IServiceCollection services)
    {
        services.AddReleases();
        services.AddSingleton<PreviewLinks>();
        services.AddHostedService<PublicationClock>();
        return services;
    }
}
