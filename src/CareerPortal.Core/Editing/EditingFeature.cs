using CareerPortal.Exchange;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Editing;

/// <summary>What writes drafts.</summary>
public static class EditingFeature
{
    public static IServiceCollection AddDrafts(this IServiceCollection services) => services.AddSingleton<DraftDesk>();

    /// <summary>What leads drafts to readers; the host gives <see cref="IDeskWords"/>.</summary>
    public static IServiceCollection AddReview(this IServiceCollection services) =>
        services
            .AddSingleton<IWrittenGuides, ArrivedGuides>()
            .AddSingleton<EditorialDesk>()
            .AddSingleton<CommentDesk>()
            .AddSingleton<ShareDesk>()
            .AddSingleton<GuideHistory>()
            .AddSingleton<GuideBoard>()
            .AddSingleton<CatalogueDesk>()
            .AddSingleton<GuideStart>();
}
