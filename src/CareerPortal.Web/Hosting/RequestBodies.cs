using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace CareerPortal.Web.Hosting;

/// <summary>
/// What is sent to the site is a form, and small. An endpoint that takes more says how much by <see cref="IRequestSizeLimitMetadata"/>.
/// </summary>
internal static class RequestBodies
{
    private const long FormBytes = 64 * 1024;

    public static void AddRequestBodies(this WebApplicationBuilder builder) =>
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = FormBytes);

    /// <summary>Refuses what is too large before anything is made of it, whether its length is told or not.</summary>
    public static void UseRequestBodies(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (context.Features.Get<IStatusCodeReExecuteFeature>() is null && await FaultAsync(context) is { } status)
                {
                    context.Response.StatusCode = status;
                    return;
                }

                await next(context);
            }
        );

    private static async Task<int?> FaultAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        // An endpoint with a limit of its own reads its body itself.
        if (
            !HttpMethods.IsPost(request.Method)
            || !request.HasFormContentType
            || context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is not null
        )
        {
            return null;
        }

        try
        {
            await request.ReadFormAsync(context.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException e)
        {
            return e.StatusCode;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or NotSupportedException)
        {
            // No form after all, or in an alphabet that nobody reads: its page is shown again.
            return StatusCodes.Status400BadRequest;
        }
    }
}
