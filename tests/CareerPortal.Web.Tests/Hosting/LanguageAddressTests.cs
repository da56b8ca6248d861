using System.Net;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>French has no prefix: an address with one leads to the address without, once and never to another site.</summary>
public sealed class LanguageAddressTests(PublicPages site)
{
    [Theory]
    [InlineData("/fr", "/")]
    [InlineData("/fr/metiers?q=scan", "/metiers?q=scan")]
    [InlineData("/fr/fr/metiers", "/metiers")]
    [InlineData("/fr//fr/fr/metiers", "/metiers")]
    [InlineData("/fr/fr", "/")]
    [InlineData("/fr/nl/metiers", "/nl/metiers")]
    [InlineData("/fr//evil.example", "/evil.example")]
    [InlineData("/fr/fr//evil.example", "/evil.example")]
    [InlineData("/fr/%5Cevil.example", "/evil.example")]
    [InlineData("/fr//fr/%5C/evil.example", "/evil.example")]
    public async Task FrenchPrefix_OfAnyDepth_LeadsOnceToTheAddressWithout(string address, string expected)
    {
        using var response = await site
            .Portal.CreateClient(new() { AllowAutoRedirect = false })
            .GetAsync(new Uri("http://localhost" + address), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location!.OriginalString);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }
}
