using CareerPortal.Quiz.Estimation;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Tests.Items;

public sealed class ShippedDataTests
{
    [Fact]
    public void Load_ShippedBank_MeetsItsRules()
    {
        var bank = ItemBank.Load();

        Assert.Empty(ItemBankRules.Check(bank));
        Assert.Equal(30, bank.Dimensions.Count);
    }

    [Fact]
    public void Load_ShippedCatalogue_HasTwentyFourQualitiesAndPrerequisites()
    {
        var catalogue = QualityCatalogue.Load();

        Assert.Equal(QualityIds.All, catalogue.Qualities.Select(quality => quality.Id));
        Assert.Equal(8, catalogue.Prerequisites.Count);
    }

    [Fact]
    public void Resolve_FirstSeedGuide_FindsItsEightQualities()
    {
        const string words =
            "Patience, rigueur, grande attention au détail, concentration prolongée, autonomie, esprit logique, adaptabilité, curiosité technologique.";

        var found = QualityCatalogue.Load().Vocabulary.Resolve(words);

        Assert.Equal(["patience", "rigueur", "detail", "concentration", "autonomie", "logique", "adaptabilite", "curiosite"], found.QualityIds);
        Assert.Empty(found.Unknown);
        Assert.Empty(found.PrerequisiteIds);
    }

    [Fact]
    public void Resolve_SecondSeedGuide_FindsFiveQualitiesAndTwoPrerequisites()
    {
        const string words =
            "Minutie, Rigueur, Organisation, Patience, Bonne acuité visuelle, "
            + "Maîtrise de l'outil informatique, Esprit méthodique, Discrétion et respect de la confidentialité.";

        var found = QualityCatalogue.Load().Vocabulary.Resolve(words);

        Assert.Equal(["detail", "rigueur", "organisation", "patience", "discretion"], found.QualityIds);
        Assert.Equal(2, found.PrerequisiteIds.Count);
        Assert.Empty(found.Unknown);
    }

    [Fact]
    public void Estimate_ShippedBank_GivesThirtyDimensions() => Assert.Equal(30, new ProfileEstimator(ItemBank.Load()).Estimate([]).Mean.Length);
}
