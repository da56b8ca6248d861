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

        Assert.Equal([5, 4, 4, 4, 3], derived.Select(entry => entry.Requirement.Level));
        Assert.Equal("minutie", derived[2].Evidence);
        Assert.All(derived, entry => Assert.Equal(RequirementOrigin.GuideWords, entry.Origin));
    }

    [Fact]
    public void FromRome_KnownCode_IsWeakEvidence()
    {
        var derived = Assert.Single(RequirementDerivation.FromRome(Catalogue, ["300465", "999"]));

        Assert.Equal("equipe", derived.Requirement.QualityId);
        Assert.Equal(RequirementOrigin.Rome, derived.Origin);
    }

    [Fact]
    public void FromOnet_HighStyle_AsksForItsQuality()
    {
        var derived = RequirementDerivation.FromOnet(Catalogue, new Dictionary<string, double> { ["Empathy"] = 1.0, ["Stress Tolerance"] = -0.5 });

        var empathy = derived.Single(entry => entry.Requirement.QualityId == "empathie");
        Assert.Equal(4, empathy.Requirement.Level, 12);
        Assert.Equal(4, empathy.Requirement.Importance, 12);
        Assert.DoesNotContain(derived, entry => entry.Requirement.QualityId == "stress");
    }
}
