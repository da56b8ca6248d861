using System.Security.Cryptography;
using System.Text;
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

    /// <summary>
    /// An answer is kept by the identifier of its item, so an identifier never changes its words: a new wording is a new item of a new version, and the
    /// old one stays among the retired. A new version adds a line here.
    /// </summary>
    [Theory]
    [InlineData("2026-11", 156, "73cae2892d71f4dd58a077f09292ad093af0792acd0f671082bd29e06d795d80")]
    [InlineData("2026-12", 156, "e53b5acf06875b1f6ff234ebaab42d11dde980d345471df0c35a64efe1b72cba")]
    public void Load_EveryVersionOfTheBank_KeepsItsWords(string version, int count, string expected)
    {
        var lines = ItemBank
            .Load()
            .Items.Where(item => item.IsAskedIn(version))
            .Select(item =>
                string.Join(
                    '|',
                    [
                        item.Id,
                        item.QualityId.StartsWith("interest-", StringComparison.Ordinal) ? item.QualityId[^1..].ToUpperInvariant() : item.QualityId,
                        item.Reversed ? "1" : "0",
                        .. QuizText.Languages.Select(language => item.Text[language]),
                    ]
                )
            )
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Equal(count, lines.Count);
        Assert.Equal(expected, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines)))));
    }

    [Fact]
    public void Load_ShippedBank_KnowsItsOwnVersion()
    {
        var bank = ItemBank.Load();

        Assert.Equal("2026-12", bank.Version);
        Assert.All(bank.Items, item => Assert.Equal(!item.IsRetired, item.IsAskedIn(bank.Version)));
    }

    [Theory]
    [InlineData("patience-4", "patience-7")]
    [InlineData("rigueur-7", "prudence-2")]
    [InlineData("rigueur-2", "effort-4")]
    [InlineData("autonomie-4", "initiative-2")]
    [InlineData("autonomie-4", "initiative-4")]
    [InlineData("curiosite-4", "creativite-2")]
    [InlineData("concentration-5", "empathie-3")]
    public void AreSimilar_NearDuplicates_AreMarkedAcrossQualitiesAndVersions(string one, string other)
    {
        var bank = ItemBank.Load();

        Assert.True(bank.AreSimilar(bank.IndexOf(one), bank.IndexOf(other)));
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
