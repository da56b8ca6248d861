using CareerPortal.Editing;
using CareerPortal.Guides;
using CareerPortal.Web.Accounts;

namespace CareerPortal.Web.Workspace.Editor;

/// <summary>The editor of guides: its pages, and what its script asks beside the drafts.</summary>
internal static class EditorPages
{
    public const string ChoicesPath = "/espace/api/choices";

    private const int LongestWords = 100;

    public static IServiceCollection AddEditor(this IServiceCollection services) =>
        services.AddSingleton<ReferenceChoices>().AddSingleton<DraftChecks>();

    public static void MapEditor(this WebApplication app)
    {
        app.MapGet(
                ChoicesPath + "/{kind}",
                async (string kind, string? q, ReferenceChoices choices, HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return
                        Enum.TryParse<GuideReferenceKind>(kind, ignoreCase: true, out var asked)
                        && Enum.IsDefined(asked)
                        && q is not { Length: > LongestWords }
                        ? Results.Json(await choices.SearchAsync(asked, q, Shell.Site.Language, context.RequestAborted))
                        : Results.NotFound();
                }
            )
            .RequireAuthorization(WorkspacePolicies.Write);
        app.MapProsePreview();
    }
}
