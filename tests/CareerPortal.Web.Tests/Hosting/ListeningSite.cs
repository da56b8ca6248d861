using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>The site behind the server that it runs on in production: what the server itself refuses, a test server would let pass.</summary>
public static class ListeningSite
{
    public static Uri Listen(this PortalFactory portal)
    {
        portal.UseKestrel(0);
        portal.StartServer();
        return new Uri(portal.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }
}
