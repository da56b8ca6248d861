using CareerPortal.Web.Accounts;
using CareerPortal.Web.Guides.Sections;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Workspace.Drafts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CareerPortal.Web.Workspace.Editor;

/// <summary>A long text as its readers will get it, asked for while somebody writes it: it is made by the component that makes it for them.</summary>
internal static class ProsePreview
{
    public const string Path = "/espace/api/prose";

    private const int MostBytes = 64 * 1024;

    public static void MapProsePreview(this WebApplication app) =>
        app.MapPost(Path, (Delegate)TakeAsync)
            .RequireAuthorization(WorkspacePolicies.Write)
            .WithMetadata(new MeteredAttribute(Metered.Prose), new ReadsItsBody());

    private static Task<IResult> TakeAsync(HttpContext context) =>
        DraftEndpoints.TakeAsync<Written>(context, (_, written) => Task.FromResult(Show(written)), MostBytes);

    private static IResult Show(Written written) =>
        Languages.Knows(written.Language)
            ? new RazorComponentResult<ProseText>(
                new Dictionary<string, object?> { [nameof(ProseText.Value)] = written.Text, [nameof(ProseText.Language)] = written.Language }
            )
            : DraftEndpoints.Error(StatusCodes.Status400BadRequest, "malformed");

    private sealed record Written(string Text, string Language);
}
