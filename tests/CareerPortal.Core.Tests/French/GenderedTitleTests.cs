using CareerPortal.French;

namespace CareerPortal.Core.Tests.French;

public sealed class GenderedTitleTests
{
    [Theory]
    [InlineData("annotateur de données IA", "annotatrice de données IA", "annotateur·rice de données IA")]
    [InlineData("opérateur de numérisation", "opératrice de numérisation", "opérateur·rice de numérisation")]
    [InlineData("chef d’équipe", "cheffe d’équipe", "chef·fe d’équipe")]
    [InlineData("travailleur", "travailleuse", "travailleur·euse")]
    [InlineData("analyste", "analyste", "analyste")]
    [InlineData("gestionnaire", "gestionnaire", "gestionnaire")]
    [InlineData("archiviste", "archiviste", "archiviste")]
    [InlineData("bibliothécaire-documentaliste", "bibliothécaire-documentaliste", "bibliothécaire-documentaliste")]
    [InlineData("technicien", "technicienne", "technicien·ne")]
    [InlineData("post-éditeur", "post-éditrice", "post-éditeur·rice")]
    [InlineData("employé administratif", "employée administrative", "employé·e administratif·ve")]
    [InlineData("conseiller", "conseillère", "conseiller·ère")]
    [InlineData("ingénieur", "ingénieure", "ingénieur·e")]
    [InlineData("professionnel", "professionnelle", "professionnel·le")]
    [InlineData("maître d’hôtel", "maîtresse d’hôtel", "maître·sse d’hôtel")]
    [InlineData("préfet", "préfète", "préfet·ète")]
    [InlineData("sérieux", "sérieuse", "sérieux·euse")]
    [InlineData("nouveau", "nouvelle", "nouveau·elle")]
    [InlineData("public", "publique", "public·que")]
    [InlineData("designer", "designeuse", "designer·euse")]
    [InlineData("reporter", "reportrice", "reporter·rice")]
    [InlineData("enseignant-chercheur", "enseignante-chercheuse", "enseignant·e-chercheur·euse")]
    [InlineData("ambassadeur", "ambassadrice", "ambassadeur·rice")]
    [InlineData("annotateurs", "annotatrices", "annotateur·rice·s")]
    [InlineData("employés", "employées", "employé·e·s")]
    [InlineData("ingénieur navigant, navigateur", "ingénieure navigante, navigatrice", "ingénieur·e navigant·e, navigateur·rice")]
    [InlineData("huissier (menuisier)", "huissière (menuisière)", "huissier·ère (menuisier·ère)")]
    [InlineData("valet de chambre", "femme de chambre", "valet ou femme de chambre")]
    [InlineData("steward", "hôtesse de l’air", "steward ou hôtesse de l’air")]
    public void Inclusive_Title_ContractsWordByWord(string masculine, string feminine, string expected)
    {
        var title = new GenderedTitle(masculine, feminine);

        Assert.Equal(expected, title.Inclusive);
        Assert.Equal(expected, title.ToString());
    }

    [Theory]
    [InlineData("annotateur de données IA", "annotatrice de données IA", "annotateur ou annotatrice de données IA")]
    [InlineData("employé administratif", "employée administrative", "employé administratif ou employée administrative")]
    [InlineData("analyste", "analyste", "analyste")]
    [InlineData("garde forestier", "garde forestière", "garde forestier ou garde forestière")]
    public void Doublet_Title_SaysTheSharedTailOnce(string masculine, string feminine, string expected)
    {
        var title = new GenderedTitle(masculine, feminine);

        Assert.Equal(expected, title.Doublet);
    }

    [Fact]
    public void Sentences_VowelTitle_Elide()
    {
        var title = new GenderedTitle("annotateur de données IA", "annotatrice de données IA");

        Assert.Equal("d’annotateur·rice de données IA", title.AfterDe);
        Assert.Equal("d’annotateur ou d’annotatrice de données IA", title.SpokenAfterDe);
        Assert.Equal("l’annotateur·rice de données IA", title.WithLe);
        Assert.Equal("l’annotateur ou l’annotatrice de données IA", title.SpokenWithLe);
        Assert.Equal("un·e annotateur·rice de données IA", title.WithUn);
        Assert.Equal("un annotateur ou une annotatrice de données IA", title.SpokenWithUn);
    }

