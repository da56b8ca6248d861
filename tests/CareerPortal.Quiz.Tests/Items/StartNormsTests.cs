using System.Text;
using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Tests.Items;

public sealed class StartNormsTests
{
    private static readonly PeopleNorms Nobody = new(0, 0, 0);

    [Fact]
    public void Learn_ItemsDrawnWithKnownSpread_FindsMeansAndBothParts()
    {
        const double own = 0.3,
            shared = 0.5;
        var items = Draw(own, shared, 400);

        var norms = StartNorms.Learn(items, Nobody, ["drawn"]);

        var trait = norms.Of(ItemKind.Trait);
        Assert.Equal(1.5, trait.Parameters.A, 0.08);
        Assert.Equal(-0.5 - 1.5, trait.Parameters.B[0], 0.15);
        Assert.Equal(0.2 - 1.5, norms.Of(ItemKind.ReversedTrait).Parameters.B[0], 0.15);
        Assert.Equal(shared, trait.Uncertainty.SharedDeviation, 0.05);
        Assert.Equal(own, Math.Sqrt(trait.Uncertainty.Covariance[1, 1]), 0.05);
        Assert.Equal(0.2, Math.Sqrt(trait.Uncertainty.Covariance[0, 0]), 0.03);
    }

    [Fact]
    public void Learn_Interests_StandInTheMiddleAndAreLessCertain()
    {
        var norms = StartNorms.Learn(Draw(0.3, 0.5, 50), Nobody, []);

        var interest = norms.Of(ItemKind.Interest);
        Assert.Equal(0, interest.Parameters.B.Average(), 12);
        Assert.True(interest.Uncertainty.SharedDeviation > norms.Of(ItemKind.Trait).Uncertainty.SharedDeviation);
        Assert.Equal(0, interest.Items);
    }

    [Fact]
    public void Learn_PeopleOfAnotherCountry_WidensWhatItemsShare()
    {
        var items = Draw(0.3, 0.5, 50);

        var home = StartNorms.Learn(items, Nobody, []).Of(ItemKind.Trait).Uncertainty;
        var abroad = StartNorms.Learn(items, new PeopleNorms(0.2, 0.5, 0.3), []).Of(ItemKind.Trait).Uncertainty;

        Assert.Equal(0.5 * 0.5 - 0.3 * 0.3, abroad.SharedDeviation * abroad.SharedDeviation - home.SharedDeviation * home.SharedDeviation, 9);
        Assert.Equal(0.3, abroad.CommonDeviation);
        Assert.Equal(home.Covariance.Cells.ToArray(), abroad.Covariance.Cells.ToArray());
    }

    [Fact]
    public void Learn_Families_FindsTheirShiftsAndIsMoreCertainWithin()
    {
        var norms = StartNorms.Learn(Draw(0.3, 0.2, 400, ofFamily: 0.4), Nobody, []);

        for (var f = 0; f < 5; f++)
        {
            var family = norms.Families[NormFamilies.All[f]];
            Assert.Equal(0.4 * (f - 2), family.Shift, 0.08);
            Assert.Equal(0.2, family.Shared, 0.04);
            Assert.Equal(80, family.Dimensions);
            var trait = norms.Of(ItemKind.Trait, NormFamilies.All[f]);
            Assert.Equal(norms.Of(ItemKind.Trait).Parameters.B[1] + family.Shift, trait.Parameters.B[1], 12);
            Assert.Equal(family.Shared, trait.Uncertainty.SharedDeviation);
        }

        // Of a trait of no known family, the differences between families are not known either.
        Assert.True(norms.Of(ItemKind.Trait).Uncertainty.SharedDeviation > 0.5);
    }

    [Fact]
    public void Of_EveryQuality_HasAFamilyWithANorm() =>
        Assert.All(QualityIds.All, quality => Assert.Contains(NormFamilies.Of(quality)!, StartNorms.Shipped.Families.Keys));

    [Fact]
    public void Write_Read_GivesTheSameNorms()
    {
        var written = StartNorms.Shipped.Write();

        var read = StartNorms.Read(new MemoryStream(Encoding.UTF8.GetBytes(written)));

        Assert.Equal(written, read.Write());
        Assert.Equal(StartNorms.Shipped.Of(ItemKind.Trait).Parameters, read.Of(ItemKind.Trait).Parameters);
    }

