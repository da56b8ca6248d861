using CareerPortal.Search;
using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Search;

/// <summary>What a Dutch reader finds: the guides in Dutch, and those that still stand in French under a Dutch title.</summary>
public sealed class MixedLanguageIndexTests
{
    private const int Translated = 0;
    private const int Untranslated = 1;

    private static readonly SearchIndex Dutch = new(
        [
            Document(
                (SearchField.Title, "boekbinder boekbindster", "nl"),
                (SearchField.OtherTitle, "relieur", "fr"),
                (SearchField.Text, "Je naait de katernen met draad en je werkt met lijm van de atelier.", "nl"),
                (SearchField.Text, "Zonder opleiding leer je het in het bedrijf; een les duurt twee uren.", "nl")
            ),
            Document(
                (SearchField.Title, "graveur graveerster", "nl"),
                (SearchField.OtherTitle, "graveuse", "fr"),
                (SearchField.Fact, "Les plaques de cuivre se gravent à la main.", "fr"),
                (SearchField.Text, "On se sert d'un logiciel Gravograph et l'on suit une formation sans diplôme.", "fr")
            ),
        ],
        [],
        TestStore.Words,
        "nl"
    );

    [Theory]
    [InlineData("boekbindsters", Translated)]
    [InlineData("katern", Translated)]
    [InlineData("lessen", Translated)]
    [InlineData("relieurs", Translated)]
    [InlineData("graveersters", Untranslated)]
    [InlineData("plaque", Untranslated)]
    [InlineData("cuivres", Untranslated)]
    [InlineData("gravograph", Untranslated)]
    [InlineData("graveur gravograph", Untranslated)]
    [InlineData("graveerster van plaques", Untranslated)]
    [InlineData("graveerster avec le gravograph", Untranslated)]
    [InlineData("graveuses de cuivre", Untranslated)]
    [InlineData("sans diplôme", Untranslated)]
    public void Find_WordOfEitherLanguage_FindsTheGuideThatHasIt(string typed, int document)
    {
        var answer = Dutch.Find(typed);

        Assert.Equal([document], answer.Documents);
        Assert.False(answer.Partial);
    }

    [Theory]
    [InlineData("opleiding", "a word that the Dutch text denies")]
    [InlineData("diplôme", "a word that the French text denies")]
    [InlineData("naaiers", "not the same word as naait")]
    public void Find_WordThatIsNotMeant_FindsNothing(string typed, string why) => Assert.True(Dutch.Find(typed).Documents.Count == 0, why);

    [Theory]
    [InlineData("naai", "Dutch stems are for titles and facts")]
    [InlineData("mains courantes", "French words are looked for together")]
    public void Find_PartOfWhatIsAsked_FindsNothing(string typed, string why) => Assert.True(Dutch.Find(typed).Documents.Count == 0, why);

    [Fact]
    public void Find_WordThatBothLanguagesHave_FindsBothWithoutMixingThemUp()
    {
        var index = new SearchIndex(
            [
                Document((SearchField.Title, "monteur", "nl"), (SearchField.Text, "De les begint om negen uur.", "nl")),
                Document((SearchField.Title, "slager", "nl"), (SearchField.Text, "Les couteaux, il les aiguise.", "fr")),
            ],
            [],
            TestStore.Words,
            "nl"
        );

        Assert.Equal([0], index.Find("les").Documents);
        Assert.Equal([1], index.Find("slager les couteaux").Documents);
    }

    [Fact]
    public void Find_OnlyWordIsEmptyInFrenchAndUnknown_FindsNothingButIsAsked()
    {
        var answer = Dutch.Find("pour");

        Assert.Empty(answer.Documents);
        Assert.False(answer.AsksNothing);
    }

    [Theory]
    [InlineData("katern", Translated, "katernen")]
    [InlineData("logiciels", Untranslated, "logiciel")]
    public void Excerpt_OfEitherLanguage_MarksTheWordByItsRules(string typed, int document, string marked)
    {
        var answer = Dutch.Find(typed);

        var excerpt = Dutch.Excerpt(answer, document)!;

        Assert.Equal([marked], excerpt.Parts.Where(p => p.IsFound).Select(p => p.Text));
    }

    private static SearchDocument Document(params (SearchField Field, string Text, string Language)[] passages) =>
        new([.. passages.Select(p => new SearchPassage(p.Field, p.Text, p.Language))], []);
}
