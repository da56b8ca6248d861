using System.Net;
using CareerPortal.Catalogue;
using Microsoft.Extensions.DependencyInjection;

namespace CareerPortal.Web.Tests.Pages;

public sealed class GuideListTests(PublicPages site)
{
    [Theory]
    [InlineData("numérisation", "/metiers/operateur-de-numerisation")]
    [InlineData("numerisation", "/metiers/operateur-de-numerisation")]
    [InlineData("NUMERISATION", "/metiers/operateur-de-numerisation")]
    [InlineData("operatrice numerisation", "/metiers/operateur-de-numerisation")]
    [InlineData("annotatrices", "/metiers/annotateur-de-donnees-ia")]
    [InlineData("anotateur", "/metiers/annotateur-de-donnees-ia")]
    [InlineData("annot", "/metiers/annotateur-de-donnees-ia")]
    [InlineData("micro tâche", "/metiers/micro-taches-ia")]
    [InlineData("secrétaire", "/metiers/employe-administratif")]
    [InlineData("archives", "/metiers/archiviste-numerique")]
    [InlineData("l'annotateur de données", "/metiers/annotateur-de-donnees-ia")]
    public async Task Search_ByWhatPeopleType_FindsTheGuide(string typed, string address)
    {
        var page = await AskAsync($"q={Uri.EscapeDataString(typed)}");

        Assert.Contains(address, Found(page));
    }

    [Fact]
    public async Task Search_ForAMistypedWord_SaysThatTheAnswerIsNear()
    {
        var page = await AskAsync("q=numerizattion");

        Assert.True(PlainTypography.Says(page.Main.Words(), site.Portal.Text("Guides.Approximate", "fr", "numerizattion")));
    }

    [Theory]
    [InlineData("zzyzx")]
    [InlineData("xylophone")]
    public async Task Search_ForNothingThatIsThere_TellsHowManyThereAreAndOffersWaysOn(string typed)
    {
        var all = await TotalAsync();

        var page = await AskAsync("q=" + typed);

        Assert.Empty(Found(page));
        Assert.True(PlainTypography.Says(page.Main.QuerySelector("h2")!.Words(), site.Portal.Text("Guides.UnknownHeading", "fr", typed)));
        Assert.Contains(
            page.Main.QuerySelectorAll("a"),
            a => a.Words() == Wording.Plain(site.Portal.Text("Guides.UnknownAll", "fr", all)) && a.GetAttribute("href") == "/metiers"
        );
        Assert.Equal(
            ["/quiz/orientation", "/centres/forem", "/centres/actiris"],
            Links(page).Where(l => l.StartsWith("/quiz/", StringComparison.Ordinal) || l.StartsWith("/centres/", StringComparison.Ordinal))
        );
        Assert.Contains("/metiers?domaine=A", Links(page));
        Assert.Null(page.Main.QuerySelector(".az-nav, .filters"));
        Faults.None(PageRules.FaultsOf(page));
    }

    [Fact]
    public async Task Search_ForATitleAndAnotherWord_OffersTheNearTitle()
    {
        var page = await AskAsync("q=annotateur%20plombier");

        Assert.Empty(Found(page));
        Assert.Contains("/metiers/annotateur-de-donnees-ia", Links(page));
    }

    [Fact]
    public async Task Search_FoundInTheText_ShowsWhereWithTheWordMarked()
    {
        var page = await AskAsync("q=Remotasks");

        var card = Assert.Single(
            page.Main.QuerySelectorAll("article"),
            a => a.QuerySelector("a")!.GetAttribute("href") == "/metiers/micro-taches-ia"
        );
        Assert.Contains(card.QuerySelectorAll(".found mark"), m => m.TextContent == "Remotasks");
    }

    [Fact]
    public async Task Search_ForWhatOnlyAConditionTells_NamesIt()
    {
        var page = await AskAsync("q=horaires%20flexibles");

        Assert.Contains(page.Main.QuerySelectorAll(".found mark"), m => m.Words() == site.Portal.Text("Condition.FlexibleHours"));
    }

