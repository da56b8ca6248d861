using AngleSharp.Dom;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>The income estimator as a form that is sent.</summary>
public sealed class EstimatorPageTests(PublicPages site)
{
    [Theory]
    [InlineData("heures=10&tarif=5&semaines=4&devise=EUR", "200 €")]
    [InlineData("heures=10&tarif=5%2C50&semaines=4&devise=EUR", "220 €")]
    [InlineData("heures=10&tarif=5.50&semaines=4&devise=EUR", "220 €")]
    [InlineData("heures=10&tarif=5&semaines=4&devise=USD&taux=0,9", "180 €")]
    [InlineData("heures=0%2C5&tarif=0%2C01&semaines=1&devise=EUR", "0,01 €")]
    public async Task Estimate_OfWhatWasTyped_IsShownBesideTheMinimum(string query, string amount)
    {
        var section = await SectionAsync(query);

        var result = section.QuerySelector("[role=status]")!.Words();
        Assert.Contains(amount, result, StringComparison.Ordinal);
        Assert.Contains("13,30 €", result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estimate_InDollars_IsTurnedIntoEuroAtTheStoredRate()
    {
        var section = await SectionAsync("heures=10&tarif=10&semaines=4&devise=USD");

        var result = section.QuerySelector("[role=status]")!.Words();
        Assert.Contains("400 $", result, StringComparison.Ordinal);
        Assert.Contains("340,24 €", result, StringComparison.Ordinal);
        Assert.Contains("30 décembre 2025", result, StringComparison.Ordinal);
        Assert.Matches(@"1 € = 1,1757 \$.*vérifier", section.QuerySelector("#taux-aide")!.Words());
        Assert.NotNull(section.QuerySelector("#taux-aide a[href^='#source-']"));
    }

    [Theory]
    [InlineData("heures=abc", "heures")]
    [InlineData("heures=-5", "heures")]
    [InlineData("heures=1e9", "heures")]
    [InlineData("heures=NaN", "heures")]
    [InlineData("heures=0", "heures")]
    [InlineData("tarif=1000000000000000000000000000", "tarif")]
    [InlineData("semaines=53", "semaines")]
    [InlineData("taux=0&devise=USD", "taux")]
    [InlineData("tarif=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E", "tarif")]
    public async Task Estimate_OfNoSense_NamesTheFieldAndShowsNoResult(string query, string field)
    {
        var section = await SectionAsync(query);

        Assert.Null(section.QuerySelector("[role=status]"));
        var input = section.QuerySelector($"#{field}")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.NotNull(section.Owner!.GetElementById(input.GetAttribute("aria-describedby")!.Split(' ')[^1]));
        Assert.NotNull(section.QuerySelector($"[role=alert] a[href='#{field}']"));
        Assert.Null(section.QuerySelector("script"));
    }

    [Fact]
    public async Task Estimate_OfEmptiedFields_NamesTheUsualValueOfEach()
    {
        var section = await SectionAsync("heures=&tarif=&semaines=4&devise=EUR");

        Assert.Equal(2, section.QuerySelectorAll("[role=status] .usual").Length);
    }

    [Fact]
    public async Task Estimate_WithUnknownCurrency_TakesTheGuides()
    {
        var section = await SectionAsync("devise=BTC");

        Assert.NotNull(section.QuerySelector("[role=status]"));
        Assert.Single(section.QuerySelectorAll("option[selected]"));
    }

    [Fact]
    public async Task Estimate_Page_FollowsTheRulesOfMarkup() =>
        Faults.None(
            PageRules
                .FaultsOf(await site.Portal.CreateClient().PageAsync("/metiers/micro-taches-ia?heures=abc&tarif=999&semaines=x&taux=y"))
                .Concat(
                    PageRules.FaultsOf(
                        await site.Portal.CreateClient().PageAsync("/metiers/micro-taches-ia?heures=10&tarif=9&semaines=4&devise=USD&taux=0.9")
                    )
                )
        );

    private async Task<IElement> SectionAsync(string query) =>
        (await site.Portal.CreateClient().PageAsync("/metiers/micro-taches-ia?" + query)).Document.GetElementById("estimateur")!;
}
