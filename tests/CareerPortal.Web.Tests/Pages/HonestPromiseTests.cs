using System.Globalization;
using System.Text.RegularExpressions;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>What the site says of its guides is what they are: how many are complete, and how long they take to read.</summary>
public sealed class HonestPromiseTests(PublicPages site)
{
    /// <summary>French read in silence: 195 words a minute, give or take 26 (Trauzettel-Klosinski and Dietz, 2012).</summary>
    private const double WordsAMinute = 195;

    public static TheoryData<string> Guides() => [.. PublicPages.CompleteGuides];

    [Fact]
    public void Site_InAnyLanguage_PromisesNoGuideInTenMinutes() =>
        site.Each(page =>
            Regex.IsMatch(
                page.Main.Words(),
                "(guide|gids|Ratgeber)[^.]*(dix minutes|tien minuten|zehn Minuten|ten minutes)|prenez dix minutes",
                RegexOptions.IgnoreCase
            )
                ? [$"{page.Address} speaks of ten minutes"]
                : []
        );

    [Theory]
    [MemberData(nameof(Guides))]
    public void Guide_Complete_SaysHowLongItTakes(string slug)
    {
        var page = site.Guide(slug);
        var words = page.All("main section[id]").Where(s => s.Id is not "sources" and not "estimateur").Sum(s => Count(s.Words()));

        var said = Regex.Match(page.Document.QuerySelector(".guide-hero")!.Words(), @"environ (\d+) minutes");

        Assert.True(said.Success);
        TestContext.Current.TestOutputHelper?.WriteLine($"{slug}: {words} words, {words / WordsAMinute:0.0} min, said {said.Value}");
        Assert.InRange(Minutes(said), (words / WordsAMinute) - 4, (words / WordsAMinute) + 5);
    }

    [Theory]
    [InlineData("fr", @"(\d+) à (\d+) minutes")]
    [InlineData("nl", @"(\d+) tot (\d+) minuten")]
    [InlineData("de", @"(\d+) bis (\d+) Minuten")]
    [InlineData("en", @"(\d+) to (\d+) minutes")]
    public void Home_OfTheSite_GivesTheTimesOfItsGuides(string language, string pattern)
    {
        var minutes = PublicPages
            .CompleteGuides.Select(g => Minutes(Regex.Match(site.Guide(g).Document.QuerySelector(".guide-hero")!.Words(), @"environ (\d+) minutes")))
            .ToList();

        var said = Regex.Match(site[PublicPages.In(language, "/")].Main.Words(), pattern);

        Assert.True(said.Success);
        Assert.Equal((minutes.Min(), minutes.Max()), (Minutes(said), int.Parse(said.Groups[2].Value, CultureInfo.InvariantCulture)));
    }

    [Theory]
    [MemberData(nameof(Guides))]
    public void Summary_OfACompleteGuide_IsReadInTwoMinutesAndHoldsTheWhole(string slug)
    {
        var page = site.Guide(slug);
        var summary = page.Document.QuerySelector("section[aria-labelledby=en-bref]")!;

        Assert.InRange(Count(summary.Words()) / WordsAMinute, 0.5, 2);
        Assert.Equal(
            new[] { "Glance.What", "Glance.ForWhom", "Glance.Pay", "Glance.WayIn" }.Select(k => site.Portal.Text(k)),
            summary.QuerySelectorAll("dt").Select(t => t.Words())
        );
        Assert.All(summary.QuerySelectorAll("dd"), d => Assert.InRange(Count(d.Words()), 3, 120));
        Assert.Equal(
            ["Guide.Pros", "Guide.Cons"],
            summary.QuerySelectorAll("h3").Select(h => new[] { "Guide.Pros", "Guide.Cons" }.Single(k => site.Portal.Text(k) == h.Words()))
        );
        Assert.All(summary.QuerySelectorAll(".pros-cons ul"), l => Assert.Equal(3, l.Children.Length));
    }

    [Fact]
    public void Summary_OfABriefGuide_IsNotMade()
    {
        var brief = site
            .All.Where(p =>
                p.Language == "fr"
                && p.Address.StartsWith("/metiers/", StringComparison.Ordinal)
                && !PublicPages.CompleteGuides.Any(g => p.Address.EndsWith(g, StringComparison.Ordinal))
            )
            .ToList();

        Assert.True(brief.Count >= 10);
        Assert.All(brief, p => Assert.Null(p.Document.QuerySelector("#en-bref")));
        Assert.All(brief, p => Assert.DoesNotMatch(@"\d+ minutes de lecture", p.Main.Words()));
    }

    [Theory]
    [InlineData("/", ".home-hero")]
    [InlineData("/metiers", ".list-head")]
    public void Page_ThatOffersGuides_CountsCompleteAndBrief(string address, string place)
    {
        var brief =
            site.All.Count(p => p.Language == "fr" && p.Address.StartsWith("/metiers/", StringComparison.Ordinal) && !p.IsHidden)
            - PublicPages.CompleteGuides.Length;

        var said = site[address].Main.QuerySelector(place)!.Words();

        Assert.Contains("3 guides complets", said, StringComparison.Ordinal);
        Assert.Contains($"{brief} fiches brèves", said, StringComparison.Ordinal);
        Assert.DoesNotContain("disent tout", site[address].Main.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cards_OfTheList_SayWhatIsCompleteAndWhatIsBrief()
    {
        var complete = await site.Portal.CreateClient().PageAsync("/metiers?guide=Complete");
        var brief = await site.Portal.CreateClient().PageAsync("/metiers?guide=Brief");

        Assert.Equal(PublicPages.CompleteGuides.Length, complete.Main.QuerySelectorAll("article").Length);
        Assert.All(complete.Main.QuerySelectorAll("article .tags"), t => Assert.Matches(@"Guide complet, \d+ min", t.Words()));
        Assert.NotEmpty(brief.Main.QuerySelectorAll("article"));
        Assert.All(brief.Main.QuerySelectorAll("article .tags"), t => Assert.Contains("Fiche brève", t.Words(), StringComparison.Ordinal));
    }

    private static int Count(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(w => w.Any(char.IsLetterOrDigit));

    private static int Minutes(Match said) => int.Parse(said.Groups[1].Value, CultureInfo.InvariantCulture);
}
