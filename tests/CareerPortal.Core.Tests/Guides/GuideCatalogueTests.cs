using CareerPortal.Guides;
using CareerPortal.Occupations;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Guides;

public sealed class GuideCatalogueTests
{
    private static readonly GuideCatalogue Small = new(
        [
            Guide(
                "annotateur de données IA",
                "annotatrice de données IA",
                "Étiqueter des images et des textes pour l'intelligence artificielle.",
                ["data labeler"]
            ) with
            {
                Qualities = ["detail", "patience"],
                Conditions = [WorkCondition.Screen, WorkCondition.Telework],
            },
            Guide("opérateur de numérisation", "opératrice de numérisation", "Transformer des archives en fichiers.", ["scanneur"]) with
            {
                Sector = Sector.Heritage,
                Studies = StudyLevel.LowerSecondary,
                Qualities = ["patience"],
            },
            Guide("archiviste numérique", "archiviste numérique", "Garder la mémoire d'une ville.") with
            {
                Sector = Sector.Heritage,
                Studies = StudyLevel.Bachelor,
                Qualities = ["organisation"],
            },
            Guide("encodeur de données", "encodeuse de données", "Saisir ce qui est écrit sur papier.") with
            {
                Kind = GuideKind.Brief,
            },
            Guide("œuvrier d'essai", "œuvrière d'essai", "Un métier pour la ligature.") with
            {
                Sector = Sector.Management,
            },
        ],
        TestStore.Words
    );

    [Theory]
    [InlineData("annotateur")]
    [InlineData("annotatrice")]
    [InlineData("ANNOTATEURS")]
    [InlineData("annotatrices")]
    [InlineData("l'annotateur")]
    [InlineData("l’annotatrice")]
    [InlineData("anotateur")]
    [InlineData("annottateur")]
    [InlineData("annotateur donnees ia")]
    [InlineData("annotateur des données de l'IA")]
    [InlineData("annot")]
    [InlineData("data labeler")]
    public void Search_OtherWordsForATitle_FindsItFirst(string text)
    {
        var result = Small.Search(new GuideQuery { Text = text });

        Assert.Equal("annotateur-de-donnees-ia", result.Guides.Select(g => g.Slug).FirstOrDefault());
        Assert.False(result.Approximate);
    }

    [Theory]
    [InlineData("operateur", "operateur-de-numerisation")]
    [InlineData("opératrices de numérisation", "operateur-de-numerisation")]
    [InlineData("NUMERISATIONS", "operateur-de-numerisation")]
    [InlineData("encodeuses", "encodeur-de-donnees")]
    [InlineData("oeuvrier", "œuvrier-d-essai")]
    [InlineData("œuvrières", "œuvrier-d-essai")]
    [InlineData("mémoire des villes", "archiviste-numerique")]
    public void Search_AccentsGenderAndPlural_DoNotMatter(string text, string slug)
    {
        var result = Small.Search(new GuideQuery { Text = text });

        Assert.Equal(slug, result.Guides.Select(g => g.Slug).FirstOrDefault());
        Assert.False(result.Approximate);
    }

    [Theory]
    [InlineData("anoptateur", "annotateur-de-donnees-ia")]
    [InlineData("annoatteurs", "annotateur-de-donnees-ia")]
    [InlineData("annotatr1ce", "annotateur-de-donnees-ia")]
    [InlineData("annotatuer", "annotateur-de-donnees-ia")]
    [InlineData("numerisaton", "operateur-de-numerisation")]
    [InlineData("archivste", "archiviste-numerique")]
    public void Search_TypingError_FindsTheNearestAndSaysSo(string text, string slug)
    {
        var result = Small.Search(new GuideQuery { Text = text });

        Assert.Contains(slug, result.Guides.Select(g => g.Slug));
        Assert.True(result.Approximate);
    }

    [Fact]
    public void Search_WordsOfOneStem_TheNearerSpellingComesFirst()
    {
        Assert.Equal(["operateur-de-numerisation", "archiviste-numerique"], Slugs("numérisation"));
        Assert.Equal(["archiviste-numerique", "operateur-de-numerisation"], Slugs("numériques"));

        static IEnumerable<string> Slugs(string text) => Small.Search(new GuideQuery { Text = text }).Guides.Select(g => g.Slug);
    }

