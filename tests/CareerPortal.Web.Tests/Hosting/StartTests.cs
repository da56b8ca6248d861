namespace CareerPortal.Web.Tests.Hosting;

/// <summary>A wrong setting stops the start with a message that names the key.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database:Provider")]
    [InlineData("Database:Provider", "SqlServer", "ConnectionStrings:Portal")]
    [InlineData("Database:DataFolder", " ", "Database:DataFolder")]
    [InlineData("Quiz:KeepDays", "0", "Quiz:KeepDays")]
    [InlineData("RateLimits:FormsPerMinute", "0", "RateLimits:FormsPerMinute")]
    [InlineData("Portal:PublicAddress", "passerelle", "Portal:PublicAddress")]
    [InlineData("Portal:Name", "", "Portal:Name")]
    public async Task Start_WithAWrongSetting_FailsWithItsKey(string key, string value, string named)
    {
        await using var portal = new PortalFactory { Settings = { [key] = value } };

        var failure = Assert.ThrowsAny<Exception>(() => portal.Services);

        Assert.Contains(named, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("DataAnnotation validation failed for 'String", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicAddress_Given_StandsInCanonicalLinksAndTheSitemap()
    {
        await using var portal = new PortalFactory { Settings = { ["Portal:PublicAddress"] = "https://passerelle.example/", ["Portal:Name"] = "Autre nom" } };
        var client = portal.CreateClient();

        var page = await client.GetStringAsync(new Uri("/metiers", UriKind.Relative), TestContext.Current.CancellationToken);
        var sitemap = await client.GetStringAsync(new Uri("/sitemap.xml", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("<link rel=\"canonical\" href=\"https://passerelle.example/metiers\"", page, StringComparison.Ordinal);
        Assert.Contains("Autre nom", page, StringComparison.Ordinal);
        Assert.Contains("<loc>https://passerelle.example/metiers</loc>", sitemap, StringComparison.Ordinal);
    }
}
