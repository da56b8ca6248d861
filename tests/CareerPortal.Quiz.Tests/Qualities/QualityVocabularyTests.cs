using System.Text;
using System.Text.Json;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Tests.Qualities;

public sealed class QualityVocabularyTests
{
    [Fact]
    public void Resolve_AccentsAndCase_AreFolded()
    {
        var words = Small().Vocabulary.Resolve("MINUTIE, Méthode");

        Assert.Equal(["detail", "organisation"], words.QualityIds);
    }

    [Fact]
    public void Resolve_TwoSynonymsOverlap_TakesTheLongest()
    {
        var words = Small().Vocabulary.Resolve("Esprit d'équipe");

        Assert.Equal(["equipe"], words.QualityIds);
    }

    [Fact]
    public void Resolve_UnknownEntry_IsReportedNotDropped()
    {
        var words = Small().Vocabulary.Resolve("Patience, zygomatique");

        Assert.Equal(["zygomatique"], words.Unknown);
        Assert.Equal(2, words.Words.Count);
    }

    [Fact]
    public void Resolve_TwoQualitiesInOneEntry_FindsBoth()
    {
        var words = Small().Vocabulary.Resolve("Patience et minutie");

        Assert.Equal(["patience", "detail"], words.QualityIds);
    }

    [Fact]
    public void Resolve_PartOfAWord_DoesNotCount() => Assert.Equal(["Impatience"], Small().Vocabulary.Resolve("Impatience").Unknown);

    [Fact]
    public void Resolve_Prerequisite_IsNotAQuality()
    {
        var words = Small().Vocabulary.Resolve("Bonne acuité visuelle");

        Assert.Equal(["acuite-visuelle"], words.PrerequisiteIds);
        Assert.Empty(words.QualityIds);
    }

    [Fact]
    public void Read_SynonymOfTwoQualities_IsRefused() => Assert.Throws<FormatException>(() => Small(("rigueur", "sérieux"), ("effort", "serieux")));

    [Fact]
    public void Read_MissingQuality_NamesIt()
    {
        var problem = Assert.Throws<FormatException>(() => QualityCatalogue.Read(new MemoryStream("""{"format":1,"qualities":[]}"""u8.ToArray())));

        Assert.Contains("rigueur", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_MissingLanguage_NamesQualityAndLanguage()
    {
        const string json = """{"format":1,"qualities":[{"id":"rigueur","label":{"fr":"Rigueur","nl":"n","de":"d"}}]}""";

        var problem = Assert.Throws<FormatException>(() => QualityCatalogue.Read(new MemoryStream(Encoding.UTF8.GetBytes(json))));

        Assert.Contains("'rigueur' has no label in en", problem.Message, StringComparison.Ordinal);
    }

    private static QualityCatalogue Small(params (string Id, string Synonym)[] more)
    {
        (string Id, string Synonym)[] synonyms =
        [
            ("detail", "minutie"),
            ("organisation", "méthode"),
            ("logique", "esprit"),
            ("equipe", "esprit d'équipe"),
            .. more,
        ];
        var qualities = QualityIds.All.Select(id => new
        {
            id,
            label = InAll(id),
            definition = InAll(id),
            synonyms = synonyms.Where(pair => pair.Id == id).Select(pair => pair.Synonym),
        });
        var prerequisites = new[]
        {
            new
            {
                id = "acuite-visuelle",
                label = InAll("Acuité visuelle"),
                synonyms = new[] { "bonne vue" },
            },
        };
        return QualityCatalogue.Read(
            new MemoryStream(
                JsonSerializer.SerializeToUtf8Bytes(
                    new
                    {
                        format = 1,
                        qualities,
                        prerequisites,
                    }
                )
            )
        );
    }

    private static Dictionary<string, string> InAll(string text) => QuizText.Languages.ToDictionary(language => language, _ => text);
}
