using CareerPortal.Quiz.Items;
using CareerPortal.Quiz.Qualities;

namespace CareerPortal.Quiz.Tests;

/// <summary>Banks made for tests: every second item reversed, parameters varied a little.</summary>
internal static class SmallBank
{
    /// <summary>The 24 qualities with five items each: "rigueur-1" to "rigueur-5".</summary>
    public static ItemBank OfQualities(int perQuality = 5) => Of(QualityIds.All, perQuality);

    public static ItemBank Of(IEnumerable<string> dimensions, int perQuality = 5)
    {
        var list = dimensions.ToList();
        return new ItemBank(list.SelectMany(dimension => Enumerable.Range(1, perQuality).Select(k => Item(dimension, k))), list);
    }

    /// <summary>A bank before any calibration: items with start parameters.</summary>
    public static ItemBank AtStart(IReadOnlyList<string> dimensions, int perDimension) =>
        new(
            dimensions.SelectMany(dimension =>
                Enumerable
                    .Range(1, perDimension)
                    .Select(k => new Item
                    {
                        Id = $"{dimension}-{k}",
                        QualityId = dimension,
                        Reversed = k % 2 == 0,
                        Text = Text($"je le fais jour et nuit, {dimension} {k}"),
                    })
            ),
            dimensions
        );

    public static QuizText Text(string text) => new(QuizText.Languages.Select(language => KeyValuePair.Create(language, text)));

    private static Item Item(string dimension, int k) =>
        new()
        {
            Id = $"{dimension}-{k}",
            QualityId = dimension,
            Reversed = k % 2 == 0,
            Text = Text($"je le fais jour et nuit, {dimension} {k}"),
            SimilarTo = k == 3 ? [$"{dimension}-1"] : [],
            Parameters = new ItemParameters(1.2 + 0.2 * k, -1.7 + 0.05 * k, -0.5, 0.4, 1.6),
        };
}
