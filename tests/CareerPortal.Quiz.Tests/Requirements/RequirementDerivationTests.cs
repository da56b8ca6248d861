using CareerPortal.Quiz.Qualities;
using CareerPortal.Quiz.Requirements;

namespace CareerPortal.Quiz.Tests.Requirements;

public sealed class RequirementDerivationTests
{
    private static readonly QualityCatalogue Catalogue = QualityCatalogue.Load();

    [Fact]
    public void FromGuideWords_Order_GivesFiveThenFourThenThree()
    {
        var derived = RequirementDerivation.FromGuideWords(Catalogue.Vocabulary.Resolve("Patience, rigueur, minutie, autonomie, curiosité"));

        Assert.Equal([5, 4, 4, 4, 3], derived.Select(entry => entry.Required.Level));
        Assert.Equal("minutie", derived[2].Evidence);
    }

    [Fact]
    public void FromRome_KnownCode_AsksForLevelFourOfMiddlingImportance()
    {
        var derived = Assert.Single(RequirementDerivation.FromRome(Catalogue, ["300465", "999"]));

        Assert.Equal("equipe", derived.Required.QualityId);
        Assert.Equal((4, 3, "300465"), (derived.Required.Level, derived.Required.Importance, derived.Evidence));
    }

    [Fact]
    public void FromOnet_HighStyle_AsksForItsQuality()
    {
        var derived = RequirementDerivation.FromOnet(Catalogue, new Dictionary<string, double> { ["Empathy"] = 1.0, ["Stress Tolerance"] = -0.5 });

        var empathy = derived.Single(entry => entry.Required.QualityId == "empathie");
        Assert.Equal(4, empathy.Required.Level, 12);
        Assert.Equal(4, empathy.Required.Importance, 12);
        Assert.DoesNotContain(derived, entry => entry.Required.QualityId == "stress");
    }
}
