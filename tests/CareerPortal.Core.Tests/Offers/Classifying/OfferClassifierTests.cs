using CareerPortal.Catalogue;
using CareerPortal.Offers;
using CareerPortal.Offers.Classifying;

namespace CareerPortal.Core.Tests.Offers.Classifying;

public sealed class OfferClassifierTests
{
    private static readonly (string Code, CatalogueFacts Facts)[] Occupations =
    [
        Listed("G1602", "G1602", "cuisinier", "cuisinière", ("cuisinier de collectivité", "cuisinière de collectivité")),
        Listed("G1612", "G1602", "chef de partie", "cheffe de partie", ("cuisinier chef de partie", "cuisinière cheffe de partie")),
        Listed("D1101", "D1101", "boucher", "bouchère", ("boucher charcutier", "bouchère charcutière")),
        Listed("K1304", "K1304", "aide-ménager", "aide-ménagère", ("femme de ménage", "homme de ménage")),
        Listed("M1806", "M1806", "analyste fonctionnel", "analyste fonctionnelle", ("business analyst", "business analyst")),
        Listed("N4101", "N4101", "conducteur de poids lourds", "conductrice de poids lourds", ("chauffeur routier", "chauffeuse routière")),
    ];

    private static readonly OfferClassifier Classifier = new(Occupations, ["Liège"]);

    [Theory]
    [InlineData("Cuisinier de collectivité (H/F/X)", "G1602")]
    [InlineData("CUISINIERE DE COLLECTIVITE", "G1602")]
    [InlineData("URGENT : Boucher/Bouchère mi-temps – Liège /x) (H/F/X)", "D1101")]
    [InlineData("Chauffeur routier CDI", "N4101")]
    [InlineData("Bouchers", "D1101")]
    public void Classify_TitleAlone_IsFound(string title, string code)
    {
        var found = Classifier.Classify(title, null);

        Assert.Equal(code, found.Occupations[0].Code);
        Assert.Equal(OfferOccupationOrigin.Title, found.Origin);
        Assert.False(found.IsCodeUnknown);
    }

    [Theory]
    [InlineData("G160201-1")]
    [InlineData("G160299-12")]
    [InlineData(" g160201-1 ")]
    [InlineData("G1602")]
    [InlineData("G1612")]
    public void Classify_Code_GivesTheFamilyWhateverTheTitle(string code)
    {
        var found = Classifier.Classify("Boucher", code);
        var titled = Classifier.Classify("Chef de partie (H/F/X)", code);

        Assert.Equal(("G1602", OfferOccupationOrigin.CodeAndTitle), (found.Family, found.Origin));
        Assert.All(found.Occupations, o => Assert.Contains(o.Code, new[] { "G1602", "G1612" }));
        Assert.Equal("G1612", titled.Occupations[0].Code);
    }

    [Theory]
    [InlineData("Z999901-1")]
    [InlineData("G16")]
    [InlineData("G1602-1")]
    [InlineData("G160201-1; DROP")]
    [InlineData("12345")]
    public void Classify_CodeThatDoesNotFit_IsAsNoneAndTold(string code)
    {
        var found = Classifier.Classify("Boucher", code);

        Assert.True(found.IsCodeUnknown);
        Assert.Equal(("D1101", OfferOccupationOrigin.Title), (found.Occupations[0].Code, found.Origin));
    }

    [Theory]
    [InlineData("xyzzy")]
    [InlineData("Кассир")]
    [InlineData("H/F/X")]
    [InlineData("a")]
    [InlineData("💼 Ü")]
    public void Classify_TitleWithoutAnythingKnown_HasAnOccupationAllTheSame(string title)
    {
        var found = Classifier.Classify(title, null);

        Assert.NotEmpty(found.Occupations);
        Assert.InRange(found.Occupations[0].Confidence, 0.0001, 0.5);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("12345 !")]
    public void Classify_NoLetter_HasNoneUnlessACodeIsGiven(string title)
    {
        var found = Classifier.Classify(title, null);
        var coded = Classifier.Classify(title, "D110101-1");

        Assert.Empty(found.Occupations);
        Assert.Null(found.Origin);
        Assert.Equal("D1101", coded.Occupations[0].Code);
    }

    [Fact]
    public void Classify_AnyTitle_GivesAtMostThreeWithConfidencesThatAddUpToOneAtMost()
    {
        var found = Classifier.Classify("Aide-cuisinier boucher", null);

        Assert.InRange(found.Occupations.Count, 1, 3);
        Assert.InRange(found.Occupations.Sum(o => o.Confidence), 0.01, 1.0005);
        Assert.Equal(found.Occupations.Count, found.Occupations.DistinctBy(o => o.Code).Count());
    }

    [Theory]
    [InlineData("K1304", "K1304", "K1304")]
    [InlineData("G160201-1", "G1602", null)]
    public void Classify_TitleThatSomebodyExplained_IsWhatTheySaid(string said, string family, string? code)
    {
        var learned = new OfferClassifier(Occupations, [], [new OfferExample("Boucher de nuages (H/F)", said), new OfferExample("Boucher", "Z9999")]);

        var found = learned.Classify("BOUCHER DE NUAGES (H/F/X)", null);

        Assert.NotEqual(family, Classifier.Classify("Boucher de nuages", null).Family);
        Assert.Equal(family, found.Family);
        Assert.Equal(code ?? found.Occupations[0].Code, found.Occupations[0].Code);
        Assert.Equal("D1101", learned.Classify("Boucher", null).Family);
    }

    [Fact]
    public void Classify_NameThatSomebodyCorrected_FollowsThem()
    {
        var learned = new OfferClassifier(Occupations, [], [new OfferExample("Business analyst", "N4101")]);

        Assert.Equal("M1806", Classifier.Classify("Business Analyst", null).Family);
        Assert.Equal("N4101", learned.Classify("Business Analyst", null).Family);
    }

    [Fact]
    public void Classify_LearnedAnewInAnotherOrder_IsTheSame()
    {
        var again = new OfferClassifier(Occupations.Reverse(), ["Liège"]);
        string[] titles = ["Cuisinier", "chef", "Aide ménagère", "xyzzy"];

        Assert.All(titles, t => Assert.Equal(Classifier.Classify(t, null).Occupations, again.Classify(t, null).Occupations));
    }

    [Fact]
    public void Classify_EmptyCatalogue_FindsNothing()
    {
        var nothing = new OfferClassifier([], []).Classify("Boucher", "D110101-1");

        Assert.Empty(nothing.Occupations);
        Assert.True(nothing.IsCodeUnknown);
    }

    private static (string, CatalogueFacts) Listed(
        string code,
        string parent,
        string masculine,
        string feminine,
        params (string Masculine, string Feminine)[] names
    ) =>
        (
            code,
            new CatalogueFacts
            {
                Masculine = masculine,
                Feminine = feminine,
                Parent = parent,
                Domain = parent[..3],
                Names = [.. names.Select((n, number) => new CatalogueName($"{code}{number}", n.Masculine, n.Feminine))],
            }
        );
}
