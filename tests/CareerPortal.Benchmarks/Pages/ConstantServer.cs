using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CareerPortal.Benchmarks.Pages;

/// <summary>Kestrel sending the same bytes to everyone: the yardstick that pages are held against.</summary>
internal static class ConstantServer
{
    /// <param name="url">Where to listen.</param>
    /// <param name="bytes">The size of the answer at every address but <c>/usual</c>, where it is <paramref name="usual"/>, and <c>/unchanged</c>,
    /// where it is only told to be the same.</param>
    /// <param name="usual">The other size.</param>
    public static async Task<int> RunAsync(string url, int bytes, int usual)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        var (same, other) = (new byte[bytes], new byte[usual]);
        new Random(1).NextBytes(same);
        new Random(1).NextBytes(other);
        app.Run(context =>
        {
            if (context.Request.Path == "/unchanged")
            {
                context.Response.StatusCode = StatusCodes.Status304NotModified;
                context.Response.Headers.ETag = context.Request.Headers.IfNoneMatch;
                return Task.CompletedTask;
            }

            var body = context.Request.Path == "/usual" ? other : same;
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.RunAsync();
        return 0;
    }
}
