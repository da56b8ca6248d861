using CareerPortal.French;

namespace CareerPortal.Cli.Catalogue.Evaluation;

/// <summary>A title in plain small letters: in the masculine and in the feminine.</summary>
internal static class TitleForms
{
    public static IReadOnlyList<string> Of(string title) =>
        GenderedTitle.TryParse(title, out var both)
            ? [.. new[] { TitleWords.Fold(both.Masculine), TitleWords.Fold(both.Feminine) }.Distinct(StringComparer.Ordinal)]
            : [TitleWords.Fold(title)];

    /// <summary>As <see cref="Of"/>, with the title as it is written.</summary>
    public static IEnumerable<string> WithWhole(string title) => Of(title).Append(TitleWords.Fold(title));
}
