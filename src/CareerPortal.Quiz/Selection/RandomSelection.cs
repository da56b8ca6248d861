using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Numerics;

namespace CareerPortal.Quiz.Selection;

/// <summary>Questions in random order: the baseline that any choice must beat.</summary>
public static class RandomSelection
{
    /// <summary>Draws <paramref name="count"/> different items of the given dimensions, every order as likely.</summary>
    public static IReadOnlyList<string> Plan(IReadOnlyList<string> qualityIds, ItemBank bank, ulong seed, int count = InTurnSelection.DefaultCount)
    {
        ArgumentNullException.ThrowIfNull(bank);
        var items = bank.Asked.Where(item => qualityIds.Contains(item.QualityId)).Select(item => item.Id).ToArray();
        new SeededRandom(seed).Shuffle(items.AsSpan());
        return [.. items.Take(count)];
    }
}
