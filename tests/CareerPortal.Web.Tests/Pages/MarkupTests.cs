namespace CareerPortal.Web.Tests.Pages;

/// <summary>Rules of HTML and of accessible structure, on every page of the site.</summary>
public sealed class MarkupTests(PublicPages site)
{
    public static TheoryData<string> Rules() => [.. PageRules.All.Keys];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_OnEveryPage_IsKept(string rule) => site.Each(PageRules.All[rule]);

    [Fact]
    public void Tables_StackedOnAPhone_NameEachCell() =>
        Faults.None(
            from page in site.All
            from table in page.All("table.stacked")
            let columns = table.QuerySelectorAll("thead th").Select(h => h.Words()).ToList()
            from row in table.QuerySelectorAll("tbody tr")
            let labels = row.QuerySelectorAll("td").Select(c => Wording.Plain(c.GetAttribute("data-label") ?? "")).ToList()
            where !labels.SequenceEqual(columns.Skip(1))
            select page.Where(row)
        );

    [Theory]
    [InlineData("annotateur-de-donnees-ia", 1)]
    [InlineData("micro-taches-ia", 2)]
    public void WideTables_OfAGuide_AreStacked(string slug, int expected) => Assert.Equal(expected, site.Guide(slug).All("table.stacked").Count());

    [Fact]
    public void Sections_OfALongGuide_LeadBackToTheContents() =>
        Assert.All(
            site.Guide("annotateur-de-donnees-ia").All(".guide-section"),
            s => Assert.Equal("#sommaire", s.QuerySelector(".back-to-contents a")?.GetAttribute("href"))
        );

    [Fact]
    public void Anchors_OnEveryPage_Resolve() =>
        site.Each(p =>
            from link in p.All("a[href*='#'],form[action*='#']")
            let parts = (link.GetAttribute("href") ?? link.GetAttribute("action"))!.Split('#')
            where parts[0].Length == 0 || parts[0].StartsWith('/')
            let target = parts[0].Length == 0 ? p
            : site.Holds(parts[0]) ? site[parts[0]]
            : null
            where target?.Document.GetElementById(Uri.UnescapeDataString(parts[1])) is null
            select $"{p.Where(link)} leads to « {parts[0]}#{parts[1]} », which is not there"
        );

    [Fact]
    public async Task Files_OfEveryPage_AreThere()
    {
        var client = site.Portal.CreateClient();
        var files = site
            .All.SelectMany(p =>
                p.All("link[href]:not([rel=canonical]):not([rel=alternate]),script[src],img[src],meta[property='og:image']")
                    .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src") ?? new Uri(e.GetAttribute("content")!).PathAndQuery)
            )
            .Distinct()
            .ToList();
        var faults = new List<string>();

        foreach (var file in files)
        {
            using var response = await client.GetAsync(new Uri(file, UriKind.Relative), TestContext.Current.CancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                faults.Add($"{file} answers {(int)response.StatusCode}");
            }
        }

        Assert.NotEmpty(files);
        Faults.None(faults);
    }
}
