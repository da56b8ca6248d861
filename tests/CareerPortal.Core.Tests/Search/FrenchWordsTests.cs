using CareerPortal.Testing;

namespace CareerPortal.Core.Tests.Search;

public sealed class FrenchWordsTests
{
    [Theory]
    [InlineData("annotateur·rice", "annotateur")]
    [InlineData("Annotateur(trice)s", "annotateur")]
    [InlineData("annotateurs/rices", "annotateur")]
    [InlineData("annotatrices", "annotateur")]
    [InlineData("pensionné·e·s", "pensionne")]
    [InlineData("pensionnées", "pensionne")]
    [InlineData("technicien-ne", "technicien")]
    [InlineData("contrôleuses", "controleur")]
    [InlineData("ouvrières", "ouvrier")]
    [InlineData("médicales", "medical")]
    [InlineData("médicaux", "medical")]
    [InlineData("bureaux", "bureau")]
    public void Words_FeminineAndPlural_HaveTheBaseOfTheMasculine(string written, string expected) =>
        Assert.Equal([expected], TestStore.Words.In("fr").Words(written).Select(w => w.Base));

    [Theory]
    [InlineData("sans diplôme", "sansdiplome")]
    [InlineData("pas de diplôme", "sansdiplome")]
    [InlineData("pas d’étude", "sansetude")]
    [InlineData("sans le diplôme", "sansdiplome")]
    [InlineData("avec diplôme", "diplome")]
    public void Words_Denied_AreOtherWords(string written, string expected) =>
        Assert.Equal([expected], TestStore.Words.In("fr").Words(written).Select(w => w.Text));

    [Theory]
    [InlineData("un appui ménage les épaules", "menager")]
    [InlineData("Annote une image", "annoter")]
    [InlineData("le ménage les fatigue", "menage")]
    [InlineData("faire le ménage", "menage")]
    [InlineData("transcrire la voix", "transcrire")]
    public void Words_VerbBeforeItsObject_IsItsInfinitive(string written, string expected) =>
        Assert.Contains(expected, TestStore.Words.In("fr").Words(written).Select(w => w.Text));
}
