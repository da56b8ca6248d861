using System.Text.Json;

namespace CareerPortal.Web.Tests.Pages;

/// <summary>What search engines and shared links read.</summary>
public sealed class HeadTests(PublicPages site)
{
    private const int LongestDescription = 200;

    [Fact]
    public void Title_OfEveryPage_NamesPageAndSite() =>
        site.Each(p =>
            p.Document.Title is { Length: > 14 } title && title.EndsWith("Passerelle", StringComparison.Ordinal)
                ? []
                : [$"{p.Address}: title « {p.Document.Title} »"]
        );

    [Fact]
    public void Title_OfEveryPage_IsItsOwn() =>
        Faults.None(
            site.All.Where(p => !p.Address.Contains('?', StringComparison.Ordinal))
                .GroupBy(p => (p.Language, p.Document.Title))
                .Where(g => g.Count() > 1)
                .Select(g => $"« {g.Key.Title} »: {string.Join(", ", g.Select(p => p.Address))}")
        );

    [Fact]
    public void Description_OfEveryIndexedPage_IsThereAndShort() =>
        site.Each(p =>
            (Hidden(p), Meta(p, "description")) switch
            {
                (true, _) => [],
                (_, null or "") => [$"{p.Address} has no description"],
                (_, { Length: > LongestDescription } long_) => [$"{p.Address}: description of {long_.Length} characters"],
                (_, { Length: < 20 } short_) => [$"{p.Address}: description « {short_} »"],
                _ => [],
            }
        );

    [Fact]
    public void Canonical_OfEveryIndexedPage_IsItsOwnAddress() =>
        site.Each(p =>
        {
            var canonical = p.All("link[rel=canonical]").Select(l => new Uri(l.GetAttribute("href")!).AbsolutePath).ToList();
            var expected = p.Address.Split('?')[0];
            return Hidden(p) || canonical.Count == 1 && (canonical[0] == expected || Untranslated(p) && canonical[0] == expected[3..])
                ? []
                : [$"{p.Address}: canonical {string.Join(", ", canonical)}"];
        });

    [Fact]
    public void Alternates_OfEveryIndexedPage_LeadToPagesThatSayTheSame() =>
        site.Each(p =>
            from link in p.All("link[rel=alternate][hreflang]")
            let path = new Uri(link.GetAttribute("href")!).AbsolutePath
            let language = link.GetAttribute("hreflang")
            where !site.Holds(path) || language is not "x-default" && site[path].Language != language
            select $"{p.Address}: {language} leads to {path}"
        );

    [Fact]
    public void Alternates_OfTranslatedPages_AreTheFourLanguages() =>
        site.Each(p =>
            Hidden(p)
            || p.Address.Contains("/metiers/", StringComparison.Ordinal)
            || p.All("link[rel=alternate][hreflang]")
                .Select(l => l.GetAttribute("hreflang"))
                .Where(l => l != "x-default")
                .Order()
                .SequenceEqual(["de", "en", "fr", "nl"])
                ? []
                : [$"{p.Address}: alternates {string.Join(", ", p.All("link[rel=alternate][hreflang]").Select(l => l.GetAttribute("hreflang")))}"]
        );

    [Fact]
    public void SharedData_OfEveryIndexedPage_IsWhole() =>
        site.Each(p =>
            Hidden(p)
                ? []
                : new[] { "og:title", "og:description", "og:type", "og:url", "og:site_name", "og:image" }
                    .Where(name => string.IsNullOrEmpty(p.Document.QuerySelector($"meta[property='{name}']")?.GetAttribute("content")))
                    .Select(name => $"{p.Address} has no {name}")
        );

    [Fact]
    public void StructuredData_OfEveryPage_CanBeRead() =>
        site.Each(p =>
            Data(p)
                .Where(d =>
                    d.ValueKind != JsonValueKind.Object
                    || d.GetProperty("@context").GetString() != "https://schema.org"
                    || d.GetProperty("@type").GetString() is null
                )
                .Select(d => $"{p.Address}: {d}")
        );

    [Theory]
    [MemberData(nameof(Guides))]
    public void StructuredData_OfACompleteGuide_TellsArticleOccupationTrailAndQuestions(string slug)
    {
        var page = site.Guide(slug);

        var data = Data(page).ToDictionary(d => d.GetProperty("@type").GetString()!);

        Assert.Equal(["Article", "BreadcrumbList", "FAQPage", "Occupation"], data.Keys.Order());
        Assert.Equal(page.All("h1").Single().Words(), Wording.Plain(data["Occupation"].GetProperty("name").GetString()!));
        Assert.Equal("fr", data["Article"].GetProperty("inLanguage").GetString());
        Assert.True(DateOnly.TryParseExact(data["Article"].GetProperty("dateModified").GetString(), "yyyy-MM-dd", out _));
        Assert.EndsWith($"/metiers/{slug}", data["Article"].GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            page.All("#questions summary").Select(s => s.Words()),
            data["FAQPage"].GetProperty("mainEntity").EnumerateArray().Select(q => Wording.Plain(q.GetProperty("name").GetString()!)),
            PlainTypography.Comparer
        );
        Assert.Equal(
            [1, 2, 3],
            data["BreadcrumbList"].GetProperty("itemListElement").EnumerateArray().Select(s => s.GetProperty("position").GetInt32())
        );
    }

    public static TheoryData<string> Guides() => [.. PublicPages.CompleteGuides];

    private static bool Hidden(SitePage page) => Meta(page, "robots")?.Contains("noindex", StringComparison.Ordinal) == true;

    /// <summary>A guide that stands in French only: its page in another language points to the French one.</summary>
    private static bool Untranslated(SitePage page) => page.Language != "fr" && page.Address.Contains("/metiers/", StringComparison.Ordinal);

    private static string? Meta(SitePage page, string name) => page.Document.QuerySelector($"meta[name='{name}']")?.GetAttribute("content");

    private static IEnumerable<JsonElement> Data(SitePage page) =>
        page.All("script[type='application/ld+json']").Select(s => JsonDocument.Parse(s.TextContent).RootElement);
}
