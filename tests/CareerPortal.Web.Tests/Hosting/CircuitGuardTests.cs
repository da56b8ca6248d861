using System.Net;
using System.Security.Claims;
using CareerPortal.Web.Hosting;
using CareerPortal.Web.Shell;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>The guard of circuits as those meet it who may have one.</summary>
public sealed class CircuitGuardTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
    private readonly CircuitPass _pass;

    public CircuitGuardTests() => _pass = new CircuitPass(new EphemeralDataProtectionProvider(), _time);

    [Theory]
    [InlineData("POST", "/_blazor/negotiate", "https://passerelle.example", 200)]
    [InlineData("POST", "/_blazor/negotiate", "HTTPS://Passerelle.Example", 200)]
    [InlineData("POST", "/_blazor/negotiate", "https://passerelle.example.elsewhere.example", 403)]
    [InlineData("POST", "/_blazor/negotiate", "http://passerelle.example", 403)]
    [InlineData("POST", "/_blazor/negotiate", "null", 403)]
    [InlineData("POST", "/_blazor/negotiate", null, 403)]
    [InlineData("GET", "/_blazor", "https://elsewhere.example", 403)]
    [InlineData("GET", "/_blazor", null, 403)]
    [InlineData("GET", "/metiers", "https://elsewhere.example", 200)]
    public async Task Circuit_OfSomebodySignedIn_IsForThisOriginAlone(string method, string path, string? origin, int status)
    {
        var guard = Guard(10, 10);

        var context = await AskAsync(guard, Request(method, path, origin, signedIn: true));

        Assert.Equal(status, context.Response.StatusCode);
    }

    [Fact]
    public async Task Reading_OfSomebodySignedIn_PassesWhereTheBrowserSaysItIsFromHere()
    {
        var request = Request("GET", "/_blazor", null, signedIn: true);
        request.Request.Headers["Sec-Fetch-Site"] = "same-origin";

        var context = await AskAsync(Guard(10, 10), request);

        Assert.Equal(200, context.Response.StatusCode);
    }

    [Theory]
    [InlineData(0, 200)]
    [InlineData(59, 200)]
    [InlineData(61, 404)]
    public async Task Circuit_OfAReaderOfAPageWithAnIsland_OpensForAnHour(int minutes, int status)
    {
        var guard = Guard(10, 10);
        var page = Request("GET", "/carte", null, signedIn: false);
        page.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new HoldsIslandAttribute()), "island"));
        await AskAsync(guard, page);
        var cookie = page.Response.Headers.SetCookie.Single()!;
        _time.Advance(TimeSpan.FromMinutes(minutes));
        var request = Request("POST", "/_blazor/negotiate", "https://passerelle.example", signedIn: false);
        request.Request.Headers.Cookie = cookie.Split(';')[0];

        var context = await AskAsync(guard, request);

        Assert.Equal(status, context.Response.StatusCode);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("99999999999999999")]
    public async Task Circuit_WithAPassOfOnesOwnMaking_DoesNotExist(string value)
    {
        var request = Request("POST", "/_blazor/negotiate", "https://passerelle.example", signedIn: false);
        request.Request.Headers.Cookie = $"{CircuitPass.CookieName}={value}";

        var context = await AskAsync(Guard(10, 10), request);

        Assert.Equal(404, context.Response.StatusCode);
    }

    [Theory]
    [InlineData(2, 10, "192.0.2.1", "192.0.2.1", 503)]
    [InlineData(2, 10, "192.0.2.1", "192.0.2.9", 200)]
    [InlineData(10, 2, "192.0.2.1", "192.0.2.9", 503)]
    public async Task Circuit_BesideAsManyAsThereMayBe_IsRefusedUntilOneCloses(int perAddress, int inAll, string one, string other, int status)
    {
        var guard = Guard(perAddress, inAll);
        var open = new TaskCompletionSource();
        var held = Enumerable
            .Range(0, 2)
            .Select(_ => guard.PassAsync(Request("GET", "/_blazor", "https://passerelle.example", signedIn: true, one), _ => open.Task))
            .ToList();

        var beside = await AskAsync(guard, Request("GET", "/_blazor", "https://passerelle.example", signedIn: true, other));
        open.SetResult();
        await Task.WhenAll(held);
        var after = await AskAsync(guard, Request("GET", "/_blazor", "https://passerelle.example", signedIn: true, other));

        Assert.Equal((status, 200), (beside.Response.StatusCode, after.Response.StatusCode));
    }

    [Theory]
    [InlineData(2, 100, "192.0.2.1", 429)]
    [InlineData(2, 100, "192.0.2.2", 200)]
    [InlineData(100, 2, "192.0.2.2", 429)]
    public async Task Negotiation_TooOften_IsRefusedForAWhile(int perAddress, int inAll, string then, int status)
    {
        var guard = Guard(perAddress, inAll);
        for (var i = 0; i < 4; i++)
        {
            await AskAsync(guard, Request("POST", "/_blazor/negotiate", "https://passerelle.example", signedIn: true));
        }

        var context = await AskAsync(guard, Request("POST", "/_blazor/negotiate", "https://passerelle.example", signedIn: true, then));
        _time.Advance(TimeSpan.FromMinutes(1));
        var later = await AskAsync(guard, Request("POST", "/_blazor/negotiate", "https://passerelle.example", signedIn: true, then));

        Assert.Equal((status, 200), (context.Response.StatusCode, later.Response.StatusCode));
    }

    private CircuitGuard Guard(int perAddress, int inAll) =>
        new(Options.Create(new CircuitOptions { PerAddress = perAddress, InAll = inAll }), _pass, _time);

    private static async Task<HttpContext> AskAsync(CircuitGuard guard, HttpContext context)
    {
        await guard.PassAsync(context, _ => Task.CompletedTask);
        return context;
    }

    private static DefaultHttpContext Request(string method, string path, string? origin, bool signedIn, string address = "192.0.2.1")
    {
        var context = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        (context.Request.Method, context.Request.Path, context.Request.Scheme, context.Request.Host) = (
            method,
            path,
            "https",
            new HostString("passerelle.example")
        );
        context.Request.Headers.Origin = origin;
        if (signedIn)
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity("test"));
        }

        return context;
    }
}
