using CareerPortal.Editing;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Workspace.Releases;
using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// The site as it will be stands under a signed link that can be revoked, as languages stand under their prefix: what it shows is only read, never
/// kept, and never found by search engines. A quiz is written down, so there it leads out to the site of today.
/// </summary>
internal static class PreviewAddresses
{
    /// <summary>A link that is none, or no longer.</summary>
    private static readonly object Refused = new();

    public static void UsePreviews(this WebApplication app)
    {
        var links = app.Services.GetRequiredService<PreviewLinks>();
        var releases = app.Services.GetRequiredService<ReleasePreview>();
        app.Use(
            async (context, next) =>
            {
                if (!context.Request.Path.StartsWithSegments(PreviewLinks.Path, out var rest) || !rest.HasValue)
                {
                    await next(context);
                    return;
                }

                var headers = context.Response.Headers;
                headers["X-Robots-Tag"] = "noindex, nofollow";
                headers.CacheControl = "private, no-store";
                var path = rest.Value!;
                var end = path.IndexOf('/', 1);
                var token = end < 0 ? path[1..] : path[1..end];
                var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
                if (!isRead || await links.ReadAsync(token, context.RequestAborted) is not var (at, release))
                {
                    context.Items[Refused] = Refused;
                    await next(context);
                    return;
                }

                var preview = new SitePreview($"{PreviewLinks.Path}/{token}", at);
                context.Request.PathBase = context.Request.PathBase.Add(preview.Prefix);
                context.Request.Path = end < 0 ? "/" : path[end..];
                context.Features.Set(preview);
                preview.Begin();
                (await releases.LibraryAsync(at, release, context.RequestAborted)).ShowHere();
                await next(context);
            }
        );
    }

    /// <summary>Behind the pages of failures and what tells the language.</summary>
    public static void UsePreviewLimits(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (context.Items.Remove(Refused))
                {
                    context.Response.StatusCode = StatusCodes.Status410Gone;
                    return;
                }

                if (context.Features.Get<SitePreview>() is not null && LeadsOut(context.Request.Path))
                {
                    context.Response.Redirect(Site.LinkOut(context.Request.Path.ToUriComponent()) + context.Request.QueryString);
                    return;
                }

                await next(context);
                if (context.Features.Get<SitePreview>() is not null && !context.Response.HasStarted)
                {
                    context.Response.Headers[HeaderNames.ETag] = default;
                }
            }
        );

    /// <summary>What is written, or belongs to people who sign in, is that of today.</summary>
    private static bool LeadsOut(PathString path) =>
        path.StartsWithSegments("/quiz") || path.StartsWithSegments("/espace") || path.StartsWithSegments("/connexion");
}
