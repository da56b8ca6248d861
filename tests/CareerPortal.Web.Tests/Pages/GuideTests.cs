namespace CareerPortal.Web.Tests.Pages;

/// <summary>The three complete guides, section by section.</summary>
public sealed class GuideTests(PublicPages site)
{
    private static readonly string[] Sections =
    [
        "introduction",
        "chiffres",
        "missions",
        "qualites",
        "outils",
        "journee",
        "salaire",
        "belgique",
        "portrait",
        "formation",
        "lieux",
        "plus-et-moins",
        "conseils",
        "auto-evaluation",
        "questions",
        "ou",
        "metiers-proches",
        "evolutions",
        "parler",
        "sources",
    ];

    private static readonly string[] MicroTaskSections =
    [
        "types-de-taches",
        "plateformes",
        "estimateur",
        "signes-d-alerte",
        "precautions",
        "statut",
        "perspectives",
    ];

    public static TheoryData<string> Guides() => [.. PublicPages.CompleteGuides];

    [Theory]
    [MemberData(nameof(Guides))]
    public void Guide_Complete_HasEverySectionWithContent(string slug)
    {
        var page = site.Guide(slug);
        var sections = slug == "micro-taches-ia" ? Sections.Concat(MicroTaskSections) : Sections;

        Faults.None(
            sections
                .Select(id => (Id: id, Section: page.Document.GetElementById(id)))
                .Where(s =>
                    s.Section?.QuerySelector("h2") is not { } heading
                    || s.Section.Words().Length < heading.Words().Length + 100
                    || s.Section.QuerySelectorAll("p,li,dd,td").Length == 0
                )
                .Select(s => $"{slug} says nothing under #{s.Id}")
        );
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Contents_OfAGuide_ListItsSectionsInOrder(string slug)
    {
        var page = site.Guide(slug);
        var headings = page.All("main section[id] h2").Select(h => (h.Closest("section")!.Id, h.Words()));

        var lists = page.All("ol").Where(l => l.QuerySelector("a[href='#missions']") is not null).ToList();

        Assert.NotEmpty(lists);
        Assert.All(lists, l => Assert.Equal(headings, l.QuerySelectorAll("a").Select(a => ((string?)a.GetAttribute("href")![1..], a.Words()))));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Guide_Complete_InvitesToItsQuizThreeTimes(string slug) =>
        Assert.Equal(3, site.Guide(slug).Main.QuerySelectorAll($"a[href='/quiz/{slug}']").Length);

    [Theory]
    [MemberData(nameof(Guides))]
    public void KeyFacts_OfACompleteGuide_AreFour(string slug)
    {
        var facts = site.Guide(slug).Main.QuerySelector("dl")!;

        Assert.Equal(
            new[]
            {
                "Guide.StudiesFact",
                "Guide.QualitiesFact",
                slug == "micro-taches-ia" ? "Guide.IncomeFact" : "Guide.SalaryFact",
                "Guide.ConditionsFact",
            }.Select(k => site.Portal.Text(k)),
            facts.QuerySelectorAll("dt").Select(d => d.Words())
        );
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Figures_OfACompleteGuide_CarrySourceAndDate(string slug)
    {
        var page = site.Guide(slug);

        Assert.All(
            page.All("#chiffres > ul > li"),
            figure =>
            {
                Assert.NotNull(figure.QuerySelector("a[href^='#source-']"));
                Assert.Matches(@"\b20\d\d\b", figure.Words());
            }
        );
        Assert.All(page.All("#salaire tbody tr"), row => Assert.NotNull(row.QuerySelector("a[href^='#source-']")));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Sources_AtTheFoot_AreEachCitedAbove(string slug)
    {
        var page = site.Guide(slug);
        var cited = page.All("a[href^='#source-']").Select(a => a.GetAttribute("href")![1..]).ToHashSet();

        Assert.Equal(page.All("#sources li").Select(l => l.Id!).Order(), cited.Order());
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Salary_OfACompleteGuide_IsDrawnAndTabled(string slug)
    {
        var salary = site.Guide(slug).Document.GetElementById("salaire")!;

        Assert.Equal(salary.QuerySelectorAll("tbody tr").Length, salary.QuerySelectorAll("svg rect").Length);
        Assert.Contains("13,30 €", salary.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void Salary_BelowTheMinimumWage_IsSaid()
    {
        var micro = site.Guide("micro-taches-ia").Document.GetElementById("salaire")!;

        Assert.Contains(
            PlainTypography.Comparer.GetHashCode(site.Portal.Text("Salary.BelowNoticeForeign")),
            micro.QuerySelectorAll("p").Select(p => PlainTypography.Comparer.GetHashCode(p.Words()))
        );
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Review_OfAGuide_IsDated(string slug) =>
        Assert.Contains(
            site.Guide(slug).Main.QuerySelectorAll("time[datetime]"),
            t => DateOnly.TryParseExact(t.GetAttribute("datetime"), "yyyy-MM-dd", out _) && t.Words().Contains("20", StringComparison.Ordinal)
        );

    [Theory]
    [MemberData(nameof(Guides))]
    public void Guide_InAnotherLanguage_SaysWhereTheFrenchOneIs(string slug)
    {
        foreach (var language in PublicPages.LanguageCodes.Skip(1))
        {
            var page = site.Guide(slug, language);

            var link = Assert.Single(page.Main.QuerySelectorAll($"a[href='/metiers/{slug}']"));
            Assert.Equal("fr", link.GetAttribute("hreflang"));
        }
    }

    [Fact]
    public void Guides_AtLeastTenBriefOnes_StandBesideTheThree() =>
        Assert.True(site.All.Count(p => p.Language == "fr" && p.Address.StartsWith("/metiers/", StringComparison.Ordinal)) >= 13);
}
