using CareerPortal.French;

namespace CareerPortal.Core.Tests.French;

public sealed class ElisionTests
{
    [Theory]
    [InlineData("annotateur", "d’annotateur")]
    [InlineData("opératrice", "d’opératrice")]
    [InlineData("école", "d’école")]
    [InlineData("Économie", "d’Économie")]
    [InlineData("œuvre", "d’œuvre")]
    [InlineData("technicien", "de technicien")]
    [InlineData("handicap", "de handicap")]
    [InlineData("haut", "de haut")]
    [InlineData("hauteur", "de hauteur")]
    [InlineData("hockey", "de hockey")]
    [InlineData("héros", "de héros")]
    [InlineData("héroïne", "d’héroïne")]
    [InlineData("hibou", "de hibou")]
    [InlineData("hangar", "de hangar")]
    [InlineData("harcèlement", "de harcèlement")]
    [InlineData("hasard", "de hasard")]
    [InlineData("hiérarchie", "de hiérarchie")]
    [InlineData("hors-d’œuvre", "de hors-d’œuvre")]
    [InlineData("Hainaut", "de Hainaut")]
    [InlineData("Huy", "de Huy")]
    [InlineData("huit", "de huit")]
    [InlineData("huîtres", "d’huîtres")]
    [InlineData("homme", "d’homme")]
    [InlineData("hôpital", "d’hôpital")]
    [InlineData("habillement", "d’habillement")]
    [InlineData("harmonie", "d’harmonie")]
    [InlineData("hébergement", "d’hébergement")]
    [InlineData("horaire", "d’horaire")]
    [InlineData("hygiène", "d’hygiène")]
    [InlineData("hurluberlu", "d’hurluberlu")]
    [InlineData("yeux", "d’yeux")]
    [InlineData("yaourt", "de yaourt")]
    [InlineData("Ypres", "d’Ypres")]
    [InlineData("y aller", "d’y aller")]
    [InlineData("onze ans", "de onze ans")]
    [InlineData("oui", "de oui")]
    [InlineData("ouate", "de ouate")]
    [InlineData("ouïe", "d’ouïe")]
    [InlineData("un métier", "d’un métier")]
    [InlineData("8 heures", "de 8 heures")]
    [InlineData("1 heure", "de 1 heure")]
    [InlineData("11 postes", "de 11 postes")]
    [InlineData("A à Z", "de A à Z")]
    [InlineData("XIe siècle", "de XIe siècle")]
    [InlineData("e-commerce", "d’e-commerce")]
    [InlineData("« annotateur »", "d’« annotateur »")]
    [InlineData("« technicien »", "de « technicien »")]
    [InlineData("<em>analyste</em>", "d’<em>analyste</em>")]
    [InlineData("annotateur·rice", "d’annotateur·rice")]
    [InlineData("", "de ")]
    public void De_Word_FollowsItsSound(string next, string expected) => Assert.Equal(expected, Elision.De(next));

    [Theory]
    [InlineData("IA", "d’IA")]
    [InlineData("OCR", "d’OCR")]
    [InlineData("UX", "d’UX")]
    [InlineData("O.N.U.", "d’O.N.U.")]
    [InlineData("GED", "de GED")]
    [InlineData("CESS", "de CESS")]
    [InlineData("SPF", "de SPF")]
    [InlineData("RH", "de RH")]
    [InlineData("RGPD", "de RGPD")]
    [InlineData("HLM", "d’HLM")]
    [InlineData("A6K", "d’A6K")]
    public void De_Acronym_FollowsUsage(string next, string expected) => Assert.Equal(expected, Elision.De(next));

    [Theory]
    [InlineData("le Forem", "du Forem")]
    [InlineData("Le Forem", "du Forem")]
    [InlineData("Forem", "du Forem")]
    [InlineData("ONEM", "de l’ONEM")]
    [InlineData("l’ONEM", "de l’ONEM")]
    [InlineData("KBR", "de la KBR")]
    [InlineData("la KBR", "de la KBR")]
    [InlineData("IFAPME", "de l’IFAPME")]
    [InlineData("Actiris", "d’Actiris")]
    [InlineData("les SPF", "des SPF")]
    [InlineData("leur métier", "de leur métier")]
    public void De_ArticleOrInstitution_Contracts(string next, string expected) => Assert.Equal(expected, Elision.De(next));

    [Theory]
    [InlineData("le Forem", "au Forem")]
    [InlineData("Forem", "au Forem")]
    [InlineData("les candidats", "aux candidats")]
    [InlineData("ONEM", "à l’ONEM")]
    [InlineData("KBR", "à la KBR")]
    [InlineData("Actiris", "à Actiris")]
    public void A_ArticleOrInstitution_Contracts(string next, string expected) => Assert.Equal(expected, Elision.A(next));

    [Theory]
    [InlineData("annotateur", null, "l’annotateur")]
    [InlineData("technicien", null, "le technicien")]
    [InlineData("technicienne", Gender.Feminine, "la technicienne")]
    [InlineData("hiérarchie", Gender.Feminine, "la hiérarchie")]
    [InlineData("ESN", null, "l’ESN")]
    [InlineData("SPF", null, "le SPF")]
    [InlineData("SNCB", null, "la SNCB")]
    [InlineData("RTBF", null, "la RTBF")]
    [InlineData("RGPD", null, "le RGPD")]
    [InlineData("GED", null, "la GED")]
    public void Le_Noun_TakesItsArticle(string noun, Gender? gender, string expected) => Assert.Equal(expected, Elision.Le(noun, gender));

    [Fact]
    public void ShortWords_NextWord_ElideEachInItsWay()
    {
        Assert.Equal("un SPF", Elision.Un("SPF"));
        Assert.Equal("une ESN", Elision.Un("ESN"));
        Assert.Equal("cet emploi", Elision.Ce("emploi"));
        Assert.Equal("ce handicap", Elision.Ce("handicap"));
        Assert.Equal("cette école", Elision.Ce("école", Gender.Feminine));
        Assert.Equal("s’il", Elision.Si("il"));
        Assert.Equal("si elle", Elision.Si("elle"));
    }
}
