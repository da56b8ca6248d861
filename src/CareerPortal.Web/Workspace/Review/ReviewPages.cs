using CareerPortal.Editing;

namespace CareerPortal.Web.Workspace.Review;

/// <summary>The pages by which drafts go to readers, their mails, and the job that forgets guests.</summary>
internal static class ReviewPages
{
    public static IServiceCollection AddReviewPages(this IServiceCollection services) =>
        services.AddReview().AddSingleton<IDeskWords, DeskWords>().AddHostedService<ReviewRetention>();
}
