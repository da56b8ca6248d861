using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace CareerPortal.Web.Hosting;

/// <summary>What is sent to the site is a form, and small. An endpoint that takes more says how much by <see cref="IRequestSizeLimitMetadata"/>.</summary>
internal static class RequestBodies
{
    private const long FormBytes = 64 * 1024;

    public static void AddRequestBodies(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = FormBytes);

    /// <summary>Refuses what is too large before anything is made of it, whether its length is told or not.</summary>
    public static void UseRequestBodies(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && await IsTooLargeAsync(context))
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await next(context);
    });

    private static async Task<bool> IsTooLargeAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            return true;
        }

        // An endpoint with a limit of its own reads its body itself.
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is not null)
        {
            return false;
        }

        try
        {
            await request.ReadFormAsync(context.RequestAborted);
            return false;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode == StatusCodes.Status413PayloadTooLarge;
        }
        catch (InvalidDataException)
        {
            // No form after all: its page says so.
            return false;
        }
    }
}