    [Fact]
    public void Shipped_EachKind_IsPossibleAndNamesItsSources()
    {
        Assert.All(
            Enum.GetValues<ItemKind>().Select(StartNorms.Shipped.Of),
            norm =>
            {
                Assert.Equal(5, norm.Parameters.Answers);
                Assert.True(Cholesky.TryFactor(norm.Uncertainty.Covariance.Cells.ToArray(), 5));
                Assert.InRange(norm.Uncertainty.SharedDeviation, 0.2, 1.2);
            }
        );
        Assert.Contains(StartNorms.Shipped.Sources, source => source.StartsWith("spi_sapa", StringComparison.Ordinal));
        Assert.Contains(StartNorms.Shipped.Sources, source => source.StartsWith("openpsych_big5", StringComparison.Ordinal));
    }

    [Fact]
    public void Shipped_Traits_AreAgreedToMoreThanReversedOnes()
    {
        var trait = StartNorms.Shipped.Of(ItemKind.Trait).Parameters;
        var reversed = StartNorms.Shipped.Of(ItemKind.ReversedTrait).Parameters;

        Assert.True(trait.B.Average() < reversed.B.Average() - 0.1);
        Assert.True(trait.B[0] < reversed.B[0]);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"format":1,"norms":[]}""")]
    [InlineData("nothing")]
    public void Read_NotNorms_SaysSo(string text) =>
        Assert.StartsWith(
            "start norms:",
            Assert.Throws<FormatException>(() => StartNorms.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void For_SixAnswers_KeepsTheScaleAndAddsAThreshold()
    {
        var five = StartNorms.Shipped.Of(ItemKind.Trait);

        var six = five.For(6);

        Assert.Equal(6, six.Parameters.Answers);
        Assert.Equal(6, six.Uncertainty.Covariance.Size);
        Assert.Equal(five.Uncertainty.Covariance[0, 0], six.Uncertainty.Covariance[0, 0], 12);
        // The middle of the scale stays where it was: half way between the second and the third of four thresholds.
        Assert.Equal((five.Parameters.B[1] + five.Parameters.B[2]) / 2, six.Parameters.B[2], 12);
    }

    [Fact]
    public void Convert_SixToFive_IsTheExampleOfItsRemarks()
    {
        var five = AnswerScale.Convert(new ItemParameters(2, -2.5, -1.7, -1.2, -0.3, 0.9), 5);

        Assert.Equal([-2.34, -1.5, -0.66, 0.66], five.B.Select(b => Math.Round(b, 6)));
        Assert.Equal(2, five.A);
    }

    [Fact]
    public void Item_WithParameters_IsKnownExactly()
    {
        var start = SmallBank.AtStart(["interest-r"], 1).Items[0];

        var calibrated = start with { Parameters = new ItemParameters(1, -1, 0, 1, 2) };

        Assert.Equal(ItemKind.Interest, start.Kind);
        Assert.False(start.IsCalibrated);
        Assert.NotNull(start.Uncertainty);
        Assert.True(calibrated.IsCalibrated);
        Assert.Null(calibrated.Uncertainty);
    }

    /// <summary>Dimensions of six items, every second reversed; distances of the thresholds are all 1.</summary>
    private static List<NormItem> Draw(double own, double shared, int dimensions, double ofFamily = 0)
    {
        var random = new SeededRandom(7);
        var items = new List<NormItem>();
        for (var d = 0; d < dimensions; d++)
        {
            var family = ofFamily == 0 ? null : NormFamilies.All[d % 5];
            var shift = shared * random.NextNormal() + ofFamily * (d % 5 - 2);
            for (var k = 0; k < 6; k++)
            {
                var kind = k % 2 == 0 ? ItemKind.Trait : ItemKind.ReversedTrait;
                var centre = (k % 2 == 0 ? -0.5 : 0.2) + shift + own * random.NextNormal();
                items.Add(
                    new NormItem(
                        kind,
                        family,
                        $"{d}",
                        new ItemParameters(1.5 * Math.Exp(0.2 * random.NextNormal()), centre - 1.5, centre - 0.5, centre + 0.5, centre + 1.5)
                    )
                );
            }
        }

        return items;
    }
}
