using System.Globalization;
using Bunit;
using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Web.Guides.Cards;
using CareerPortal.Web.Shell;
using CareerPortal.Web.Tests.Pages;

namespace CareerPortal.Web.Tests.Components;

/// <summary>Cards and pagers of lists.</summary>
public sealed class ListPartsTests : ComponentTest
{
    [Theory]
    [InlineData(1, 1, null, null)]
    [InlineData(1, 3, null, "/p/2")]
    [InlineData(2, 3, "/p/1", "/p/3")]
    [InlineData(3, 3, "/p/2", null)]
    public void Pager_OnAPage_LeadsToItsNeighbours(int page, int pages, string? previous, string? next)
    {
        var pager = Render<Pager>(p => p.Add(x => x.Page, page).Add(x => x.Pages, pages).Add(x => x.Address, n => $"/p/{n}"));

        Assert.Equal(previous, pager.FindAll("a[rel=prev]").SingleOrDefault()?.GetAttribute("href"));
        Assert.Equal(next, pager.FindAll("a[rel=next]").SingleOrDefault()?.GetAttribute("href"));
        Assert.Equal(pages == 1 ? 0 : 1, pager.FindAll("nav").Count);
    }

    [Fact]
    public void Card_OfAGuide_LinksItsTitleInBothGenders()
    {
        var card = Render<GuideCard>(p => p.Add(c => c.Guide, Summary()));

        var link = card.Find("h2 a");
        Assert.Equal(("/metiers/relieur", "Relieur·euse"), (link.GetAttribute("href"), link.Words()));
        Assert.Contains("Assembler des cahiers", card.Find("p").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Card_WithinASection_SaysWhyItStandsThereUnderAnH3()
    {
        var card = Render<GuideCard>(p => p.Add(c => c.Guide, Summary()).Add(c => c.Level, 3).Add(c => c.Why, "Le même soin"));

        Assert.Empty(card.FindAll("h2"));
        Assert.Single(card.FindAll("h3"));
        Assert.Equal("Le même soin", card.Find("p").Words());
    }

    [Fact]
    public void Card_OfABriefGuide_SaysSo()
    {
        var card = Render<GuideCard>(p => p.Add(c => c.Guide, Summary() with { Kind = GuideKind.Brief }));

        Assert.Contains(card.FindAll("li"), l => l.Words() == Text("Guides.Brief"));
    }

    [Fact]
    public void Card_OfAGuideInAnotherLanguage_SaysSoAndNamesQualitiesInItsPlace()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-BE");

        var card = Render<GuideCard>(p => p.Add(c => c.Guide, Summary()).Add(c => c.Why, "On y coud aussi."));

        Assert.DoesNotContain("métier de patience", card.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("On y coud", card.Markup, StringComparison.Ordinal);
        Assert.Equal("fr", card.Find("h2 a span").GetAttribute("lang"));
        Assert.Equal(Text("Guides.Asks", QualityCatalogue.Load().Find("detail")!.Label["nl"]), card.Find("p").Words());
        Assert.Contains(Text("Guides.InFrench"), card.FindAll("li").Select(t => t.Words()));
    }

    [Fact]
    public void Card_OfATranslatedName_IsInTheReadersLanguage()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-BE");

        var card = Render<GuideCard>(p => p.Add(c => c.Guide, Summary() with { Name = new OccupationName("nl", "boekbinder", "boekbinder") }));

        Assert.Equal("Boekbinder", card.Find("h2").Words());
        Assert.Empty(card.FindAll("[lang]"));
    }
}
