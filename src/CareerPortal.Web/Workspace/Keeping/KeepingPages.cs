using System.Text;
using CareerPortal.Editing;
using CareerPortal.Web.Accounts;
using CareerPortal.Web.Shell;

namespace CareerPortal.Web.Workspace.Keeping;

/// <summary>Keeping guides true on the site.</summary>
internal static class KeepingPages
{
    public static IServiceCollection AddKeepingPages(this IServiceCollection services)
    {
        services.AddOptions<LinkOptions>().BindConfiguration(LinkOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        return services.AddKeeping().AddHostedService<LinkCheckJob>().AddHostedService<KeepingJob>();
    }

    public static void MapKeeping(this WebApplication app) =>
        app.MapGet(
                "/espace/a-tenir/avis.csv",
                async (HttpContext context, VoteLedger ledger) =>
                {
                    var sheet = ActorOf.In(context.User) is { } actor ? (await ledger.SheetAsync(actor, context.RequestAborted)).Value : null;
                    if (sheet is null)
                    {
                        return Results.StatusCode(StatusCodes.Status403Forbidden);
                    }

                    context.Response.Headers.CacheControl = "no-store";
                    return Results.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(sheet)], "text/csv; charset=utf-8", "avis.csv");
                }
            )
            .RequireAuthorization(WorkspacePolicies.Write)
            .WithMetadata(new RendersAttribute());
}
