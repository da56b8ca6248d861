using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Search;

public sealed class LanguageWordsTests
{
    [Theory]
    [InlineData("nl", "vertaler", "vertalers")]
    [InlineData("nl", "vertaler", "vertaalster")]
    [InlineData("nl", "medewerker", "medewerksters")]
    [InlineData("nl", "medewerker", "medewerk(st)er")]
    [InlineData("nl", "vertaler", "vertaler/-ster")]
    [InlineData("nl", "vertaler", "vertaler (m/v/x)")]
    [InlineData("nl", "bediende", "bedienden")]
    [InlineData("nl", "bibliothecaris", "bibliothecarissen")]
    [InlineData("nl", "schrijver", "schrijfster")]
    [InlineData("nl", "verkoper", "verkoopsters")]
    [InlineData("nl", "taak", "taken")]
    [InlineData("nl", "brief", "brieven")]
    [InlineData("nl", "huis", "huizen")]
    [InlineData("nl", "foto", "foto's")]
    [InlineData("nl", "wagen", "wagens")]
    [InlineData("nl", "medisch", "medische")]
    [InlineData("nl", "vaardigheid", "vaardigheden")]
    [InlineData("nl", "leraar", "leraren")]
    [InlineData("nl", "leraar", "lerares")]
    [InlineData("nl", "coordinator", "coördinator")]
    [InlineData("de", "Übersetzer", "Übersetzerinnen")]
    [InlineData("de", "Übersetzer", "Ubersetzer")]
    [InlineData("de", "Übersetzer", "Uebersetzerin")]
    [InlineData("de", "Prüfer", "Prüfer:innen")]
    [InlineData("de", "Prüfer", "Pruefer/-in")]
    [InlineData("de", "Prüfer", "PrüferIn (m/w/d)")]
    [InlineData("de", "Angestellte", "Angestellten")]
    [InlineData("de", "Fachkraft", "Fachkräfte")]
    [InlineData("de", "Fachkraft", "Fachkräften")]
    [InlineData("de", "Straße", "Strasse")]
    [InlineData("de", "Büro", "Büros")]
    [InlineData("de", "Archivar", "Archivars")]
    [InlineData("de", "Techniker", "Technikern")]
    [InlineData("de", "Zeugnis", "Zeugnisse")]
    [InlineData("en", "librarian", "librarians")]
    [InlineData("en", "library", "libraries")]
    [InlineData("en", "database", "databases")]
    [InlineData("en", "class", "classes")]
    [InlineData("en", "box", "boxes")]
    [InlineData("en", "branch", "branches")]
    [InlineData("en", "company", "company's")]
    public void Words_PluralFeminineAndSpelling_ShareABase(string language, string one, string other)
    {
        var words = TestStore.Words.In(language);

        var bases = words.Words(other).Select(w => w.Base);

        Assert.Equal(words.Words(one).Select(w => w.Base), bases);
    }

    [Theory]
    [InlineData("nl", "ik zoek een baan als vertaler", "vertaler")]
    [InlineData("nl", "de vertaling van het boek", "vertaling boek")]
    [InlineData("de", "ich suche eine Stelle für Übersetzer", "stelle ubersetzer")]
    [InlineData("de", "über den Wolken", "wolken")]
    [InlineData("en", "I want to work from a library", "want work library")]
    [InlineData("en", "IT support", "it support")]
    public void Words_EmptyOnes_AreLeftOutInTheirLanguage(string language, string text, string expected)
    {
        var written = TestStore.Words.In(language).Words(text).Select(w => w.Text).Where(w => w != "baan");

        Assert.Equal(expected, string.Join(' ', written));
    }

    [Theory]
    [InlineData("nl", "zonder diploma")]
    [InlineData("nl", "geen diploma")]
    [InlineData("de", "ohne Diplom")]
    [InlineData("de", "kein Diplom")]
    [InlineData("en", "without a degree")]
    [InlineData("en", "no degree")]
    [InlineData("fr", "sans diplôme")]
    public void Words_Denied_AreOtherWords(string language, string denied)
    {
        var words = TestStore.Words.In(language);

        var word = Assert.Single(words.Words(denied));

        Assert.True(word.IsDenied);
        Assert.NotEqual(words.Words(denied.Split(' ')[^1]).Single().Base, word.Base);
    }

    /// <summary>French would make « bureal » of these endings, take « l'» away, or see a feminine or an infinitive in them.</summary>
    [Theory]
    [InlineData("nl", "cadeaux", "cadeaux")]
    [InlineData("nl", "l'oreal", "l'oreal")]
    [InlineData("nl", "les", "les")]
    [InlineData("de", "Chaussee", "chausse")]
    [InlineData("de", "Reserve", "reserv")]
    [InlineData("en", "employee", "employee")]
    [InlineData("en", "executive", "executive")]
    [InlineData("en", "scale", "scale")]
    [InlineData("en", "manage the team", "manage")]
    [InlineData("en", "animation", "animation")]
    public void Words_OfAnotherLanguage_AreNotReadAsFrench(string language, string text, string expected)
    {
        var word = TestStore.Words.In(language).Words(text)[0];

        Assert.Equal(expected, word.Base);
        Assert.Null(word.Doer);
    }

    [Fact]
    public void In_EveryLanguageOfThePortal_KnowsItsWords() =>
        Assert.All(Languages.All, language => Assert.NotEmpty(TestStore.Words.In(language).Words("radio")));

    [Fact]
    public void Words_EveryLanguage_NumbersThePiecesBetweenSpacesAlike()
    {
        const string Text = "radio v.2 l'archive post-editor (data) xylofoon";

        var pieces = Languages.All.Select(l => TestStore.Words.In(l).Words(Text)[^1].Piece).Distinct();

        Assert.Equal([6], pieces);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("en")]
    public void Words_HostileText_AreReadWithoutFault(string language)
    {
        foreach (var text in SearchIndexTests.Hostile)
        {
            Assert.All(TestStore.Words.In(language).Words(text.Data), w => Assert.NotEqual("", w.Base));
        }
    }
}
