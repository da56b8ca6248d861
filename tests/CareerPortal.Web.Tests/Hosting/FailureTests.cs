using System.Net;
using CareerPortal.Directories;
using CareerPortal.Web.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Hosting;

public sealed class FailureTests
{
    [Fact]
    public async Task Page_ThatFails_NamesWhomToWriteTo()
    {
        const string Contact = "contact@carrefour.example";
        await using var portal = new PortalFactory
        {
            Settings = { ["Portal:Operator"] = "Carrefour des métiers", ["Portal:Contact"] = Contact },
            Registrations = s => s.AddSingleton<PlaceDirectory>(_ => throw new InvalidOperationException("broken")),
        };

        var page = await portal.CreateClient().PageAsync("/centres");

        Assert.Equal(Contact, page.Document.QuerySelector($"a[href='mailto:{Contact}']")!.Words());
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Page_ThatFails_IsAnswered500WithAPageThatTellsNothingInside(string language)
    {
        await using var portal = new PortalFactory
        {
            Registrations = s => s.AddSingleton<PlaceDirectory>(_ => throw new InvalidOperationException("a secret of the inside")),
        };
        using var response = await portal
            .CreateClient()
            .GetAsync(new Uri(PublicPages.In(language, "/centres"), UriKind.Relative), TestContext.Current.CancellationToken);

        var page = await PageReader.ReadAsync(response, PublicPages.In(language, "/centres"));

        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.Equal(portal.Text("Error.Title", language), page.All("h1").Single().Words());
        Assert.Equal(language, page.Document.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain("secret", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Html, StringComparison.Ordinal);
        Assert.True(page.Headers.Contains("Content-Security-Policy"));
        Assert.Null(page.Headers.Age);
    }
}
