using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Items;

/// <summary>What a bank must satisfy before it is shipped: enough items, balanced keying, short texts in every language.</summary>
public static class ItemBankRules
{
    /// <summary>Fewest items of a dimension.</summary>
    public const int MinimumPerQuality = 4;

    /// <summary>Most items of a dimension.</summary>
    public const int MaximumPerQuality = 6;

    /// <summary>Longest French text, in words.</summary>
    public const int MaximumWords = 12;

    /// <summary>Lists what is wrong with a bank in English, for its authors; empty when all is well.</summary>
    public static IReadOnlyList<string> Check(ItemBank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);

        var problems = new List<string>();
        foreach (var dimension in bank.Dimensions)
        {
            var items = bank.Items.Where(item => item.QualityId == dimension).ToList();
            if (items.Count is < MinimumPerQuality or > MaximumPerQuality)
            {
                problems.Add($"{dimension}: {items.Count} items, wanted {MinimumPerQuality} to {MaximumPerQuality}.");
            }

            var isInterest = InterestIds.All.Contains(dimension);
            if (!isInterest && 3 * items.Count(item => item.Reversed) < items.Count)
            {
                problems.Add($"{dimension}: fewer than a third of the items are reversed.");
            }

            if (!isInterest && items.All(item => item.Reversed))
            {
                problems.Add($"{dimension}: every item is reversed.");
            }
        }

        foreach (var item in bank.Items)
        {
            foreach (var language in QuizText.Languages.Where(language => !item.Text.Has(language)))
            {
                problems.Add($"{item.Id}: no text in {language}.");
            }

            if (QualityVocabulary.Fold(item.Text.French).Split(' ').Length is var words and > MaximumWords + 2)
            {
                problems.Add($"{item.Id}: {words} words in French, wanted at most {MaximumWords}.");
            }

            foreach (var other in item.SimilarTo.Where(other => bank.Find(other)?.QualityId != item.QualityId))
            {
                problems.Add($"{item.Id}: resembles '{other}' of another quality.");
            }
        }

        foreach (var same in bank.Items.GroupBy(item => QualityVocabulary.Fold(item.Text.French)).Where(group => group.Count() > 1))
        {
            problems.Add($"{string.Join(", ", same.Select(item => item.Id))}: the same French text.");
        }

        return problems;
    }
}
