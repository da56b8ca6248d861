using CareerPortal.Testing;
using CareerPortal.Web.Tests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Transforms;

namespace CareerPortal.EndToEnd.Tests;

/// <summary>Two nodes on one store stand behind a proxy; the one that somebody's page is on is killed while they type, and does not come back.</summary>
[Slow]
public sealed class EditorJourneysOnTwoNodes(BrowserFixture browser)
{
    private const string Slug = "annotateur-de-donnees-ia";
    private const int Seed = 11;
    private const string Cookie = "portal-node";

    [Fact]
    public async Task Text_TypedWhileTheFirstNodeIsKilled_IsThereAfterwards()
    {
        await using var window = await browser.OpenAsync();
        await using var site = await KillableSite.StartAsync(nodes: 2, FilledStore.CopyTo);
        await using var proxy = await ProxyAsync(site);
        var address = proxy.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await site.SignInAsync(window.Page, address);
        var guide = site.GuideOf(Slug);
        var typist = new Typist(window.Page, new Random(Seed));
        await typist.OpenAsync($"{address}/espace/guides/{guide}?section=entete");
        using var end = new CancellationTokenSource();

        var typing = typist.TypeAsync(end.Token);
        await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        site.Kill();
        await Task.Delay(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
        await end.CancelAsync();
        await typing;
        await typist.SavedAsync();

        Assert.Equal(typist.Typed, site.HookOf(guide));
        Assert.Equal(0, site.Conflicts());
        Assert.Equal(0, typist.OpenedByHand);
    }

    /// <summary>A proxy as one puts it before several nodes: who came stays with a node for as long as that one answers.</summary>
    private static async Task<WebApplication> ProxyAsync(KillableSite site)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder
            .Services.AddReverseProxy()
            .LoadFromMemory(
                [
                    new RouteConfig
                    {
                        RouteId = "portal",
                        ClusterId = "portal",
                        Match = new() { Path = "{**all}" },
                    },
                ],
                [
                    new ClusterConfig
                    {
                        ClusterId = "portal",
                        LoadBalancingPolicy = "FirstAlphabetical",
                        SessionAffinity = new()
                        {
                            Enabled = true,
                            Policy = "Cookie",
                            FailurePolicy = "Redistribute",
                            AffinityKeyName = Cookie,
                        },
                        HealthCheck = new()
                        {
                            Active = new()
                            {
                                Enabled = true,
                                Path = "/health/live",
                                Policy = "ConsecutiveFailures",
                                Interval = TimeSpan.FromSeconds(1),
                                Timeout = TimeSpan.FromSeconds(20),
                            },
                        },
                        Metadata = new Dictionary<string, string> { ["ConsecutiveFailuresHealthPolicy.Threshold"] = "1" },
                        Destinations = new Dictionary<string, DestinationConfig>
                        {
                            ["a"] = new() { Address = site.AddressOf(0) },
                            ["b"] = new() { Address = site.AddressOf(1) },
                        },
                    },
                ]
            )
            .AddTransforms(context => context.AddOriginalHost());
        var proxy = builder.Build();
        proxy.MapReverseProxy();
        await proxy.StartAsync(TestContext.Current.CancellationToken);
        return proxy;
    }
}
