using CareerPortal.Web.Tests.Pages;
using Microsoft.AspNetCore.Http;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>Links begin with the scheme that a proxy tells.</summary>
public sealed class KnownHostTests(PublicPages site)
{
    [Theory]
    [InlineData("/metiers", "http", StatusCodes.Status200OK)]
    [InlineData("/metiers", "https", StatusCodes.Status200OK)]
    [InlineData("/metiers", "javascript", StatusCodes.Status400BadRequest)]
    [InlineData("/metiers", "ftp", StatusCodes.Status400BadRequest)]
    [InlineData("/health/live", "javascript", StatusCodes.Status200OK)]
    public async Task Request_BySomeScheme_IsAnsweredOnlyByHttp(string path, string scheme, int status)
    {
        var answer = await site.Portal.Server.SendAsync(
            context =>
            {
                context.Request.Method = HttpMethods.Get;
                context.Request.Host = new HostString("passerelle.example");
                context.Request.Path = path;
                context.Request.Scheme = scheme;
            },
            TestContext.Current.CancellationToken
        );

        using var reader = new StreamReader(answer.Response.Body);
        Assert.Equal(status, answer.Response.StatusCode);
        Assert.DoesNotContain("javascript://", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
