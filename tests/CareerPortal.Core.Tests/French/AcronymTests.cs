using CareerPortal.French;

namespace CareerPortal.Core.Tests.French;

public sealed class AcronymTests
{
    [Theory]
    [InlineData("annotateur de données ia", "annotateur de données IA")]
    [InlineData("l'ia et l’ocr", "l'IA et l’OCR")]
    [InlineData("Technicien ged, cess requis", "Technicien GED, CESS requis")]
    [InlineData("le RMMMG, la kbr et le spf", "le RMMMG, la KBR et le SPF")]
    [InlineData("FOREM, aviq", "Forem, AViQ")]
    [InlineData("r&d en 3d", "R&D en 3D")]
    [InlineData("un tic nerveux, un ris de veau", "un tic nerveux, un ris de veau")]
    [InlineData("https://ia.example/pdf et cv@forem.be sur www.onem.be", "https://ia.example/pdf et cv@forem.be sur www.onem.be")]
    [InlineData("diabète, piano", "diabète, piano")]
    public void Restore_Text_WritesAcronymsAsKnown(string text, string expected) => Assert.Equal(expected, Acronyms.Restore(text));

    [Theory]
    [InlineData("économie", "Économie")]
    [InlineData("IA et emploi", "IA et emploi")]
    [InlineData("œuvre", "Œuvre")]
    [InlineData("« analyste »", "« Analyste »")]
    [InlineData("iPhone et tablettes", "iPhone et tablettes")]
    [InlineData("3D et réalité", "3D et réalité")]
    [InlineData("l’IA", "L’IA")]
    [InlineData("", "")]
    public void Capitalise_Text_RaisesTheFirstLetter(string text, string expected) => Assert.Equal(expected, Sentence.Capitalise(text));

    [Theory]
    [InlineData("Annotateur", "annotateur")]
    [InlineData("L’IA", "l’IA")]
    [InlineData("IA", "IA")]
    [InlineData("Forem", "Forem")]
    [InlineData("Économie", "économie")]
    [InlineData("A6K", "A6K")]
    public void Decapitalise_Text_KeepsAcronymsAndNames(string text, string expected) => Assert.Equal(expected, Sentence.Decapitalise(text));

    [Theory]
    [InlineData("Le zoom, un grand écran", "le zoom, un grand écran")]
    [InlineData("Écran à hauteur des yeux", "écran à hauteur des yeux")]
    [InlineData("Le Forem et Actiris", "le Forem et Actiris")]
    [InlineData("L’AViQ vous conseille", "l’AViQ vous conseille")]
    [InlineData("OCR et GED", "OCR et GED")]
    [InlineData("3 ans à temps plein", "3 ans à temps plein")]
    [InlineData("« Bravo, encore deux heures de retard »", "« Bravo, encore deux heures de retard »")]
    [InlineData("Namur et Liège", "Namur et Liège")]
    [InlineData("Bruxelles Formation aide", "Bruxelles Formation aide")]
    [InlineData("Haute École de la Province", "Haute École de la Province")]
    [InlineData("", "")]
    public void AfterColon_Text_BeginsSmallUnlessNameOrQuotation(string text, string expected) => Assert.Equal(expected, Sentence.AfterColon(text));

    [Theory]
    [InlineData("OPÉRATEUR DE NUMÉRISATION GED", "Opérateur de numérisation GED")]
    [InlineData("missions quotidiennes", "Missions quotidiennes")]
    [InlineData("IFAPME", "IFAPME")]
    public void Case_Heading_IsSentenceCase(string text, string expected) => Assert.Equal(expected, Sentence.Case(text));
}