    [Theory]
    [InlineData("plombier")]
    [InlineData("de la")]
    [InlineData("!?")]
    [InlineData("annotateur plombier")]
    public void Search_WordsThatNoGuideHas_FindsNothing(string text)
    {
        var result = Small.Search(new GuideQuery { Text = text });

        Assert.Empty(result.Guides);
        Assert.Equal((0, 1, 1), (result.Total, result.Page, result.Pages));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Search_NoWords_ListsAllByName(string? text)
    {
        var result = Small.Search(new GuideQuery { Text = text });

        Assert.Equal(
            ["annotateur-de-donnees-ia", "archiviste-numerique", "encodeur-de-donnees", "œuvrier-d-essai", "operateur-de-numerisation"],
            result.Guides.Select(g => g.Slug)
        );
    }

    [Fact]
    public void Search_WordInTitleAndInSummary_TitleComesFirst()
    {
        var catalogue = new GuideCatalogue(
            [Guide("aide", "aide", "Travaille avec un relieur."), Guide("relieur", "relieuse", "Coud des cahiers.")],
            TestStore.Words
        );

        var result = catalogue.Search(new GuideQuery { Text = "relieur" });

        Assert.Equal(["relieur", "aide"], result.Guides.Select(g => g.Slug));
    }

    [Fact]
    public void Search_BriefGuide_IsListedAsSuch()
    {
        var result = Small.Search(new GuideQuery { Text = "encodeur" });

        Assert.Equal(GuideKind.Brief, Assert.Single(result.Guides).Kind);
    }

    [Fact]
    public void Search_EachFilter_LeavesWhatPasses()
    {
        Assert.Equal(["archiviste-numerique", "operateur-de-numerisation"], Slugs(new GuideQuery { Sector = Sector.Heritage }));
        Assert.Equal(["archiviste-numerique"], Slugs(new GuideQuery { Studies = StudyLevel.Bachelor }));
        Assert.Equal(["annotateur-de-donnees-ia"], Slugs(new GuideQuery { Condition = WorkCondition.Telework }));
        Assert.Equal(["annotateur-de-donnees-ia", "operateur-de-numerisation"], Slugs(new GuideQuery { Quality = "patience" }));
        Assert.Equal(["œuvrier-d-essai", "operateur-de-numerisation"], Slugs(new GuideQuery { Letter = "O" }));
        Assert.Equal(
            ["operateur-de-numerisation"],
            Slugs(
                new GuideQuery
                {
                    Sector = Sector.Heritage,
                    Quality = "patience",
                    Text = "archives",
                }
            )
        );

        static IEnumerable<string> Slugs(GuideQuery query) => Small.Search(query).Guides.Select(g => g.Slug);
    }

    [Fact]
    public void Search_Facets_CountWhatEachChoiceWouldLeave()
    {
        var result = Small.Search(new GuideQuery { Sector = Sector.Heritage, Quality = "patience" });

        Assert.Equal(1, result.Total);
        Assert.Equal(new Dictionary<Sector, int> { [Sector.Digital] = 1, [Sector.Heritage] = 1 }, result.Sectors);
        Assert.Equal(new Dictionary<string, int> { ["patience"] = 1, ["organisation"] = 1 }, result.Qualities);
        foreach (var (sector, count) in result.Sectors)
        {
            Assert.Equal(count, Small.Search(new GuideQuery { Sector = sector, Quality = "patience" }).Total);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1000)]
    public void Search_AnyNumberOfGuides_PagesShowEachOnceInOneOrder(int count)
    {
        var catalogue = new GuideCatalogue(
            Enumerable.Range(1, count).Select(n => Guide($"métier numéro {n}", $"métier numéro {n}", "Le même pour tous.")).Reverse(),
            TestStore.Words
        );
        var query = new GuideQuery { Text = "métier" };

        var first = catalogue.Search(query);
        var shown = Enumerable.Range(1, first.Pages).SelectMany(p => catalogue.Search(query with { Page = p }).Guides).Select(g => g.Slug).ToList();

        Assert.Equal(count, first.Total);
        Assert.Equal(Math.Max(1, (count + GuideCatalogue.PageSize - 1) / GuideCatalogue.PageSize), first.Pages);
        Assert.Equal(count, shown.Distinct().Count());
        Assert.Equal(catalogue.All.Select(g => g.Slug), shown);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 1)]
    [InlineData(99, 1)]
    public void Search_PageThatIsNotThere_ShowsTheNearest(int page, int shown) =>
        Assert.Equal(shown, Small.Search(new GuideQuery { Page = page }).Page);

    private static GuideSummary Guide(string masculine, string feminine, string summary, string[]? alternatives = null) =>
        new()
        {
            OccupationCode = masculine,
            Slug = CareerPortal
                .Search.LanguageWords.Fold(masculine)
                .Replace(' ', '-')
                .Replace('\'', '-')
                .Replace("oeuvrier", "œuvrier", StringComparison.Ordinal),
            Language = Languages.Default,
            Name = new OccupationName(Languages.Default, masculine, feminine),
            Kind = GuideKind.Complete,
            Sector = Sector.Digital,
            Studies = StudyLevel.UpperSecondary,
            Conditions = [WorkCondition.Screen],
            Qualities = ["detail"],
            Summary = summary,
            AlternativeTitles = alternatives ?? [],
        };
}
