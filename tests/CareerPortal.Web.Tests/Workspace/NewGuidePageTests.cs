using System.Net;
using AngleSharp.Html.Parser;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Web.Workspace.Review;
using Microsoft.EntityFrameworkCore;

namespace CareerPortal.Web.Tests.Workspace;

/// <summary>A guide is begun with what the lists of its form offer.</summary>
public sealed class NewGuidePageTests : IDisposable
{
    private readonly SignedInSite _site = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _site.Dispose();

    [Theory]
    [InlineData("Inconnu", nameof(StudyLevel.UpperSecondary), nameof(GuideKind.Brief))]
    [InlineData(nameof(Sector.Digital), "999", nameof(GuideKind.Brief))]
    [InlineData(nameof(Sector.Digital), "1", nameof(GuideKind.Brief))]
    [InlineData(nameof(Sector.Digital), nameof(StudyLevel.UpperSecondary), "")]
    public async Task Form_WithAValueThatNoListHas_IsRefusedWithWhatToDo(string sector, string studies, string kind)
    {
        using var answer = await SendAsync("doreur", sector, studies, kind);

        var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(Wording.Plain(_site.Text("Review.NewChoiceInvalid")), Wording.Plain(page.QuerySelector("[role=alert]")!.TextContent));
        Assert.Equal("doreur", page.QuerySelector("input[name=code]")!.GetAttribute("value"));
        await using var context = _site.Store();
        Assert.False(await context.Occupations.AnyAsync(o => o.Code == "doreur", Cancellation));
    }

    [Fact]
    public async Task Form_WithValuesOfTheLists_MakesTheGuide()
    {
        using var answer = await SendAsync("doreur", nameof(Sector.Digital), nameof(StudyLevel.UpperSecondary), nameof(GuideKind.Brief));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        await using var context = _site.Store();
        var occupation = await context.Occupations.SingleAsync(o => o.Code == "doreur", Cancellation);
        Assert.Equal((Sector.Digital, StudyLevel.UpperSecondary), (occupation.Sector, occupation.Studies));
    }

    private async Task<HttpResponseMessage> SendAsync(string code, string sector, string studies, string kind)
    {
        var browser = _site.Browser(await _site.PersonAsync());
        return await browser.PostAsync(
            "/espace/guides/nouveau",
            new FormUrlEncodedContent(
                new Dictionary<string, string>
                {
                    ["_handler"] = DeskPage.FormName,
                    [DeskPage.Button] = "creer",
                    ["masculin"] = "doreur",
                    ["feminin"] = "doreuse",
                    ["code"] = code,
                    ["secteur"] = sector,
                    ["etudes"] = studies,
                    ["genre"] = kind,
                }
            ),
            Cancellation
        );
    }
}
