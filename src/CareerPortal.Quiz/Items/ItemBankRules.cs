using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Items;

/// <summary>
/// What a bank must satisfy before it is shipped: enough items, balanced keying, and in every language texts that are short, plain, affirmative, without
/// gender and readable at 15. What is no longer asked is not judged.
/// </summary>
public static class ItemBankRules
{
    /// <summary>Fewest items of a dimension.</summary>
    public const int MinimumPerQuality = 4;

    /// <summary>Most items of a dimension.</summary>
    public const int MaximumPerQuality = 6;

    /// <summary>Least <see cref="ReadingEase"/> of a dimension's items together: from 50 on a text is for readers of 15 to 17 (R. Flesch 1949).</summary>
    public const double LeastEase = 50;

    /// <summary>Least <see cref="ReadingEase"/> of the whole bank: from 60 on a text is for readers of 13 to 15.</summary>
    public const double LeastEaseOfAll = 60;

    /// <summary>Lists what is wrong with a bank in English, for its authors; empty when all is well.</summary>
    public static IReadOnlyList<string> Check(ItemBank bank)
    {
        ArgumentNullException.ThrowIfNull(bank);

        var problems = new List<string>();
        foreach (var dimension in bank.Dimensions)
        {
            var items = bank.Asked.Where(item => item.QualityId == dimension).ToList();
            if (items.Count is < MinimumPerQuality or > MaximumPerQuality)
            {
                problems.Add($"{dimension}: {items.Count} items, wanted {MinimumPerQuality} to {MaximumPerQuality}.");
            }

            var isInterest = InterestIds.Includes(dimension);
            if (!isInterest && 3 * items.Count(item => item.Reversed) < items.Count)
            {
                problems.Add($"{dimension}: fewer than a third of the items are reversed.");
            }

            if (!isInterest && items.All(item => item.Reversed))
            {
                problems.Add($"{dimension}: every item is reversed.");
            }
        }

        problems.AddRange(bank.Asked.SelectMany(WordingRules.Check));

        // Interests name an activity in three words or four; the formulas are made for sentences.
        foreach (var language in QuizText.Languages)
        {
            foreach (var dimension in bank.Dimensions.Where(dimension => !InterestIds.Includes(dimension)))
            {
                Readable(dimension, bank.Asked.Where(item => item.QualityId == dimension), language, LeastEase);
            }

            Readable("the bank", bank.Asked.Where(item => !InterestIds.Includes(item.QualityId)), language, LeastEaseOfAll);
        }

        foreach (var item in bank.Items.Where(item => item.IsRetired && !item.SimilarTo.Any(other => bank.Find(other) is { IsRetired: false })))
        {
            problems.Add($"{item.Id}: no longer asked, and resembles no item that is; both could be asked in one quiz.");
        }

        foreach (var same in bank.Items.GroupBy(item => QualityVocabulary.Fold(item.Text.French)).Where(group => group.Count() > 1))
        {
            problems.Add($"{string.Join(", ", same.Select(item => item.Id))}: the same French text.");
        }

        return problems;

        void Readable(string what, IEnumerable<Item> items, string language, double least)
        {
            if (
                ReadingEase.Of(items.Where(item => item.Text.Has(language)).Select(item => item.Text[language]), language) is var ease
                && ease < least
            )
            {
                problems.Add($"{what}: reading ease {ease:0} in {language}, wanted at least {least:0}.");
            }
        }
    }
}
