using System.Text.Json;
using AngleSharp.Dom;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>What the pages say of their sources and of pay: no claim that nobody can back.</summary>
public sealed class HonestSourceTests(PublicPages site)
{
    private const string MinimumInForce = "2 189,81 €";

    public static TheoryData<string> Guides() => [.. PublicPages.CompleteGuides];

    [Theory]
    [MemberData(nameof(Guides))]
    public void Sources_ThatNobodyOpened_ClaimNoConsultation(string slug) =>
        Assert.DoesNotContain("onsulté", site.Guide(slug).Document.GetElementById("sources")!.Words(), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Guides))]
    public void Sources_OfAGuide_LinkToNoHomePageOfALawGazette(string slug) =>
        Assert.DoesNotContain(
            site.Guide(slug).All("#sources a[href^=http]").Select(a => new Uri(a.GetAttribute("href")!)),
            a =>
                a.AbsolutePath == "/"
                && (a.Host.Contains("ejustice", StringComparison.Ordinal) || a.Host.Contains("cnt-nar", StringComparison.Ordinal))
        );

    [Theory]
    [MemberData(nameof(Guides))]
    public void Facts_FromTheInitiatorsDocument_AreMarkedWhereverTheyStand(string slug)
    {
        var page = site.Guide(slug);
        var unconfirmed = page.All("#sources li")
            .Where(l => l.Words().Contains("initiateur du portail", StringComparison.Ordinal))
            .Select(l => "#" + l.Id)
            .ToHashSet();
        var marks = page.All("a.source-mark").Where(a => unconfirmed.Contains(a.GetAttribute("href")!)).ToList();

        Assert.NotEmpty(unconfirmed);
        Assert.NotEmpty(marks);
        Assert.All(
            page.All("#sources li").Where(l => unconfirmed.Contains("#" + l.Id)),
            l =>
            {
                Assert.Contains("à vérifier", l.Words(), StringComparison.Ordinal);
                Assert.Contains("juin 2025", l.Words(), StringComparison.Ordinal);
            }
        );
        Assert.All(marks, m => Assert.Equal("à vérifier", m.NextElementSibling?.Words()));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void FiguresAndPay_OfAGuide_NameASourceThatIsNotThePortalItselfOrAreMarked(string slug)
    {
        var page = site.Guide(slug);
        var places = page.All("#chiffres > ul > li").Concat(page.All("#salaire tbody tr")).Append(PayInTheBand(page)).ToList();

        Assert.All(
            places,
            place =>
            {
                var mark = place.QuerySelector("a.source-mark");
                Assert.NotNull(mark);
                var source = page.Document.GetElementById(mark.GetAttribute("href")![1..])!.Words();
                Assert.DoesNotContain("Passerelle", source, StringComparison.Ordinal);
                Assert.DoesNotContain("Rédaction du portail", source, StringComparison.Ordinal);
                Assert.Equal(source.Contains("initiateur", StringComparison.Ordinal), place.Words().Contains("à vérifier", StringComparison.Ordinal));
            }
        );
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public void Platforms_Compared_EachCiteTheirSourceWithItsDay(string language)
    {
        var section = site.Guide("micro-taches-ia", language).Document.GetElementById("plateformes")!;
        var platforms = section
            .QuerySelectorAll("a[href*='/plateformes/']")
            .Select(a => a.ParentElement!.LocalName == "dt" ? a.ParentElement.NextElementSibling! : a.ParentElement)
            .ToList();

        Assert.NotEmpty(platforms);
        Assert.All(
            platforms,
            p =>
                Assert.True(
                    p.QuerySelector(".source-note .source-mark") is not null && p.Words().Contains("2025", StringComparison.Ordinal),
                    p.Words()
                )
        );
    }

    [Fact]
    public void Platforms_Pages_LinkTheirSourceOrMarkTheInitiatorsDocument() =>
        Assert.All(
            site.All.Where(p => p.Language == "fr" && p.Address.StartsWith("/plateformes/", StringComparison.Ordinal)),
            page =>
            {
                var note = page.Main.QuerySelector(".source-note")!;
                Assert.Equal(note.Words().Contains("initiateur", StringComparison.Ordinal), note.QuerySelector(".to-verify") is not null);
                Assert.Equal(note.Words().Contains("initiateur", StringComparison.Ordinal), note.QuerySelector("a[href^=http]") is null);
            }
        );

    [Theory]
    [MemberData(nameof(Guides))]
    public void Guide_WithFiguresThatAge_IsToBeReadAgainBeforeTheFirst(string slug)
    {
        var page = site.Guide(slug);
        var due = page.Main.QuerySelectorAll(".review-line time")[^1].GetAttribute("datetime");

        Assert.Equal(slug == "micro-taches-ia" ? "2026-12-02" : "2026-12-31", due);
        Assert.DoesNotContain("mai 2027", page.Main.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("operateur-de-numerisation", true)]
    [InlineData("micro-taches-ia", true)]
    [InlineData("annotateur-de-donnees-ia", false)]
    public void Band_OfPayThatBeginsBelowTheMinimum_WarnsAndNamesTheMinimum(string slug, bool warned)
    {
        var band = PayInTheBand(site.Guide(slug));

        var warning = band.QuerySelector(".below-minimum");
        Assert.Equal(warned, warning is not null);
        if (warned)
        {
            Assert.Contains(slug == "micro-taches-ia" ? "13,30 €" : MinimumInForce, warning!.Words(), StringComparison.Ordinal);
            Assert.Contains("1er avril 2026", warning!.Words(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public void Pay_BelowTheMinimum_IsNamedAsSuchInEveryLanguage(string language)
    {
        var page = site.Guide("operateur-de-numerisation", language);

        Assert.All(page.Main.QuerySelectorAll(".pay-line"), line => Assert.NotNull(line.QuerySelector(".below-minimum")));
        Assert.NotEmpty(page.Main.QuerySelectorAll(".pay-line"));
    }

    [Fact]
    public void Warning_OfPayBelowTheMinimum_TellsThatTheMinimumIsAYearlyAverageWithBonuses()
    {
        var salary = site.Guide("operateur-de-numerisation").Document.GetElementById("salaire")!.Words();

        Assert.Contains("moyenne sur l'année", salary.Replace('’', '\''), StringComparison.Ordinal);
        Assert.Contains("primes comprises", salary, StringComparison.Ordinal);
        Assert.Contains("avertissement", salary, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_OfAllPages_HoldNoFormerMinimumAsTheOneInForce() =>
        site.Each(p =>
            new[] { "2 111,89", "12,83" }
                .Where(old => p.Main.Words().Contains(old, StringComparison.Ordinal))
                .Select(old => $"{p.Address} says {old}")
        );

    [Theory]
    [InlineData("fr", "brut", "salaire à")]
    [InlineData("nl", "bruto", "loon:")]
    [InlineData("de", "brutto", "Lohn:")]
    [InlineData("en", "gross", "wage:")]
    public void Income_FromPlatforms_IsNeverCalledGrossPay(string language, string gross, string wage)
    {
        var page = site.Guide("micro-taches-ia", language);
        var lines = page.Main.QuerySelectorAll(".pay-line").Concat(page.All("#salaire .salary-table, #salaire figure")).ToList();

        Assert.NotEmpty(lines);
        Assert.All(
            lines,
            l =>
            {
                Assert.DoesNotContain(gross, l.Words(), StringComparison.OrdinalIgnoreCase);

                // The chart names the floor it is held against, which is a wage.
                var own = l.Words().Replace("Minimum wage:", "", StringComparison.Ordinal).Replace("Minimumloon:", "", StringComparison.Ordinal);
                Assert.DoesNotContain(wage, own, StringComparison.Ordinal);
            }
        );
        Assert.DoesNotContain(page.All("dt").Select(d => d.Words()), w => w == site.Portal.Text("Guide.SalaryFact", language) && language != "en");
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void StructuredData_OfPay_ClaimsNoDistribution(string slug)
    {
        var data = Data(site.Guide(slug));

        Assert.DoesNotContain("percentile", string.Join(' ', data.Select(d => d.GetRawText())), StringComparison.Ordinal);
        var salaries = data.Single(d => d.GetProperty("@type").GetString() == "Occupation").TryGetProperty("estimatedSalary", out var found)
            ? found.EnumerateArray().ToList()
            : [];
        Assert.Equal(slug == "micro-taches-ia", salaries.Count == 0);
        Assert.All(
            salaries,
            s =>
            {
                Assert.Equal("MonetaryAmount", s.GetProperty("@type").GetString());
                var range = s.GetProperty("value");
                Assert.Equal("QuantitativeValue", range.GetProperty("@type").GetString());
                Assert.True(range.GetProperty("minValue").GetDecimal() <= range.GetProperty("maxValue").GetDecimal());
                Assert.Equal("MONTH", range.GetProperty("unitText").GetString());
            }
        );
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Dates_OfAGuide_AreItsOwnAndTheSameForReadersAndSearchEngines(string slug)
    {
        var page = site.Guide(slug);
        var article = Data(page).Single(d => d.GetProperty("@type").GetString() == "Article");

        var modified = article.GetProperty("dateModified").GetString();
        Assert.Equal("2026-11-22", article.GetProperty("datePublished").GetString());
        Assert.Equal(modified, page.Main.QuerySelector(".review-line time")!.GetAttribute("datetime"));
        Assert.Contains("mis à jour", page.Main.QuerySelector(".review-line")!.Words(), StringComparison.Ordinal);
    }

    private static IElement PayInTheBand(SitePage page) => page.Main.QuerySelector(".key-facts")!.QuerySelector(".big")!.ParentElement!;

    private static List<JsonElement> Data(SitePage page) =>
        [.. page.All("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement)];
}
