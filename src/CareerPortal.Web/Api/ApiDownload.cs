using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace CareerPortal.Web.Api;

/// <summary>A file that is kept packed.</summary>
internal sealed class ApiDownload(byte[] packed, string type, string name) : IApiAnswer
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = type;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        using var bytes = new MemoryStream(packed, writable: false);
        await using var plain = new BrotliStream(bytes, CompressionMode.Decompress);
        await plain.CopyToAsync(response.Body, httpContext.RequestAborted);
    }
}
