using System.Net;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>A page has one address on every store: capitals lead to it, any other spelling is no page.</summary>
public sealed class OneSpellingTests(PublicPages site)
{
    [Theory]
    [InlineData("/centres/FOREM", "/centres/forem")]
    [InlineData("/Centres/forem?page=A", "/centres/forem?page=A")]
    [InlineData("/nl/zones/NAMUR", "/nl/zones/namur")]
    [InlineData("/metiers/Annotateur-de-donnees-IA", "/metiers/annotateur-de-donnees-ia")]
    [InlineData("/quiz/Annotateur-de-donnees-ia", "/quiz/annotateur-de-donnees-ia")]
    [InlineData("/quiz/METHODE", "/quiz/methode")]
    public async Task Address_InCapitals_LeadsToTheOneAddressColdAndWarm(string asked, string address)
    {
        using var client = site.Portal.CreateClient(new() { AllowAutoRedirect = false });

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var response = await client.GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);
            using var page = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);

            Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
            Assert.Equal(address, response.Headers.Location!.OriginalString);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        }
    }

    [Theory]
    [InlineData("/centres/for%C3%A9m")]
    [InlineData("/centres/forem%20")]
    [InlineData("/metiers/annotateur-de-donn%C3%A9es-ia")]
    [InlineData("/zones/namur.")]
    public async Task Address_SpeltInAnotherWay_IsNoPage(string asked)
    {
        using var response = await site.Portal.CreateClient().GetAsync(new Uri(asked, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task Guides_OfACentre_AreNamedWhateverWasAskedFirst()
    {
        await using var portal = new PortalFactory();
        using var client = portal.CreateClient();

        var first = await client.PageAsync("/centres/FOREM");
        var canonical = await client.PageAsync("/centres/forem");

        Assert.NotEmpty(canonical.All("main .card-grid li"));
        Assert.Equal(canonical.All("main .card-grid li").Count(), first.All("main .card-grid li").Count());
    }
}
