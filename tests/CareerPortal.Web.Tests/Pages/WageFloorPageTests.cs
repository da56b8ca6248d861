using CareerPortal.Testing;
using Microsoft.Extensions.Time.Testing;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>The minimum wage is shown as of the day it is known from, and doubted once that day is a year past.</summary>
[Slow]
public sealed class WageFloorPageTests
{
    [Theory]
    [InlineData("2025-06-01", "au 1er février 2025", false)]
    [InlineData("2026-02-01", "au 1er février 2025", false)]
    [InlineData("2026-02-02", "au 1er février 2025", true)]
    [InlineData("2026-04-01", "au 1er avril 2026", false)]
    [InlineData("2027-04-02", "au 1er avril 2026", true)]
    public async Task Floor_ShownOnADay_IsToBeCheckedOnceOlderThanAYear(string day, string since, bool doubted)
    {
        await using var portal = new PortalFactory
        {
            Time = new FakeTimeProvider(DateTimeOffset.Parse(day + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture)),
        };
        var client = portal.CreateClient();
        var doubt = portal.Text("Salary.FloorToCheck");

        foreach (
            var (slug, section) in new[]
            {
                ("annotateur-de-donnees-ia", "#salaire"),
                ("micro-taches-ia", "#salaire"),
                ("micro-taches-ia?devise=EUR", "#estimateur"),
            }
        )
        {
            var words = (await client.PageAsync($"/metiers/{slug}")).Document.QuerySelector(section)!.Words();

            Assert.Contains(since, words, StringComparison.Ordinal);
            Assert.DoesNotContain("depuis le 1er", words, StringComparison.Ordinal);
            Assert.Equal(doubted, PlainTypography.Says(words, doubt));
        }
    }

    [Theory]
    [InlineData("fr", "il peut avoir été indexé depuis")]
    [InlineData("nl", "geïndexeerd")]
    [InlineData("de", "indexiert")]
    [InlineData("en", "indexed")]
    public async Task Doubt_InEveryLanguage_SpeaksOfTheIndex(string language, string expected)
    {
        await using var portal = new PortalFactory();

        Assert.Contains(expected, portal.Text("Salary.FloorToCheck", language), StringComparison.Ordinal);
    }
}
