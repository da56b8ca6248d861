using System.Net;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>A circuit costs memory on the server: nobody gets one who has no use for it.</summary>
public sealed class CircuitTests(Pages.PublicPages site)
{
    [Theory]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1", null)]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1", "http://elsewhere.example")]
    [InlineData("POST", "/_blazor/negotiate?negotiateVersion=1", "http://localhost")]
    [InlineData("POST", "/_BLAZOR/negotiate?negotiateVersion=1", "http://localhost")]
    [InlineData("POST", "/nl/_blazor/negotiate?negotiateVersion=1", "http://localhost")]
    [InlineData("GET", "/_blazor", "http://localhost")]
    [InlineData("GET", "/_blazor?id=abc", "http://localhost")]
    [InlineData("POST", "/_blazor/disconnect", "http://localhost")]
    public async Task Circuit_ForSomebodyNotSignedIn_DoesNotExist(string method, string address, string? origin)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(address, UriKind.Relative));
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var response = await site.Portal.CreateClient().SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(0, response.Content.Headers.ContentLength ?? 0);
    }
}
