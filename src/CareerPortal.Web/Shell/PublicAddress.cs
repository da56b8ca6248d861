using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Shell;

/// <summary>Makes absolute addresses for what leaves the site: canonical links, shared data, the sitemap.</summary>
internal sealed class PublicAddress(IOptions<PortalOptions> options, IHttpContextAccessor contexts)
{
    public string Of(string path)
    {
        if (options.Value.PublicAddress is { } address)
        {
            return address.TrimEnd('/') + path;
        }

        var request = contexts.HttpContext?.Request;
        return request is null ? path : $"{request.Scheme}://{request.Host}{path}";
    }
}
