using System.Net;
using CareerPortal.Testing;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Pages;

[Slow]
public sealed class MovedGuideTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Guide_AtTheAddressItLeft_LeadsForGoodToWhereItIsNow()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var portal = new PortalFactory { Time = time };
        using var client = portal.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await client.GetStringAsync(new Uri("/metiers/micro-taches-ia", UriKind.Relative), Cancellation);
        await portal.ImportChangedAsync("micro-taches-ia", g => g with { Slug = "micro-travail" });
        time.Advance(TimeSpan.FromSeconds(3));

        using var moved = await client.GetAsync(new Uri("/metiers/micro-taches-ia?heures=8", UriKind.Relative), Cancellation);
        using var inDutch = await client.GetAsync(new Uri("/nl/metiers/micro-taches-ia", UriKind.Relative), Cancellation);
        using var unknown = await client.GetAsync(new Uri("/metiers/jamais-vu", UriKind.Relative), Cancellation);
        using var there = await client.GetAsync(new Uri("/metiers/micro-travail", UriKind.Relative), Cancellation);

        Assert.Equal((HttpStatusCode.MovedPermanently, "/metiers/micro-travail?heures=8"), (moved.StatusCode, $"{moved.Headers.Location}"));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/nl/metiers/micro-travail"), (inDutch.StatusCode, $"{inDutch.Headers.Location}"));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (unknown.StatusCode, there.StatusCode));
    }
}
