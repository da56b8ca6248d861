using CareerPortal.Catalogue;

namespace CareerPortal.Core.Tests.Catalogue;

public sealed class FranceWordsTests
{
    [Theory]
    [InlineData("Cet emploi est accessible avec un CAP.", "CAP")]
    [InlineData("Cet emploi est accessible avec un Brevet Professionnel d'éducateur canin.", "Brevet Professionnel")]
    [InlineData("Cet emploi est accessible par concours après un Master 2.", "par concours, Master 2")]
    [InlineData("Une formation en animation (type BAFA) est appréciée.", "BAFA")]
    [InlineData("Cet emploi est accessible avec une Licence en informatique.", "Licence")]
    [InlineData("Diplôme de l'Ecole Nationale des Assurances.", "Ecole Nationale")]
    [InlineData("Une habilitation électrique est demandée.", "habilitation électrique")]
    [InlineData("Le système judiciaire français.", "français")]
    public void In_TextOfFrance_NamesItsWords(string text, string words) => Assert.Equal(words, FranceWords.In(text));

    [Theory]
    [InlineData("Cet emploi est accessible sans qualification spécifique.")]
    [InlineData("Participe à des concours professionnels.")]
    [InlineData("Assure la remise en ordre des chambres.")]
    [InlineData("Une habilitation de sécurité peut être exigée.")]
    [InlineData("Enseigne le français, les mathématiques et l'histoire.")]
    [InlineData("Entretient tous les cycles (VAE, VTT, VTC).")]
    [InlineData("La licence de pilote est demandée.")]
    public void In_TextThatHoldsForBelgium_IsNull(string text) => Assert.Null(FranceWords.In(text));
}
