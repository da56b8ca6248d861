using System.Net;
using CareerPortal.Testing;
using CareerPortal.Web.Tests.Quiz;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>Whoever reads Dutch, German or English gets no French that is not called so.</summary>
[Slow]
public sealed class OtherLanguageTests(PublicPages site)
{
    public static TheoryData<string> Languages() => [.. PublicPages.LanguageCodes.Skip(1)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Pages_InAnotherLanguage_CallTheirFrenchFrench(string language) =>
        Faults.None(
            from page in site.All
            where page.Language == language && page.Status == HttpStatusCode.OK
            from fault in FrenchContent.FaultsOf(page.Document.Body!, language, page.Address, site.Portal)
            select fault
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Quizzes_InAnotherLanguage_CallTheirFrenchFrench(string language)
    {
        using var visitor = new Visitor(site.Portal, language);
        var faults = new List<string>();
        foreach (var start in new[] { () => visitor.StartQuizAsync(), () => visitor.StartQuizAsync("transcripteur"), visitor.StartOverAllAsync })
        {
            await start();
            Look();
            await visitor.AnswerAllAsync(2, 5, 4);
            Assert.True(visitor.IsResult);
            Look();
        }

        Faults.None(faults);

        void Look() => faults.AddRange(FrenchContent.FaultsOf(visitor.Page.Body!, language, visitor.Path, site.Portal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Cards_OfGuidesNotTranslated_AreInTheReadersLanguage(string language)
    {
        var page = await site.Portal.CreateClient().PageAsync(PublicPages.In(language, "/metiers?guide=Brief"));

        var cards = page.All("article.guide-card").ToList();

        Assert.NotEmpty(cards);
        Assert.All(
            cards,
            card =>
            {
                Assert.Empty(card.QuerySelectorAll("[lang]"));
                Assert.False(card.HasAttribute("lang"));
                Assert.Contains(site.Portal.Text("Guides.InFrench", language), card.QuerySelectorAll("li").Select(t => t.Words()));
            }
        );
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Guide_OnWorkForPlatforms_IsHeadedIncomeAndNoWage(string language) =>
        Assert.Equal(site.Portal.Text("Guide.Income", language), site.Guide("micro-taches-ia", language).Main.QuerySelector("#salaire h2")!.Words());

    [Theory]
    [MemberData(nameof(Languages))]
    public void Sources_FromTheInitiator_SaySoInTheReadersLanguage(string language) =>
        Faults.None(
            from page in site.All
            where page.Language == language && page.Main.Words().Contains("fourni par l", StringComparison.Ordinal)
            select $"{page.Address} names the initiator in French"
        );

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Result_InAnotherLanguage_NamesTheSameNearOccupationsInTheSameOrder(string language)
    {
        using var french = new Visitor(site.Portal);
        using var other = new Visitor(site.Portal, language);

        var (expected, found) = (await NearAsync(french), await NearAsync(other));

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Select(h => $"/{language}{h}"), found);

        static async Task<List<string>> NearAsync(Visitor visitor)
        {
            await visitor.StartQuizAsync("transcripteur");
            await visitor.AnswerAllAsync(2, 5, 4);
            return [.. visitor.Main.QuerySelectorAll(".near-list a").Select(a => a.GetAttribute("href")!)];
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Guide_NotTranslated_ShowsEverythingThatIsData(string language)
    {
        foreach (var slug in PublicPages.CompleteGuides)
        {
            var (page, french) = (site.Guide(slug, language), site.Guide(slug));

            foreach (var linked in new[] { "/centres/", "/zones/", "/plateformes/", "/orientation/" })
            {
                Assert.Equal(Linked(french, linked), Linked(page, $"/{language}{linked}").Select(l => l[(language.Length + 1)..]));
            }

            Assert.Equal(french.All("#salaire tbody tr").Count(), page.All("#salaire tbody tr").Count());
            Assert.Equal(french.All("#salaire svg rect").Count(), page.All("#salaire svg rect").Count());
            Assert.Equal(french.All("#salaire .notice-warning").Count(), page.All("#salaire .notice-warning").Count());
            Assert.Equal(french.All("#qualites > dl:first-of-type dt").Count(), page.All("#qualites > dl:first-of-type dt").Count());
            Assert.Equal(french.All("#ou svg.map .pin").Count(), page.All("#ou svg.map .pin").Count());
            Assert.Equal(
                french.All("#metiers-proches article, #evolutions article").Count(),
                page.All("#metiers-proches article, #evolutions article").Count()
            );
            Assert.NotEmpty(page.All("#sources li a"));
            Assert.NotNull(page.Main.QuerySelector($"a[href='/{language}/quiz/{slug}']"));
        }

        static IEnumerable<string> Linked(SitePage page, string under) =>
            page.Main.QuerySelectorAll($"a[href^='{under}']").Select(a => a.GetAttribute("href")!).Distinct().Order(StringComparer.Ordinal);
    }
}
