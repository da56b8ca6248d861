using System.Globalization;
using System.Text.RegularExpressions;
using CareerPortal.Data;
using CareerPortal.Wages;

namespace CareerPortal.Guides;

/// <summary>The places in a guide's texts that the minimum wage in force fills, so that no guide grows old with an index.</summary>
public static partial class MinimumWageWords
{
    public const string PerMonth = "{minimum.month}";
    public const string PerHour = "{minimum.hour}";

    /// <summary>The day from which the amounts hold, in words.</summary>
    public const string Since = "{minimum.since}";

    private const string Unknown = "–";

    public static IReadOnlyList<string> All { get; } = [PerMonth, PerHour, Since];

    /// <summary>Everything in braces, known or not.</summary>
    public static IEnumerable<string> PlaceholdersIn(string text) => Braces().Matches(text).Select(m => m.Value);

    /// <summary>
    /// The content with the amounts written in as its language writes them; a figure or an answer that tells them cites their source.
    /// </summary>
    public static GuideContent Fill(GuideContent content, WageFloor? floor, string language)
    {
        var text = StoredJson.Write(content);
        if (!Tells(text))
        {
            return content;
        }

        var filled = StoredJson.Read<GuideContent>(Fill(text, floor, language));
        return floor is null
            ? filled
            : filled with
            {
                Figures =
                [
                    .. content.Figures.Zip(
                        filled.Figures,
                        (before, after) => Tells(before.Value) ? after with { Source = floor.Source, AsOf = floor.From } : after
                    ),
                ],
                Faq =
                [
                    .. content.Faq.Zip(
                        filled.Faq,
                        (before, after) =>
                            before.Answer.Any(Tells) ? after with { Sources = [.. (after.Sources ?? []).Append(floor.Source).Distinct()] } : after
                    ),
                ],
            };
    }

    private static bool Tells(string text) => All.Any(p => text.Contains(p, StringComparison.Ordinal));

    private static string Fill(string text, WageFloor? floor, string language)
    {
        var culture = CultureInfo.GetCultureInfo($"{language}-BE");
        return text.Replace(PerMonth, Amount(floor?.MonthlyCents, culture), StringComparison.Ordinal)
            .Replace(PerHour, Amount(floor?.HourlyCents, culture), StringComparison.Ordinal)
            .Replace(Since, Day(floor?.From, culture), StringComparison.Ordinal);
    }

    /// <summary>Written as an editor writes an amount: « 2 300,50 € », with ordinary spaces.</summary>
    private static string Amount(long? cents, CultureInfo culture) =>
        cents is { } amount ? (amount / 100m).ToString("N2", culture).Replace('\u202F', ' ').Replace('\u00A0', ' ') + " €" : Unknown;

    private static string Day(DateOnly? from, CultureInfo culture) =>
        from switch
        {
            null => Unknown,
            { Day: 1 } day when culture.TwoLetterISOLanguageName == "fr" => day.ToString("d'er' MMMM yyyy", culture),
            { } day => day.ToString(culture.TwoLetterISOLanguageName == "de" ? "d. MMMM yyyy" : "d MMMM yyyy", culture),
        };

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Braces();
}
