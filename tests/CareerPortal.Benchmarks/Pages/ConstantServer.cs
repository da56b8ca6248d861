using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CareerPortal.Benchmarks.Pages;

/// <summary>Kestrel sending the same bytes to everyone: the yardstick that pages are held against.</summary>
internal static class ConstantServer
{
    public static async Task<int> RunAsync(string url, int bytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        var app = builder.Build();
        var body = new byte[bytes];
        new Random(1).NextBytes(body);
        app.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.RunAsync();
        return 0;
    }
}
