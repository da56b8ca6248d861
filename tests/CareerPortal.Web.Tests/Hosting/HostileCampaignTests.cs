using CareerPortal.Testing;
using CareerPortal.Testing.Attack;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Hosting;

/// <summary>A short form of the campaign that the benchmarks run with twenty seeds.</summary>
[Slow]
public sealed class HostileCampaignTests(PublicPages site)
{
    private const int Inputs = 300;

    [Fact]
    public async Task Site_UnderHostileInputs_NeverFailsNorReflectsNorChangesWhatAllShare()
    {
        await using var portal = new PortalFactory();
        var server = portal.Listen();
        var known = await HostileCampaign.KnownPathsAsync(server, TestContext.Current.CancellationToken);
        var campaign = new HostileCampaign(server, PublicRoutes.Of(portal.Services), known, seed: 1, TestContext.Current.CancellationToken);

        await campaign.RunAsync(Inputs);
        var after = await HostileCampaign.ReadPagesAsync(server, known.Where(site.Holds).Where(IsShared), TestContext.Current.CancellationToken);

        var changed =
            from page in after
            let usual = HostileCampaign.Steady(site[page.Key.Split(' ')[0]].Html)
            where !page.Value.EndsWith(usual, StringComparison.Ordinal)
            select $"{page.Key} has changed {HostileCampaign.Difference(page.Value[7..], usual)}";
        Faults.None(campaign.Faults.Concat(changed));
        Assert.Equal(Inputs, campaign.Statuses.Values.Sum());
        Assert.True(campaign.Statuses[200] > Inputs / 10, "Hardly anything was answered: the inputs miss the site.");
    }

    /// <summary>Pages with a form hold a token, which is another each time.</summary>
    private bool IsShared(string path) => !site[path].Html.Contains("__RequestVerificationToken", StringComparison.Ordinal);
}
