using System.Globalization;
using CareerPortal.Directories;
using CareerPortal.French;

namespace CareerPortal.Web.Shell;

/// <summary>What every page writes: links in the reader's language, and text, dates and money set by its rules.</summary>
internal static class Site
{
    public static string Language =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName is var language && Languages.Knows(language) ? language : Languages.Default;

    /// <summary>A path of the site in the language being read.</summary>
    public static string Link(string path) => LinkIn(Language, path);

    public static string LinkIn(string language, string path) =>
        SitePreview.Current is { } preview ? preview.Prefix + Plain(language, path) : Plain(language, path);

    /// <summary>A path of the site of today in the language being read, from wherever it is read.</summary>
    public static string LinkOut(string path) => Plain(Language, path);

    private static string Plain(string language, string path) =>
        language == Languages.Default ? path
        : path == "/" ? $"/{language}"
        : $"/{language}{path}";

    /// <summary>Sets French text by French typographic rules; leaves other languages alone.</summary>
    public static string Set(string text, string language = Languages.Default) => language == Languages.Default ? TypesetText.Of(text) : text;

    /// <summary>A text that follows a label and a colon: French begins it small, German would lose its nouns.</summary>
    public static string After(string text, string language) => Set(language == Languages.Default ? Sentence.AfterColon(text) : text, language);

    /// <summary>A text of the interface, set by the rules of the language being read.</summary>
    public static string Say(string text) => Set(text, Language);

    /// <summary>A text of the directory in the language being read, or in French where it has no other.</summary>
    public static string Words(LocalisedText text) => Set(text.In(Language), text.LanguageOf(Language));

    /// <summary>What the element that holds <see cref="Words"/> says of its language: nothing where it is the reader's.</summary>
    public static string? LangOf(LocalisedText text) => text.LanguageOf(Language) is var language && language == Language ? null : language;

    /// <summary>The name of a town in the language being read.</summary>
    public static string Town(string french) => TownNames.In(french, Language);

    /// <summary>A day in words; it stays on the line with its month.</summary>
    public static string Long(DateOnly date) =>
        date.ToString(
            Language switch
            {
                "de" => "d.\u00A0MMMM yyyy",
                "fr" when date.Day == 1 => "d'er'\u00A0MMMM yyyy",
                _ => "d\u00A0MMMM yyyy",
            },
            CultureInfo.CurrentCulture
        );

    /// <summary>A month in words.</summary>
    public static string Month(DateOnly date) => date.ToString("MMMM\u00A0yyyy", CultureInfo.CurrentCulture);

    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An amount in cents with its currency's sign, which stays on the line; cents are shown only where there are some.</summary>
    public static string Money(long cents, string currency)
    {
        var format = (NumberFormatInfo)CultureInfo.CurrentCulture.NumberFormat.Clone();
        format.CurrencySymbol = currency switch
        {
            "EUR" => "€",
            "USD" => "$",
            _ => currency,
        };
        return (cents / 100m).ToString(cents % 100 == 0 ? "C0" : "C2", format).Replace(' ', Typography.NoBreakSpace);
    }
}
