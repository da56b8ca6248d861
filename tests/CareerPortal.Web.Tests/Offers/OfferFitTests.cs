using System.Net;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Tests.Pages;
using CareerPortal.Web.Tests.Quiz;

namespace CareerPortal.Web.Tests.Offers;

/// <summary>How an offer fits the result of the browser that looks at it.</summary>
public sealed class OfferFitTests
{
    [Fact]
    public async Task Offer_WithAResultOfThisBrowser_SaysHowItFits_ToThisBrowserAlone()
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(OfferSite.Facts("Boulanger"), "D1102");
        using var visitor = new Visitor(site.Portal);
        await visitor.StartOverAllAsync();
        await visitor.AnswerAllAsync(5, 4, 2, 4, 5, 1);
        var (reader, stranger) = (new Reader(site), new Reader(site));

        await reader.GoAsync(visitor.Path);
        var given = reader.SetCookies.Single(c => c.StartsWith(ReaderCookies.Result, StringComparison.Ordinal));
        await reader.GoAsync($"/offres/{id}");
        var section = reader.Page.Document.QuerySelector("[data-fit]")!;
        await reader.GoAsync(section.QuerySelector("a")!.GetAttribute("href")!);
        var page = reader.Page;
        await reader.GoAsync(section.GetAttribute("data-fit")!);
        var piece = reader.Page;
        await stranger.GoAsync($"/offres/{id}");
        var door = stranger.Page.Document.QuerySelector("#vous")!;
        await stranger.GoAsync($"/offres/{id}/correspondance/extrait");

        Assert.Contains(visitor.Code, given, StringComparison.Ordinal);
        Assert.Matches("(?i)httponly.*|.*httponly", given);
        foreach (var shown in new[] { page, piece })
        {
            Assert.NotNull(shown.Document.QuerySelector(".result-band"));
            Assert.NotEmpty(shown.All(".reasons li"));
            Assert.Contains(visitor.Code, shown.Document.QuerySelector("a[href$='/resultat']")!.GetAttribute("href")!, StringComparison.Ordinal);
            Assert.True(PlainTypography.Says(shown.Document.DocumentElement.Words(), site.Portal.Text("Offer.OccupationBy.Title", "fr", 80)));
        }

        Assert.True(page.IsHidden);
        Assert.Null(door.GetAttribute("data-fit"));
        Assert.Equal("/quiz/orientation", door.QuerySelector("a")!.GetAttribute("href"));
        Assert.DoesNotContain("result-band", stranger.Page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Code, stranger.Page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offer_ResultThatSaysNothing_IsOpenAndHasNoPercentage()
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(OfferSite.Facts("Boulanger"), "D1102");
        using var visitor = new Visitor(site.Portal);
        await visitor.StartOverAllAsync();
        await visitor.SkipAllAsync();
        var reader = new Reader(site);
        reader.Cookies[ReaderCookies.Result] = visitor.Code;

        await reader.GoAsync($"/offres/{id}/correspondance");

        Assert.Contains(site.Portal.Text("Verdict.Indeterminate", "fr"), reader.Page.Main.Words(), StringComparison.Ordinal);
        Assert.Null(reader.Page.Document.QuerySelector(".result-band"));
        Assert.Empty(reader.Page.All(".reasons li"));
        // The quiz over all occupations has just been done: what is left is its result.
        Assert.Contains(site.Portal.Text("OfferFit.Review", "fr"), reader.Page.Main.Words(), StringComparison.Ordinal);
        Assert.Null(reader.Page.Main.QuerySelector("a[href='/quiz/orientation']"));
    }

    [Fact]
    public async Task Result_DeletedOrForgotten_IsGoneFromTheBrowser()
    {
        await using var site = new OfferSite();
        var id = await site.AddAsync(OfferSite.Facts("Boulanger"), "D1102");
        using var visitor = new Visitor(site.Portal);
        await visitor.StartOverAllAsync();
        await visitor.SkipAllAsync();
        var (forgetful, other, deleting) = (new Reader(site), new Reader(site), new Reader(site));
        forgetful.Cookies[ReaderCookies.Result] = other.Cookies[ReaderCookies.Result] = visitor.Code;

        await forgetful.GoAsync($"/offres/{id}/correspondance");
        await forgetful.SubmitAsync("oublier");
        await deleting.GoAsync(visitor.Path);
        Assert.Contains(ReaderCookies.Result, deleting.Cookies.Keys);
        await deleting.SubmitAsync("delete");
        await other.GoAsync($"/offres/{id}/correspondance/extrait");

        Assert.DoesNotContain(ReaderCookies.Result, forgetful.Cookies.Keys);
        Assert.StartsWith($"/offres/{id}-", forgetful.Page.Address, StringComparison.Ordinal);
        Assert.DoesNotContain(ReaderCookies.Result, deleting.Cookies.Keys);
        Assert.Equal(HttpStatusCode.OK, other.Last.StatusCode);
        Assert.DoesNotContain(ReaderCookies.Result, other.Cookies.Keys);
    }
}
