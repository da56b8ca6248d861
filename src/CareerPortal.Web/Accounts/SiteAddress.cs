using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace CareerPortal.Web.Accounts;

/// <summary>
/// Where links in mails and logs begin: the site's public address, or where it listens. Never what a request says: anybody could have a link sent
/// that leads elsewhere.
/// </summary>
internal sealed class SiteAddress(IOptions<PortalOptions> portal, IServer server)
{
    private const string NoAddress = "http://localhost";

    public string Of(string path) => Base().TrimEnd('/') + path;

    private string Base()
    {
        if (portal.Value.PublicAddress is { } known)
        {
            return known;
        }

        var listening = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? NoAddress;
        foreach (var any in new[] { "//[::]", "//0.0.0.0", "//+", "//*" })
        {
            listening = listening.Replace(any, "//localhost", StringComparison.Ordinal);
        }

        return listening;
    }
}
