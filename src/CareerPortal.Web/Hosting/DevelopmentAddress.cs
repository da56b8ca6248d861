using Microsoft.Extensions.Configuration.Memory;

namespace CareerPortal.Web.Hosting;

/// <summary>Where a developer's site answers when nothing else is said; any other setting of the address comes before it.</summary>
internal static class DevelopmentAddress
{
    private const string Address = "http://localhost:5080";

    public static void AddDevelopmentAddress(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment())
        {
            builder.Configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = [new(WebHostDefaults.ServerUrlsKey, Address)] });
        }
    }
}
