using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Workspace.Demonstration;

/// <summary>The switch <c>--demo</c>: two more people and drafts in every state, so that a newcomer sees the whole workspace in a minute.</summary>
internal static class DemonstrationStart
{
    private const string Switch = "--demo";

    /// <summary>The arguments that are settings.</summary>
    public static string[] Settings(string[] arguments) => [.. arguments.Where(a => a != Switch)];

    /// <exception cref="StartException">The site is not started by a developer.</exception>
    public static void AddDemonstration(this WebApplicationBuilder builder, string[] arguments)
    {
        if (!arguments.Contains(Switch))
        {
            return;
        }

        if (!builder.Environment.IsDevelopment())
        {
            throw new StartException($"{Switch} makes accounts and drafts to look at: it is for ASPNETCORE_ENVIRONMENT=Development alone.");
        }

        builder.Services.AddSingleton<DemonstrationDrafts>();
        builder.Services.AddHostedService<DemonstrationJob>();
    }
}
