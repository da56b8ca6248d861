using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Editing;

/// <summary>What writes drafts.</summary>
public static class EditingFeature
{
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services.AddSingleton<DraftDesk>();
}