    [Fact]
    public void Sentences_ConsonantTitle_KeepTheirVowel()
    {
        var title = new GenderedTitle("technicien en GED", "technicienne en GED");

        Assert.Equal("de technicien·ne en GED", title.AfterDe);
        Assert.Equal("le·la technicien·ne en GED", title.WithLe);
        Assert.Equal("le technicien ou la technicienne en GED", title.SpokenWithLe);
    }

    [Fact]
    public void Sentences_TitleOfOneForm_NameBothGenders()
    {
        var title = new GenderedTitle("gestionnaire", "gestionnaire");

        Assert.Equal("le·la gestionnaire", title.WithLe);
        Assert.Equal("le ou la gestionnaire", title.SpokenWithLe);
        Assert.Equal("un·e gestionnaire", title.WithUn);
        Assert.Equal("un ou une gestionnaire", title.SpokenWithUn);
        Assert.Equal("de gestionnaire", title.SpokenAfterDe);
    }

    [Theory]
    [InlineData("Annotateur de données IA / Annotatrice de données IA", "annotateur de données IA", "annotatrice de données IA")]
    [InlineData("annotateur de données ia / annotatrice de données ia", "annotateur de données IA", "annotatrice de données IA")]
    [InlineData("Annotateur / Annotatrice de données IA", "annotateur de données IA", "annotatrice de données IA")]
    [InlineData("Agent spécialisé / Agente spécialisée des écoles", "agent spécialisé des écoles", "agente spécialisée des écoles")]
    [InlineData("directeur technique/directrice technique", "directeur technique", "directrice technique")]
    [InlineData("analyste financier/analyste financière", "analyste financier", "analyste financière")]
    [InlineData("homme de surface/femme de surface", "homme de surface", "femme de surface")]
    [InlineData(
        "Analyste biologie/microbiologie en industrie",
        "analyste biologie/microbiologie en industrie",
        "analyste biologie/microbiologie en industrie"
    )]
    [InlineData("Chef / Cheffe d'équipe en plastique/caoutchouc", "chef d'équipe en plastique/caoutchouc", "cheffe d'équipe en plastique/caoutchouc")]
    [InlineData("Archiviste", "archiviste", "archiviste")]
    [InlineData("  Garde   forestier / forestière ", "garde forestier", "garde forestière")]
    [InlineData("Valet / Femme de chambre", "valet de chambre", "femme de chambre")]
    [InlineData("Agent / Agente d'administration principal(e)", "agent d'administration principal", "agente d'administration principale")]
    [InlineData("Accastilleur(se)-monteur(se)", "accastilleur-monteur", "accastilleuse-monteuse")]
    [InlineData("Animateur(trice) numérique", "animateur numérique", "animatrice numérique")]
    [InlineData("DJ", "DJ", "DJ")]
    [InlineData("Arbitre professionnel / Professionnelle de sport", "arbitre professionnel de sport", "arbitre professionnelle de sport")]
    [InlineData("Analyste Concepteur / Conceptrice informatique", "analyste concepteur informatique", "analyste conceptrice informatique")]
    [InlineData("Aide conducteur / Aide Conductrice de bus", "aide conducteur de bus", "aide conductrice de bus")]
    [InlineData("Agente / Agent de bio-nettoyage", "agent de bio-nettoyage", "agente de bio-nettoyage")]
    [InlineData("Modeleur BIM / Modeleuse BIM", "modeleur BIM", "modeleuse BIM")]
    public void Parse_CatalogueForm_GivesBothGendersInFull(string text, string masculine, string feminine)
    {
        var title = GenderedTitle.Parse(text);

        Assert.Equal(new GenderedTitle(masculine, feminine), title);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("/")]
    [InlineData("Annotateur / ")]
    [InlineData("/ Annotatrice")]
    public void TryParse_MissingSide_IsFalse(string? text)
    {
        Assert.False(GenderedTitle.TryParse(text, out var title));
        Assert.Null(title);
    }

    [Fact]
    public void Parse_MissingSide_Throws() => Assert.Throws<FormatException>(() => GenderedTitle.Parse("Annotateur /"));

    [Fact]
    public void New_EmptyForm_Throws() => Assert.Throws<ArgumentException>(() => new GenderedTitle("annotateur", " "));

    [Fact]
    public void Both_Title_CapitalisesEachForm()
    {
        var title = new GenderedTitle("écrivain public", "écrivaine publique");

        Assert.Equal("Écrivain public / Écrivaine publique", title.Both);
    }
}
