using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;
using CareerPortal.Quiz.Selection;
using FsCheck.Xunit;

namespace CareerPortal.Quiz.Tests.Selection;

public sealed class InTurnSelectionTests
{
    private static readonly ItemBank Bank = SmallBank.OfQualities();

    [Property]
    public bool Plan_EightQualities_GivesSixteenDifferentItemsTwoOfEach(ulong seed)
    {
        var qualities = QualityIds.All.Take(8).ToList();

        var plan = InTurnSelection.Plan(qualities, Bank, seed);

        return plan.Count == 16
            && plan.Distinct().Count() == 16
            && plan.GroupBy(id => Bank.Find(id)!.QualityId).All(group => group.Count() == 2 && group.Count(id => Bank.Find(id)!.Reversed) == 1)
            && plan.Take(8).Select(id => Bank.Find(id)!.QualityId).SequenceEqual(qualities);
    }

    [Property]
    public bool Plan_FewQualities_NeverTakesSimilarItemsTogether(ulong seed)
    {
        var plan = InTurnSelection.Plan(["rigueur", "detail", "effort"], Bank, seed);

        return !(plan.Contains("rigueur-1") && plan.Contains("rigueur-3")) && plan.Count == 12;
    }

    [Fact]
    public void Plan_OneSeed_IsRepeated() =>
        Assert.Equal(InTurnSelection.Plan(QualityIds.All, Bank, 5), InTurnSelection.Plan(QualityIds.All, Bank, 5));

    [Fact]
    public void Plan_OtherSeeds_Differ() =>
        Assert.True(
            Enumerable.Range(0, 20).Select(seed => string.Join(' ', InTurnSelection.Plan(QualityIds.All, Bank, (ulong)seed))).Distinct().Count() > 10
        );

    [Fact]
    public void Plan_UnknownQuality_IsRefused() => Assert.Throws<ArgumentException>(() => InTurnSelection.Plan(["bravoure"], Bank, 1));
}