    [Theory]
    [InlineData("le")]
    [InlineData("?")]
    [InlineData("je cherche un travail")]
    public async Task Search_ForNoWordThatSaysAnything_ListsAllAndPointsToTheQuiz(string typed)
    {
        var page = await AskAsync("q=" + Uri.EscapeDataString(typed));

        Assert.Equal(Found(await AskAsync("")), Found(page));
        Assert.Contains("/quiz/orientation", Links(page));
        Assert.Equal(typed, page.Main.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.True(PlainTypography.Says(page.Main.Words(), site.Portal.Text("Guides.AsksNothing", "fr", typed)));
    }

    [Fact]
    public async Task Letters_AfterWords_AreNotShown()
    {
        Assert.NotNull((await AskAsync("")).Main.QuerySelector(".az-nav"));
        Assert.NotNull((await AskAsync("lettre=T")).Main.QuerySelector(".az-nav"));
        Assert.Null((await AskAsync("q=archives")).Main.QuerySelector(".az-nav"));
    }

    [Fact]
    public async Task Words_WithAFilterTooMany_AreOfferedWithoutIt()
    {
        var page = await AskAsync("q=archives&etudes=NoDiploma&secteur=Heritage");

        Assert.Empty(Found(page));
        Assert.Contains("/metiers?q=archives", Links(page));
        Assert.NotEmpty(Found(await AskAsync("q=archives")));
    }

    [Fact]
    public async Task Search_Asked_IsKeptForNobodyElse()
    {
        var first = await site.Portal.CreateClient().GetAsync("/metiers?q=transcripteur", TestContext.Current.CancellationToken);
        var plain = await site.Portal.CreateClient().GetAsync("/metiers", TestContext.Current.CancellationToken);

        Assert.Null(first.Headers.ETag);
        Assert.NotNull(plain.Headers.ETag);
        Assert.DoesNotContain(
            "value=\"transcripteur\"",
            await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("q=%EF%BF%BE")]
    [InlineData("q=%EF%B7%90annotateur")]
    public async Task Query_WithNoncharacters_IsAnswered(string query)
    {
        var page = await AskAsync(query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
    }

    [Fact]
    public async Task Query_CutInsideASurrogatePair_IsCutBeforeIt()
    {
        var page = await AskAsync("q=" + Uri.EscapeDataString(new string('a', 99) + "\U0001F600"));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(new string('a', 99), page.Main.QuerySelector("input[name=q]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task EveryFilter_OfTheList_FindsAsManyGuidesAsItPromises()
    {
        var faults = new List<string>();
        foreach (var select in site["/metiers"].All("form select"))
        {
            foreach (var option in select.QuerySelectorAll("option").Where(o => o.GetAttribute("value") is { Length: > 0 }))
            {
                var promised = int.Parse(
                    string.Concat(option.Words().Split('(', ')')[^2].Where(char.IsAsciiDigit)),
                    System.Globalization.CultureInfo.InvariantCulture
                );
                var page = await AskAsync($"{select.GetAttribute("name")}={option.GetAttribute("value")}");
                var told = page.Main.QuerySelector("[role=status]")!.Words();
                var expected = promised > 1 ? site.Portal.Text("Guides.CountMany", "fr", promised) : site.Portal.Text("Guides.CountOne");
                if (Wording.Plain(told) != expected)
                {
                    faults.Add($"{option.Words()}: {told}");
                }
            }
        }

        Faults.None(faults);
    }

    [Fact]
    public async Task Filters_Chosen_StayChosenAndEachCanBeTakenAway()
    {
        var page = await AskAsync("q=donnees&secteur=Digital&etudes=&condition=Screen");

        Assert.Equal("donnees", page.Main.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.NotNull(page.Main.QuerySelector("select[name=condition] option[value=Screen][selected]"));
        var removals = page
            .Main.QuerySelectorAll("a")
            .Where(a => a.Name().StartsWith(site.Portal.Text("Guides.RemoveFilter") + " ", StringComparison.Ordinal))
            .Select(a => a.GetAttribute("href")!)
            .ToList();
        Assert.Contains("/metiers?q=donnees&condition=Screen", removals);
        Assert.Contains(removals, r => !r.Contains("q=", StringComparison.Ordinal) && r.Contains("condition=Screen", StringComparison.Ordinal));
        Assert.Contains(removals, r => r.Contains("q=donnees", StringComparison.Ordinal) && !r.Contains("condition", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Removal_OfAFilter_IsNamedInOnePhrase()
    {
        var page = await AskAsync("q=zzz");

        var removal = page.Main.QuerySelectorAll("a.chip").Single();
        Assert.Equal("Retirer le filtre « zzz »", removal.GetAttribute("aria-label") is { } name ? Wording.Plain(name) : "");
        Assert.Contains("zzz", removal.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_Chosen_ShowsOnlyThatLetter()
    {
        var page = await AskAsync("lettre=o");

        Assert.NotEmpty(Found(page));
        Assert.All(page.Main.QuerySelectorAll("article h2"), h => Assert.Matches("^[OŒÔ]", h.Words()));
    }

    [Theory]
    [InlineData("page=999")]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=abc")]
    [InlineData("page=99999999999999999999")]
    [InlineData("secteur=Nowhere")]
    [InlineData("secteur=1")]
    [InlineData("qualite=charisme")]
    [InlineData("lettre=%C3%A9")]
    [InlineData("lettre=ABC")]
    [InlineData("q=%20%20")]
    [InlineData("q=%00")]
    [InlineData("q=%F0%9F%98%80%F0%9F%98%80")]
    [InlineData("q=%ED%A0%80")]
    [InlineData("q=%25%5B%5D%28%2A%29%5C%27%22")]
    [InlineData("q=le")]
    public async Task Query_ThatMakesNoSense_IsStillAList(string query)
    {
        var page = await AskAsync(query);

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Single(page.All("h1"));
        Faults.None(PageRules.FaultsOf(page));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("' onfocus='alert(1)")]
    [InlineData("{{7*7}}${7*7}")]
    public async Task Query_WithMarkup_IsShownAsText(string typed)
    {
        var page = await AskAsync($"q={Uri.EscapeDataString(typed)}");

        Assert.Equal(typed, page.Main.QuerySelector("input[name=q]")!.GetAttribute("value"));
        Assert.Empty(page.Main.QuerySelectorAll("script,img,[onerror],[onfocus]"));
        Faults.None(PageRules.FaultsOf(page));
    }

    [Fact]
    public async Task Query_OfGreatLength_IsCut()
    {
        var page = await AskAsync("q=" + new string('a', 5000));

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(100, page.Main.QuerySelector("input[name=q]")!.GetAttribute("value")!.Length);
        Assert.DoesNotContain(new string('a', 101), page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_OfTheList_HoldEveryGuideOnce()
    {
        var found = new List<string>();
        SitePage page;
        var number = 1;
        do
        {
            page = await AskAsync($"page={number++}");
            found.AddRange(Found(page));
        } while (page.Main.QuerySelector("a[rel=next]") is not null);

        Assert.True(number > 2);
        Assert.Equal(await TotalAsync(), found.Count);
        Assert.Superset(
            site.All.Select(p => p.Address.Split('?')[0])
                .Where(a => a.StartsWith("/metiers/", StringComparison.Ordinal) && a != "/metiers/comparer")
                .ToHashSet(),
            found.ToHashSet()
        );
        Assert.Equal(found.Count, found.Distinct().Count());
    }

    /// <summary>How many occupations the site has, guides and catalogue.</summary>
    private async Task<int> TotalAsync() =>
        (
            await site
                .Portal.Services.GetRequiredService<OccupationSearch>()
                .SearchAsync("fr", new OccupationQuery(), TestContext.Current.CancellationToken)
        ).Total;

    private static List<string> Links(SitePage page) => [.. page.Main.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!)];

    private static List<string> Found(SitePage page) => [.. page.Main.QuerySelectorAll("article h2 a").Select(a => a.GetAttribute("href")!)];

    private Task<SitePage> AskAsync(string query) => site.Portal.CreateClient().PageAsync("/metiers?" + query);
}
