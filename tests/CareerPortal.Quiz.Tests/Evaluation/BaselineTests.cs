using CareerPortal.Quiz.Evaluation;

namespace CareerPortal.Quiz.Tests.Evaluation;

public sealed class BaselineTests
{
    [Fact]
    public void Pearson_ByHand_Matches() => Assert.Equal(0.5, ProfileBaselines.Pearson([1, 2, 3], [1, 3, 2]), 12);

    [Fact]
    public void Pearson_FlatProfile_IsZero() => Assert.Equal(0, ProfileBaselines.Pearson([2, 2, 2], [1, 3, 2]));

    [Fact]
    public void Euclid_ByHand_IsMinusTheDistance() => Assert.Equal(-5, ProfileBaselines.Euclid([0, 0], [3, 4]), 12);

    [Fact]
    public void Shortfall_Surplus_DoesNotCount() => Assert.Equal(-1, ProfileBaselines.Shortfall([0, 9], [2, 1]), 12);

    [Fact]
    public void Sum_ByHand_IsTheProduct() => Assert.Equal(11, ProfileBaselines.Sum([1, 2], [3, 4]), 12);

    [Fact]
    public void PlainSum_ReversedAndSkipped_MirrorsAndLeavesOut() => Assert.Equal(4.5, PlainSum.Score([4, 1, null], [false, true, false]));

    [Fact]
    public void DiscoverSkills_ByHand_NeedsEveryTraitAboveZeroAndDoesNotDivide()
    {
        var traits = DiscoverSkills.Traits([("LEADER", false, 5), ("LEADER", true, 1), ("DRIVER", false, 4), ("HELPER", false, 3)]);

        var suggested = DiscoverSkills.Suggest(traits, [new("two", ["LEADER", "DRIVER"]), new("one", ["LEADER"]), new("none", ["LEADER", "HELPER"])]);

        Assert.Equal(4, traits["LEADER"]);
        Assert.Equal([("two", 5), ("one", 4)], suggested);
    }
}
