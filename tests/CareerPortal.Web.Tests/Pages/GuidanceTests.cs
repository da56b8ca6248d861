using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using CareerPortal.Directories;
using CareerPortal.Exchange;
using CareerPortal.Web.Tests.Quiz;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>After a guide or a result comes a person: the services are shown by region, and nothing is said of them that is not confirmed.</summary>
public sealed class GuidanceTests(PublicPages site)
{
    private static readonly IReadOnlyList<GuidanceServiceEntry> Services = ExchangeFolder.FirstContent.Read().GuidanceServices;

    public static TheoryData<string> Languages() => [.. PublicPages.LanguageCodes];

    [Fact]
    public void Guides_CompleteBriefAndNotTranslated_EndInTheServicesOfEveryRegion() =>
        Faults.None(
            from page in site.All
            where page.Status == HttpStatusCode.OK && page.Address.Contains("/metiers/", StringComparison.Ordinal)
            where !page.Address.Contains("/metiers/comparer", StringComparison.Ordinal)
            let sections = page.All("main section[id]").Select(s => s.Id).ToList()
            from fault in FaultsOf(page.Document.GetElementById("parler"), page.Language)
                .Concat(sections is [.., "parler", "sources"] ? [] : ["does not stand before the sources"])
            select $"{page.Address}: {fault}"
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Results_OfBothQuizzes_NameTheServicesOfEveryRegion(string language)
    {
        using var visitor = new Visitor(site.Portal, language);

        foreach (var start in new[] { () => visitor.StartQuizAsync(), visitor.StartOverAllAsync })
        {
            await start();
            await visitor.AnswerAllAsync(4, 2, 5);

            Assert.True(visitor.IsResult);
            Faults.None(FaultsOf(visitor.Page.GetElementById("parler"), language));
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void List_OfServices_ShowsEachUnderItsRegion(string language)
    {
        var page = site[PublicPages.In(language, "/orientation")];

        foreach (var region in Services.GroupBy(s => s.Region))
        {
            var section = page.Main.QuerySelector($"section[aria-labelledby='region-{region.Key}']")!;
            Assert.Equal(site.Portal.Text($"GuidanceRegion.{region.Key}", language), section.QuerySelector("h2")!.Words());
            Assert.Equal(
                region.Select(s => PublicPages.In(language, $"/orientation/{s.Code}")).Order(StringComparer.Ordinal),
                section.QuerySelectorAll("h3 a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void Services_WithWhatIsNotConfirmed_SayThatItIsToCheck() =>
        Assert.All(
            Services,
            service =>
            {
                var page = site[$"/orientation/{service.Code}"];
                var doubt = $"({site.Portal.Text("Guidance.ToVerify")})";
                var offices = page.Main.QuerySelectorAll("ul.centre-list > li").ToList();

                var known = service.Offices.Where(o => o.Street is not null || o.Phone is not null).ToList();
                var towns = service.Offices.Except(known).Select(o => o.Locality).ToList();
                Assert.Equal(known.Count, offices.Count);
                Assert.Equal(
                    towns.Count > 0,
                    PlainTypography.Says(
                        page.Main.Words(),
                        site.Portal.Text(towns.Count == 1 ? "Guidance.TownToVerify" : "Guidance.TownsToVerify", "fr", string.Join(", ", towns))
                    )
                );
                Assert.All(
                    known.Zip(offices),
                    pair =>
                    {
                        Assert.Equal(!pair.First.Confirmed, Says(pair.Second, site.Portal.Text("Guidance.AddressToVerify")));
                        Assert.Equal(pair.First is { Phone: not null, PhoneConfirmed: false }, Says(pair.Second, doubt));
                    }
                );
                Assert.Equal(service is { Phone: not null, PhoneConfirmed: false }, Says(page.Main.QuerySelector("dl")!, doubt));
                Assert.Equal(
                    service.Cost == GuidanceCost.Free,
                    page.Main.QuerySelectorAll("dd").Any(d => d.Words() == site.Portal.Text("GuidanceCost.Free"))
                );
                Assert.True(Says(page.Main.QuerySelector(".source-note")!, service.AsOfYear.ToString(CultureInfo.InvariantCulture)));
            }
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public void Service_WithoutSiteOrNumber_LeadsToThoseOfItsRegionThatHaveThem(string language)
    {
        var page = site[PublicPages.In(language, "/orientation/cites-des-metiers-wallonie")];
        var reachable = Services
            .Where(s => s.Region == GuidanceRegion.Wallonia && (s.Website ?? s.Phone) is not null)
            .Select(s => PublicPages.In(language, $"/orientation/{s.Code}"));

        Assert.Equal(
            reachable.Order(StringComparer.Ordinal),
            page.Main.QuerySelectorAll("li > a[href*='/orientation/']")
                .Select(a => a.GetAttribute("href")!)
                .Where(h => !h.EndsWith("/orientation", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        );
        Assert.Contains("leforem.be", page.Main.Words(), StringComparison.Ordinal);
        Assert.True(PlainTypography.Says(page.Main.Words(), site.Portal.Text("Guidance.AskBefore", language)));
        Assert.False(PlainTypography.Says(page.Main.Words(), site.Portal.Text("Guidance.CheckBefore", language)));
    }

    [Fact]
    public void Services_InOneBuilding_GiveOneAddress() =>
        Assert.Single(
            Services.Where(s => s.Code is "actiris" or "cite-des-metiers-bruxelles").SelectMany(s => s.Offices).Select(o => o.Street).Distinct()
        );

    [Fact]
    public async Task Service_ThatDoesNotExist_IsNotFound()
    {
        var page = await site.Portal.CreateClient().PageAsync("/orientation/inconnu");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private static bool Says(IElement element, string words) => element.Words().Contains(words, StringComparison.Ordinal);

    private static IEnumerable<string> FaultsOf(IElement? section, string language)
    {
        if (section is null)
        {
            return ["has no next step"];
        }

        var linked = section
            .QuerySelectorAll(".next-step > div")
            .Select(r => r.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!.Split('/')[^1]).ToHashSet())
            .ToList();
        var wanted = Services.GroupBy(s => s.Region).OrderBy(g => g.Key).Select(g => g.Select(s => s.Code).ToHashSet()).ToList();
        return
            linked.Count == wanted.Count
            && linked.Zip(wanted).All(p => p.First.SetEquals(p.Second))
            && section.QuerySelector($"a[href='{PublicPages.In(language, "/orientation")}']") is not null
            ? []
            : ["does not name every service"];
    }
}
