using CareerPortal.Testing;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>The site names who answers for it, or says plainly that nobody does yet.</summary>
[Slow]
public sealed class OperatorTests(PublicPages site)
{
    private const string Name = "Carrefour des métiers";
    private const string Mail = "contact@carrefour.example";

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Pages_WithAnOperator_NameItAndItsAddress(string language)
    {
        await using var portal = new PortalFactory { Settings = { ["Portal:Operator"] = Name, ["Portal:Contact"] = Mail } };
        var client = portal.CreateClient();

        foreach (var path in new[] { "/vie-privee", "/accessibilite" })
        {
            var page = await client.PageAsync(PublicPages.In(language, path));

            Assert.Contains(Name, page.Main.Words(), StringComparison.Ordinal);
            Assert.Equal(Mail, page.Document.QuerySelector($"a[href='mailto:{Mail}']")!.Words());
            Assert.False(PlainTypography.Says(page.Main.Words(), portal.Text("Operator.None", language)));
            Assert.Equal(path == "/accessibilite", PlainTypography.Says(page.Main.Words(), portal.Text("Accessibility.TellPromise", language)));
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public void Pages_WithoutAnOperator_SayThatThereIsNone(string language)
    {
        foreach (var path in new[] { "/vie-privee", "/accessibilite" })
        {
            var page = site[PublicPages.In(language, path)];

            Assert.True(PlainTypography.Says(page.Main.Words(), site.Portal.Text("Operator.None", language)), page.Address);
            Assert.Empty(page.All("a[href^='mailto:']"));
            Assert.False(PlainTypography.Says(page.Main.Words(), site.Portal.Text("Accessibility.TellPromise", language)), page.Address);
        }
    }

    [Theory]
    [InlineData("fr", "Autorité de protection des données", "Rue de la Presse 35, 1000 Bruxelles")]
    [InlineData("nl", "Gegevensbeschermingsautoriteit", "Drukpersstraat 35, 1000 Brussel")]
    [InlineData("de", "Autorité de protection des données", "Rue de la Presse 35, 1000 Brüssel")]
    [InlineData("en", "Autorité de protection des données", "Rue de la Presse 35, 1000 Brussels")]
    public void Privacy_NamesTheAuthorityWithItsAddress(string language, string name, string address)
    {
        var page = site[PublicPages.In(language, "/vie-privee")];

        Assert.Contains(name, page.Main.Words(), StringComparison.Ordinal);
        Assert.Contains(address, page.Main.Words(), StringComparison.Ordinal);
        Assert.Single(
            page.Main.QuerySelectorAll(
                $"a[href='https://{(language == "nl" ? "www.gegevensbeschermingsautoriteit.be" : "www.autoriteprotectiondonnees.be")}/']"
            )
        );
    }
}
