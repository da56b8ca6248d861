using Bunit;
using CareerPortal.Directories;
using CareerPortal.Web.Guides.Sections;

namespace CareerPortal.Web.Tests.Components;

public sealed class SourceListTests : ComponentTest
{
    [Theory]
    [InlineData("https://source.example/enquete", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("//evil.example", false)]
    [InlineData("not a url", false)]
    [InlineData(null, false)]
    public void Source_WithSomeAddress_IsALinkOnlyToTheWeb(string? url, bool isLink)
    {
        var guide = Guide() with
        {
            Sources =
            [
                new Source
                {
                    Code = SourceCode,
                    Kind = SourceKind.Statistics,
                    Title = "Enquête",
                    Publisher = "Éditeur",
                    Url = url,
                },
            ],
        };

        var links = RenderWithin<SourceList>(guide).FindAll("ol.sources a").Select(a => a.GetAttribute("href"));

        Assert.Equal(isLink ? [url] : [], links);
    }
}
