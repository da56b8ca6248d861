using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace CareerPortal.Web.Hosting;

/// <summary>Brotli, done well for a page that is kept and so sent often, and quickly for one that is made for its request alone.</summary>
internal sealed class PageBrotli(IHttpContextAccessor contexts) : ICompressionProvider
{
    public string EncodingName => "br";

    public bool SupportsFlush => true;

    public Stream CreateStream(Stream outputStream) => new BrotliStream(outputStream, LevelFor(contexts.HttpContext), leaveOpen: true);

    private static CompressionLevel LevelFor(HttpContext? context) =>
        context?.Features.Get<PageEdition>() is null ? CompressionLevel.Fastest : CompressionLevel.Optimal;
}
